"""The search component beside the artifacts of a build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.component_files import publish_component
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


@pytest.fixture
def web_client(tmp_path: Path) -> Path:
    """A built web client: what is listed is published, with its map and types; the search page is not."""
    folder = tmp_path / "web-client"
    scripts = (
        "inkdex-search.js",
        "inkdex-search.js.map",
        "assets/engine-1.js",
        "assets/page-1.js",
        "offline-worker.js",
    )
    for name in (*scripts, "index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    (folder / "types/component").mkdir(parents=True)
    for name in ("inkdex-search.d.ts", "types/component/index.d.ts"):
        (folder / name).write_text(name)
    listed = {"inkdex-search.js": {"bytes": 16}, "assets/engine-1.js": {"bytes": 18}}
    (folder / "integrity.json").write_text(json.dumps({"files": listed}))
    return folder


def names_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_listed_scripts_are_published_with_maps_and_types(web_client: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    publish_component(web_client, out)
    assert names_in(out) == {
        "inkdex-search.js",
        "inkdex-search.js.map",
        "inkdex-search.d.ts",
        "assets/engine-1.js",
        "types/component/index.d.ts",
        "integrity.json",
        "inkdex.json",
        "offline-worker.js",
        "offline.json",
    }
    assert json.loads((out / "offline.json").read_text())["files"] == {"assets/engine-1.js": 18, "inkdex-search.js": 16}


def test_files_that_are_the_same_are_not_written_again(web_client: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    publish_component(web_client, out)
    before = {name: (out / name).stat().st_ino for name in names_in(out)}
    (web_client / "inkdex-search.js").write_text("newer")
    publish_component(web_client, out)
    changed = {name for name in names_in(out) if before[name] != (out / name).stat().st_ino}
    assert changed == {"inkdex-search.js"}
    assert (out / "inkdex-search.js").read_text() == "newer"


def test_sites_of_the_folder_are_listed(web_client: Path, tmp_path: Path) -> None:
    out = tmp_path / "dist"
    for site in ("zebra", "ant"):
        (out / site).mkdir(parents=True)
        (out / site / "current.json").write_text("{}")
    (out / "objects").mkdir()
    publish_component(web_client, out)
    assert json.loads((out / "inkdex.json").read_text()) == {"sites": ["ant", "zebra"]}


def test_a_web_client_without_a_list_says_what_to_do(web_client: Path, tmp_path: Path) -> None:
    (web_client / "integrity.json").unlink()
    with pytest.raises(ConfigurationError, match="build the web client again"):
        publish_component(web_client, tmp_path / "dist")


def test_build_puts_it_there_unless_told_not_to(
    run: Run, garden: Path, tmp_path: Path, web_client: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.cli.component.ensure_web_client", lambda _: web_client)
    assert run("build", garden, "--out", tmp_path / "with", "--embedder", "none").exit_code == 0
    assert (tmp_path / "with/inkdex-search.js").read_text() == "inkdex-search.js"
    assert json.loads((tmp_path / "with/inkdex.json").read_text()) == {"sites": ["site"]}
    assert run("build", garden, "--out", tmp_path / "without", "--embedder", "none", "--no-component").exit_code == 0
    assert {name.split("/")[0] for name in names_in(tmp_path / "without")} == {"objects", "site"}


def test_a_component_that_cannot_be_built_does_not_fail_the_build(
    run: Run, garden: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> Path:
        raise ConfigurationError("npm is needed", setting="PATH")

    monkeypatch.setattr("shared.cli.component.ensure_web_client", fail)
    result = run("build", garden, "--out", tmp_path / "dist", "--embedder", "none")
    assert result.exit_code == 0
    assert "The search component is not in" in result.stderr
