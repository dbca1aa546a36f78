"""`inkdex init`, `inspect`, `rollback` and `clean`."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from shared.config import SiteConfig, load_config
from shared.usecases.init_site import describe_settings

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run


def test_init_writes_what_it_found(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "My Docs!"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Hello\n\nText.\n")
    (folder / "mkdocs.yml").write_text("site_name: Hello\n")
    result = run("init", folder)
    assert result.exit_code == 0
    assert "mkdocs" in result.stdout
    assert "1 page in docs" in result.stdout
    settings = load_config((folder / "inkdex.toml").read_text())
    assert (settings.site.name, settings.content.layout, settings.content.root) == ("my-docs", "mkdocs", "docs")
    assert run("build", folder, "--out", tmp_path / "dist", "--embedder", "none", "--quiet").exit_code == 0


def test_init_never_overwrites_unasked(run: Run, garden: Path) -> None:
    (garden / "inkdex.toml").write_text("[site]\n")
    assert run("init", garden).exit_code == 1
    assert (garden / "inkdex.toml").read_text() == "[site]\n"
    assert run("init", garden, "--force").exit_code == 0
    assert run("init", garden / "nowhere").exit_code == 1


def test_init_in_an_empty_folder_says_so(run: Run, tmp_path: Path) -> None:
    assert "no Markdown page yet" in run("init", tmp_path).stdout


def test_every_default_in_the_file_is_the_default(run: Run, garden: Path) -> None:
    run("init", garden)
    text = (garden / "inkdex.toml").read_text()
    uncommented = re.sub(r"^# (\w+ = .+)$", r"\1", text, flags=re.MULTILINE)
    settings = load_config(uncommented).model_dump()
    expected = SiteConfig().model_dump()
    expected["site"]["name"], expected["content"]["layout"], expected["content"]["root"] = "garden", "plain", ""
    assert settings == expected
    assert tomllib.loads(text)["site"] == {"name": "garden"}


def test_every_setting_is_explained() -> None:
    for table in describe_settings():
        assert table.explanation
        assert all(setting.explanation for setting in table.settings) or table.name == "ranking.weights"


def test_inspect_counts_every_file_once(run: Run, dist: Path) -> None:
    answer = json.loads(run("inspect", dist, "--json").stdout)
    files = [path for name in ("objects", "site") for path in (dist / name).rglob("*") if path.is_file()]
    assert answer["total"]["files"] == len(files)
    assert answer["total"]["size_bytes"] == sum(path.stat().st_size for path in files)
    assert 0 < answer["total"]["gzip_bytes"] < answer["total"]["size_bytes"]
    assert answer["counts"]["documents"] == 3
    assert answer["languages"] == ["en"]


def test_inspect_remembers_the_last_build(run: Run, garden: Path, tmp_path: Path) -> None:
    run("build", garden, "--out", tmp_path / "dist", "--quiet")
    result = run("inspect", tmp_path / "dist")
    assert result.exit_code == 0
    assert "Read pages" in result.stdout
    assert "search.db" in result.stdout
    assert "no earlier revision" in result.stdout


def test_inspect_elsewhere_has_no_times(run: Run, dist: Path) -> None:
    assert "no record of the build" in run("inspect", dist).stdout


def test_inspect_of_a_damaged_site_fails_clearly(run: Run, dist: Path) -> None:
    next(dist.glob("site/revisions/*/search.db")).unlink()
    result = run("inspect", dist)
    assert result.exit_code == 1
    assert "inkdex verify" in result.stderr


@pytest.fixture
def three_revisions(run: Run, garden: Path, tmp_path: Path) -> tuple[Path, list[str]]:
    """Artifacts of three builds, and their revisions, oldest first."""
    dist = tmp_path / "three"
    revisions = []
    for number in range(3):
        (garden / "index.md").write_text(f"# Version {number}\n\nText {number}.\n")
        revisions.append(
            json.loads(run("build", garden, "--out", dist, "--embedder", "none", "--json").stdout)["revision"]
        )
    return dist, revisions


def published(dist: Path) -> str:
    revision: str = json.loads((dist / "site" / "current.json").read_bytes())["revision"]
    return revision


def test_rollback_goes_back_and_forth(run: Run, three_revisions: tuple[Path, list[str]]) -> None:
    dist, (first, second, third) = three_revisions
    assert run("rollback", dist).exit_code == 0
    assert published(dist) == second
    assert json.loads(run("rollback", dist, "--json").stdout) == {"site": "site", "revision": third, "changed": True}
    run("rollback", dist, first)
    assert published(dist) == first
    assert "already serves" in run("rollback", dist, first).stdout
    assert run("verify", dist).exit_code == 0


def test_rollback_to_nowhere(run: Run, dist: Path) -> None:
    assert run("rollback", dist).exit_code == 1
    assert run("rollback", dist, "0" * 16).exit_code == 1
    assert run("rollback", dist, "../x").exit_code == 1


def test_clean_keeps_what_is_asked(run: Run, three_revisions: tuple[Path, list[str]]) -> None:
    dist, (_, second, third) = three_revisions
    assert run("clean", dist, "--keep", "2").exit_code == 0
    assert {path.name for path in (dist / "site" / "revisions").iterdir()} == {second, third}
    assert run("clean", dist).exit_code == 0
    assert {path.name for path in (dist / "site" / "revisions").iterdir()} == {third}
    assert run("verify", dist).exit_code == 0


def test_a_build_keeps_as_many_revisions_as_it_is_told(run: Run, garden: Path, tmp_path: Path) -> None:
    for number in range(3):
        (garden / "index.md").write_text(f"# Version {number}\n\nText {number}.\n")
        run("build", garden, "--out", tmp_path / "dist", "--embedder", "none", "--keep", "2", "--quiet")
    assert len(list((tmp_path / "dist" / "site" / "revisions").iterdir())) == 2
