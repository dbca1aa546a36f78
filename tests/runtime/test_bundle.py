"""What a deployment is made of: the configuration, the modules that are uploaded, and where versions come from."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from functions.settings import Settings
from shared.cli.worker.deployment import pins
from shared.cli.worker.folders import REPOSITORY
from shared.cli.worker.upload import LIMIT_BYTES, bundle, sizes_by_package
from shared.cli.worker.vendor import locked_packages
from shared.cli.worker.wrangler import read_config, wrangler_command
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PACKAGES = {
    "annotated-types",
    "anyio",
    "idna",
    "markdown-it-py",
    "mdit-py-plugins",
    "mdurl",
    "pydantic",
    "pydantic-core",
    "python-frontmatter",
    "pyyaml",
    "snowballstemmer",
    "starlette",
    "typing-extensions",
    "typing-inspection",
    "workers-runtime-sdk",
}
"""All that a Worker carries. What comes to this list is paid for at every start."""

NOT_OURS = ("shared/cli/", "shared/adapters/local/", "shared/adapters/embedders/static.py")
"""Of functions/ and shared/, what stays on this machine."""


@pytest.fixture(scope="module")
def modules() -> Mapping[str, bytes]:
    return bundle(REPOSITORY, print)


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    return read_config(REPOSITORY)


# What is uploaded


def test_uploaded_modules_are_those_of_the_worker(modules: Mapping[str, bytes]) -> None:
    ours = {name for name in modules if not name.startswith("python_modules/")}
    written = {
        path.relative_to(REPOSITORY).as_posix()
        for package in ("functions", "shared")
        for path in (REPOSITORY / package).rglob("*.py")
    }
    assert ours == {name for name in written if not name.startswith(NOT_OURS)}
    assert all(modules[name] == (REPOSITORY / name).read_bytes() for name in ours)


def test_uploaded_packages_are_those_of_the_lock_file(modules: Mapping[str, bytes]) -> None:
    locked = {item.name: item.version for item in locked_packages(REPOSITORY)}
    found = (re.fullmatch(r"python_modules/(.+)-(.+)\.dist-info/METADATA", name) for name in modules)
    assert {match[1].replace("_", "-"): match[2] for match in found if match} == locked
    assert set(locked) == PACKAGES


def test_nothing_useless_is_uploaded(modules: Mapping[str, bytes]) -> None:
    useless = re.compile(r"\.pyc$|\.pyi$|\.map$|__pycache__|/tests?/|/\.venv/|/node_modules/|/bin/|^tests/")
    assert [name for name in modules if useless.search(name)] == []
    compiled = [name for name in modules if name.endswith(".so")]
    assert len(compiled) == 1
    assert modules[compiled[0]][:4] == b"\0asm"


def test_the_upload_stays_far_below_the_limit(modules: Mapping[str, bytes]) -> None:
    packages = sizes_by_package(modules)
    assert sum(item.size_bytes for item in packages) == sum(map(len, modules.values())) < LIMIT_BYTES / 5
    assert sum(item.modules for item in packages) == len(modules)
    names = {item.package.partition(" ")[0] for item in packages}
    assert names == PACKAGES | {"functions", "shared"}


# The configuration


def test_wrangler_takes_the_configuration_as_it_is(tmp_path: Path) -> None:
    """The file itself, with its build command, as `pywrangler deploy` finds it. Packages are its own work."""
    path = os.pathsep.join([str(REPOSITORY / ".venv/bin"), os.environ["PATH"]])
    command = [*wrangler_command(REPOSITORY / "node_modules"), "deploy", "--dry-run", f"--outdir={tmp_path}"]
    done = subprocess.run(
        command,
        cwd=REPOSITORY,
        env={**os.environ, "PATH": path, "NO_COLOR": "1", "WRANGLER_SEND_METRICS": "false"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "WARNING" not in said, said
    assert (tmp_path / "entry.py").read_bytes() == (REPOSITORY / "functions/entry.py").read_bytes()
    assert not (tmp_path / "shared/cli").exists()


def test_a_mistake_in_the_configuration_is_refused(modules: Mapping[str, bytes], tmp_path: Path) -> None:
    assert modules  # so packages are there
    for path in REPOSITORY.iterdir():
        if path.name not in {"wrangler.toml", ".git"}:
            (tmp_path / path.name).symlink_to(path)
    text = (REPOSITORY / "wrangler.toml").read_text("utf-8")
    (tmp_path / "wrangler.toml").write_text(text.replace("max_retries", "max_retires"), "utf-8")
    with pytest.raises(ConfigurationError, match="max_retires"):
        bundle(tmp_path, print)


def test_nothing_of_development_is_deployed(config: dict[str, Any]) -> None:
    assert config["compatibility_flags"] == ["python_workers"]
    assert config["compatibility_date"] >= "2026-09-08"
    assert config["limits"]["cpu_ms"] == 300_000


def test_queues_leave_nothing_to_defaults(config: dict[str, Any]) -> None:
    queues = {item["queue"]: item for item in config["queues"]["consumers"]}
    assert set(queues) == {"inkdex-pipeline", "inkdex-pipeline-dead"}
    for item in queues.values():
        assert item.keys() >= {"max_batch_size", "max_batch_timeout", "max_retries", "max_concurrency"}
    assert queues["inkdex-pipeline"]["dead_letter_queue"] == "inkdex-pipeline-dead"
    assert "dead_letter_queue" not in queues["inkdex-pipeline-dead"]


def as_variable(value: object) -> str | None:
    """A setting's default as a variable would have it; None if it is a secret."""
    match value:
        case bool():
            return str(value).lower()
        case float():
            return f"{value:g}"
        case tuple():
            return ",".join(value)
        case str() | int():
            return str(value)
    return None


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_explained_in_the_configuration(name: str) -> None:
    """A variable with its default, a secret by its name, each in a comment."""
    text = (REPOSITORY / "wrangler.toml").read_text("utf-8")
    value = as_variable(Settings.model_fields[name].default)
    line = f"#   {name.upper()}  " if value is None else f'# {name.upper()} = "{value}"\n'
    assert f"\n{line}" in text


# Versions


def test_pywrangler_finds_the_versions_of_the_lock_file() -> None:
    committed = tomllib.loads((REPOSITORY / "pylock.toml").read_text("utf-8"))
    wanted = tomllib.loads(pins(REPOSITORY))
    versions = [[(item["name"], item["version"]) for item in lock["packages"]] for lock in (committed, wanted)]
    assert sorted(versions[0]) == sorted(versions[1]), "write it anew: `uv run inkdex worker deploy --dry-run`"


def test_npm_packages_are_locked_for_every_platform() -> None:
    wanted = json.loads((REPOSITORY / "package.json").read_text("utf-8"))
    locked = json.loads((REPOSITORY / "package-lock.json").read_text("utf-8"))["packages"]
    for name, version in wanted["devDependencies"].items():
        assert locked[f"node_modules/{name}"]["version"] == version
    optional = {name for item in locked.values() for name in item.get("optionalDependencies", ())}
    assert {f"node_modules/{name}" for name in optional} <= set(locked)
    assert {"@cloudflare/workerd-darwin-arm64", "@cloudflare/workerd-linux-64"} <= optional
    assert [name for name, item in locked.items() if "resolved" in item] == []
