"""`inkdex worker` as far as it needs no workerd; tests/runtime has the rest."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from shared.cli.worker.deployment import pins, run_pywrangler
from shared.cli.worker.folders import REPOSITORY, keep_newest, publish_folder
from shared.cli.worker.pyodide_bundle import adapt_script
from shared.cli.worker.secrets import local_variables
from shared.cli.worker.server_log import readable
from shared.cli.worker.staging import stage
from shared.cli.worker.upload import sizes_by_package
from shared.cli.worker.vendor import locked_packages
from shared.cli.worker.wrangler import write_variables
from shared.errors import ConfigurationError, InputError, InvariantError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

COMMANDS = ("dev", "deploy", "stage")


def test_help_teaches_each_command_with_an_example(run: Run) -> None:
    for command in COMMANDS:
        result = run("worker", command, "--help")
        assert result.exit_code == 0
        assert f"inkdex worker {command}" in result.stdout.partition("Example:")[2]


def test_a_variable_must_have_a_name_and_a_value(run: Run, tmp_path: Path) -> None:
    result = run("worker", "dev", "--folder", tmp_path, "--var", "PUBLIC_URL")
    assert result.exit_code == 1
    assert "--var PUBLIC_URL: write NAME=VALUE" in result.stderr


# Staging


def write_repository(folder: Path) -> Path:
    files = (
        "functions/entry.py",
        "functions/__pycache__/entry.py",
        "shared/domain/a.py",
        "shared/domain/a.txt",
        "shared/cli/app.py",
        "shared/adapters/local/x.py",
        "shared/adapters/embedders/static.py",
        "shared/adapters/embedders/openai.py",
        "tests/t.py",
    )
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def staged(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_only_modules_of_the_worker_are_staged(tmp_path: Path) -> None:
    repository, target = write_repository(tmp_path / "repository"), tmp_path / "staged"
    assert stage(repository, target, files={"extra/b.py": "b"}) == 4
    wanted = {"functions/entry.py", "shared/domain/a.py", "shared/adapters/embedders/openai.py", "extra/b.py"}
    assert staged(target) == wanted


def test_staging_again_touches_what_has_changed_only(tmp_path: Path) -> None:
    repository, target = write_repository(tmp_path / "repository"), tmp_path / "staged"
    stage(repository, target)
    before = (target / "functions/entry.py").stat().st_mtime_ns
    (repository / "shared/domain/a.py").write_text("new")
    (repository / "shared/adapters/embedders/openai.py").unlink()
    assert stage(repository, target) == 2
    assert (target / "functions/entry.py").stat().st_mtime_ns == before
    assert (target / "shared/domain/a.py").read_text() == "new"
    assert not (target / "shared/adapters").exists()


# The runtime


def test_a_pyodide_that_is_written_differently_is_refused() -> None:
    with pytest.raises(InvariantError, match="does not contain 'async function _createPyodideModule"):
        adapt_script("export default 1;")


def test_a_folder_is_published_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), publish_folder(tmp_path / "a") as new:
        shutil.copy(new / "missing", new / "half")
    assert list(tmp_path.iterdir()) == []
    for text in ("first", "second"):
        with publish_folder(tmp_path / "a") as new:
            (new / "file").write_text(text)
    assert (tmp_path / "a/file").read_text() == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_old_folders_go(tmp_path: Path) -> None:
    for number in range(5):
        folder = tmp_path / f"packages-{number}"
        folder.mkdir()
        os.utime(folder, (number, number))
    (tmp_path / "state").mkdir()
    keep_newest(tmp_path, "packages-*", 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["packages-3", "packages-4", "state"]


def test_the_log_is_shown_without_colours_and_tables() -> None:
    assert readable("│ shared/x.py │".encode()) is None
    assert readable(b"\x1b[33mWARNING\x1b[0m it is \x07 late") == "WARNING it is   late"


# Settings


def test_secrets_that_nobody_has_set_are_made_up_once(tmp_path: Path) -> None:
    first = local_variables(REPOSITORY, tmp_path / "a", ["PUBLIC_URL=http://x?a=b"])
    assert first["PUBLIC_URL"] == "http://x?a=b"
    assert len(first["INKDEX_SECRET"]) >= 32
    assert local_variables(REPOSITORY, tmp_path / "a", [])["INKDEX_SECRET"] == first["INKDEX_SECRET"]
    assert local_variables(REPOSITORY, tmp_path / "b", [])["INKDEX_SECRET"] != first["INKDEX_SECRET"]
    assert local_variables(REPOSITORY, tmp_path / "a", ["INKDEX_SECRET=mine"])["INKDEX_SECRET"] == "mine"
    with pytest.raises(InputError, match="NAME=VALUE"):
        local_variables(REPOSITORY, tmp_path / "a", ["=x"])


def test_variables_are_written_for_this_user_only(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.write_text("TOKEN=secret")
    write_variables(tmp_path, {"A": "it's", "B": '"$x"'}, own)
    path = tmp_path / ".dev.vars"
    assert path.read_text() == "TOKEN=secret\nA=`it's`\nB='\"$x\"'\n"
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(ConfigurationError, match="C holds both"):
        write_variables(tmp_path, {"C": "'`"}, None)


# Packages


def test_the_workers_packages_are_pinned_with_hashes() -> None:
    found = {item.name: item for item in locked_packages(REPOSITORY)}
    assert "numpy" not in found
    assert found["pydantic-core"].requirement.startswith(
        f"pydantic-core=={found['pydantic-core'].version} --hash=sha256:"
    )
    assert f'name = "pydantic-core"\nversion = "{found["pydantic-core"].version}"' in pins(REPOSITORY)


def test_pywrangler_runs_with_the_tools_of_this_environment() -> None:
    assert run_pywrangler(REPOSITORY, ["--version"]) == 0


def test_modules_are_weighed_by_the_package_that_brought_them() -> None:
    record = "some_thing/__init__.py,sha256=x,1\n_some.py,,\nsome_thing-1.2.dist-info/RECORD,,\n"
    modules = {
        "functions/entry.py": b"12345",
        "python_modules/some_thing-1.2.dist-info/RECORD": record.encode(),
        "python_modules/some_thing/__init__.py": b"123",
        "python_modules/_some.py": b"1",
        "python_modules/other/x.py": b"1234567890" * 20,
    }
    sizes = {item.package: (item.modules, item.size_bytes) for item in sizes_by_package(modules)}
    assert sizes == {"other": (1, 200), "some-thing 1.2": (3, len(record) + 4), "functions": (1, 5)}
