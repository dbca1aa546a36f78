"""`inkdex build`: what it writes, what it says, and how it fails."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.state import load_build, make_lock
from shared.cli.build_progress import SilentObserver
from shared.cli.local_build import LocalBuild, open_folder
from shared.errors import ConflictError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

    from conftest import Run

    from shared.domain.steps import Record, Step


def digest_of(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    pieces = [f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
    return "\n".join(pieces)


def test_build_says_what_it_found_and_what_to_do_next(run: Run, garden: Path, tmp_path: Path) -> None:
    result = run("build", garden, "--out", tmp_path / "dist")
    assert result.exit_code == 0
    assert "Built site" in result.stdout
    assert "3 in 5 sections" in result.stdout
    assert "1 draft\n" in result.stdout
    assert "guide/watering.md:9" in result.stdout
    assert f"inkdex serve {tmp_path / 'dist'}" in result.stdout
    assert "Read pages" in result.stderr
    assert (garden / ".inkdex" / ".gitignore").read_text() == "*\n"


def test_json_is_one_line_for_scripts(run: Run, garden: Path, tmp_path: Path) -> None:
    result = run("build", garden, "--out", tmp_path / "dist", "--json", "--site", "garden", "--base-url", "/g/")
    answer = json.loads(result.stdout)
    assert answer["site"] == "garden"
    assert answer["counts"]["documents"] == 3
    assert answer["skipped"] == {"draft": 1}
    assert answer["diagnostics"]["broken-link"] == 1
    assert answer["embedding"]["embedder"].startswith("static/")
    assert (tmp_path / "dist" / "garden" / "current.json").is_file()


def test_diagnostics_in_full(run: Run, garden: Path, tmp_path: Path) -> None:
    result = run("build", garden, "--out", tmp_path / "dist", "--json", "--diagnostics")
    (broken,) = [row for row in json.loads(result.stdout)["diagnostics"] if row["code"] == "broken-link"]
    assert broken["path"] == "guide/watering.md"
    assert broken["message"]


def test_a_second_build_changes_nothing(run: Run, garden: Path, tmp_path: Path) -> None:
    run("build", garden, "--out", tmp_path / "dist")
    before = digest_of(tmp_path / "dist")
    result = run("build", garden, "--out", tmp_path / "dist")
    assert "up to date" in result.stdout
    assert "0 run" in result.stdout
    assert digest_of(tmp_path / "dist") == before


def test_quiet_says_nothing(run: Run, garden: Path, tmp_path: Path) -> None:
    assert run("build", garden, "--out", tmp_path / "dist", "--quiet").output == ""


def test_words_only(run: Run, garden: Path, tmp_path: Path) -> None:
    result = run("build", garden, "--out", tmp_path / "dist", "--embedder", "none", "--json")
    assert json.loads(result.stdout)["embedding"]["embedder"] is None


def test_the_embedder_option_drops_the_dimensions_of_another_embedder(run: Run, garden: Path, tmp_path: Path) -> None:
    (garden / "inkdex.toml").write_text('[embedder]\nkind = "openai"\ndimensions = 1024\n')
    result = run("build", garden, "--out", tmp_path / "dist", "--embedder", "static", "--json")
    assert result.exit_code == 0, result.output


def test_the_build_is_remembered_outside_of_the_artifacts(run: Run, garden: Path, tmp_path: Path) -> None:
    answer = json.loads(run("build", garden, "--out", tmp_path / "dist", "--json").stdout)
    record = load_build(tmp_path / "dist")
    assert record is not None
    assert record["revision"] == answer["revision"]
    assert set(record["stage_seconds"]) >= {"parse", "index", "publish"}


def test_leftovers_of_dead_builds_are_removed(run: Run, garden: Path, tmp_path: Path) -> None:
    leftover = tmp_path / "dist" / "objects" / "ab" / "abc-0.json.tmp-99-0"
    leftover.parent.mkdir(parents=True)
    leftover.write_text("half")
    run("build", garden, "--out", tmp_path / "dist")
    assert not leftover.exists()


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("[site\n", "is not valid TOML"),
        ("[site]\nnmae = 'x'\n", "site.nmae"),
        ("[ranking]\nb = 7\n", "ranking.b"),
        ("[embedder]\nkind = 'openai'\n", "OPENAI_API_KEY"),
        ("[content]\nroot = 'nowhere'\n", "no Markdown page"),
    ],
)
def test_wrong_settings_are_one_clear_line(
    run: Run, garden: Path, tmp_path: Path, settings: str, expected: str
) -> None:
    (garden / "inkdex.toml").write_text(settings)
    result = run("build", garden, "--out", tmp_path / "dist", "--quiet")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert expected in result.stderr
    assert "Traceback" not in result.output


def test_a_wrong_option_value_is_the_callers_mistake(run: Run, garden: Path, tmp_path: Path) -> None:
    result = run("build", garden, "--out", tmp_path / "dist", "--site", "Not A Name")
    assert result.exit_code == 1
    assert "site.name" in result.stderr


def test_debug_shows_the_traceback_wherever_it_stands(run: Run, tmp_path: Path) -> None:
    for arguments in (("--debug", "build", tmp_path / "no"), ("build", tmp_path / "no", "--debug")):
        result = run(*arguments)
        assert result.exit_code == 1
        assert "Traceback" in result.stderr


def test_folders_that_cannot_be(run: Run, garden: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for arguments, expected in (
        ((tmp_path / "no",), "does not exist"),
        ((garden / "index.md",), "is a file"),
        ((tmp_path / "empty", "--out", tmp_path / "dist"), "no Markdown page"),
        ((garden, "--out", garden), "holds the source folder itself"),
        ((garden, "--out", tmp_path / "x", "--cache", tmp_path / "x"), "need a folder of their own"),
        ((garden, "--out", garden / "index.md"), "is a file"),
        ((garden, "--config", tmp_path / "no.toml"), "does not exist"),
    ):
        result = run("build", *arguments)
        assert result.exit_code == 1, result.output
        assert expected in result.stderr.replace("\n", " ")


def test_wrong_usage_is_2(run: Run) -> None:
    assert run("build", "--colour").exit_code == 2
    assert run("biuld").exit_code == 2


def test_another_build_of_the_folder_is_waited_for(run: Run, garden: Path, tmp_path: Path) -> None:
    with make_lock(tmp_path / "dist"):
        result = run("build", garden, "--out", tmp_path / "dist", "--wait", "0.1", "--quiet")
    assert result.exit_code == 1
    assert "waiting for it" in result.stderr
    assert "--wait" in result.stderr
    assert run("build", garden, "--out", tmp_path / "dist", "--quiet").exit_code == 0


class _RestlessRunner:
    """A runner under which files change: the first `times` runs fail."""

    def __init__(self, inner: object, times: int) -> None:
        self.inner = inner
        self.times = times

    def warm_up(self, parts: int) -> None: ...

    async def run(self, steps: Sequence[Step]) -> AsyncIterator[tuple[Step, Record]]:
        if self.times:
            self.times -= 1
            raise ConflictError("index.md changed during the build")
        async for item in self.inner.run(steps):  # type: ignore[attr-defined]
            yield item


@pytest.mark.parametrize(("times", "works"), [(2, True), (3, False)])
async def test_a_file_that_changes_meanwhile_is_read_again(
    garden: Path, tmp_path: Path, times: int, works: bool
) -> None:
    site = open_folder(garden, tmp_path / "dist", overrides={"embedder": {"kind": "none"}})
    notes: list[str] = []
    build = LocalBuild(site, _RestlessRunner(site.make_runner(1), times), notes.append)  # type: ignore[arg-type]
    if works:
        assert (await build.run(SilentObserver(), wait_s=1)).result.changed
    else:
        with pytest.raises(ConflictError):
            await build.run(SilentObserver(), wait_s=1)
    assert len(notes) == 2
