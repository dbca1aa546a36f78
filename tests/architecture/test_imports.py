"""Imports flow one way: functions -> use cases, adapters -> ports -> domain; and each module says what it exports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*(ROOT / "shared").rglob("*.py"), *(ROOT / "functions").rglob("*.py")])

LEAVES = {"shared.config", "shared.errors"}
ALLOWED = {
    "shared.config": {"shared.errors"},
    "shared.errors": set(),
    "shared.concurrency": {"shared.errors"},
    "shared.domain": {"shared.domain", *LEAVES},
    "shared.ports": {"shared.domain", *LEAVES},
    "shared.usecases": {"shared.usecases", "shared.ports", "shared.domain", "shared.concurrency", *LEAVES},
    "shared.adapters": {"shared.adapters", "shared.ports", "shared.domain", "shared.concurrency", *LEAVES},
    "shared.cli": {"shared"},
    "functions": {"functions", "shared.usecases", "shared.adapters", "shared.ports", "shared.domain", *LEAVES},
}
"""Which modules each layer may import. Only the command line and the Worker's wiring join use cases to adapters."""

FOREIGN = {
    "numpy": {"shared/domain/vectors/numpy_arithmetic.py"},
    "workers": {"functions/"},
    "js": {"functions/"},
    "pyodide": {"functions/"},
    "typer": {"shared/cli/"},
    "rich": {"shared/cli/"},
    "httpx": {"shared/adapters/"},
    "starlette": {"shared/adapters/", "functions/"},
    "uvicorn": {"shared/adapters/", "shared/cli/"},
    "asyncio": {"shared/concurrency.py", "shared/usecases/", "shared/adapters/", "shared/cli/", "functions/"},
}
"""Packages that only some places may import, by path prefix."""


def imports_of(path: Path) -> list[tuple[int, str]]:
    """(line, module) of everything that the file imports, at any depth; type-checking imports count as well."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            found.append((node.lineno, node.module or ""))
    return found


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def layer_of(module: str) -> str:
    matching = [layer for layer in ALLOWED if module == layer or module.startswith(layer + ".")]
    return max(matching, key=len, default="")


def is_below(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_imports_only_what_its_layer_may(path: Path) -> None:
    layer = layer_of(module_name(path))
    if module_name(path) == "shared":
        return
    assert layer, f"{path.relative_to(ROOT)} belongs to no layer"
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for line, module in imports_of(path)
        if module.split(".")[0] in {"shared", "functions"}
        and not any(is_below(module, allowed) for allowed in ALLOWED[layer])
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_foreign_packages_stay_where_they_belong(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    wrong = [
        f"{place}:{line} imports {module}"
        for line, module in imports_of(path)
        if (homes := FOREIGN.get(module.split(".")[0])) and not place.startswith(tuple(homes))
    ]
    assert not wrong, "\n".join(wrong)


def test_adapters_do_not_import_one_anothers_families() -> None:
    """`adapters/local` and `adapters/memory` are alternatives: neither may lean on the other."""
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {module}"
        for path in (ROOT / "shared/adapters/memory").rglob("*.py")
        for line, module in imports_of(path)
        if is_below(module, "shared.adapters.local")
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_says_what_it_exports(path: Path) -> None:
    """Public names are listed in `__all__` and exist; what is not listed is private."""
    tree = ast.parse(path.read_text("utf-8"))
    public = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_")
    }
    listed = next(
        (
            set(ast.literal_eval(node.value))
            for node in tree.body
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
        ),
        None,
    )
    if listed is None:
        assert not public, f"{path.relative_to(ROOT)} has public names but no __all__: {sorted(public)}"
    else:
        assert public <= listed, f"{path.relative_to(ROOT)}: not in __all__: {sorted(public - listed)}"
