"""A small site, built once, and a way to run commands as a terminal would."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from shared.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from typer.testing import Result

    Run = Callable[..., Result]

PAGES = {
    "index.md": "---\ntitle: Welcome\ntags: [start]\n---\nA site about gardens.\n\n"
    "See [the compost guide](guide/compost.md).\n",
    "guide/compost.md": "---\ntitle: Compost\ndate: 2026-01-05\ndescription: Rotting well\n---\n# Compost\n\n"
    "Kitchen scraps turn into soil.\n\n## Turning the heap\n\nTurn the heap every fortnight.\n\n"
    "```sh\nturn --heap\n```\n",
    "guide/watering.md": "# Watering\n\nWater roses at dawn, never at noon.\n\n![A can](can.png)\n\n## Rain barrels\n\n"
    "Collect rain in barrels. [Broken](missing.md)\n",
    "notes/draft.md": "---\ntitle: Unfinished\ndraft: true\n---\nNot yet.\n",
}


@pytest.fixture(autouse=True, scope="session")
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Locks and memories of these tests stay among themselves."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        patch.setenv("NO_COLOR", "1")
        patch.delenv("OPENAI_API_KEY", raising=False)
        yield


@pytest.fixture
def run() -> Run:
    """Run `inkdex` with these arguments."""
    runner = CliRunner()

    def run_inkdex(*arguments: object, **options: object) -> Result:
        return runner.invoke(app, [str(argument) for argument in arguments], prog_name="inkdex", **options)  # type: ignore[arg-type]

    return run_inkdex


def write_pages(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """A source folder of a few pages."""
    return write_pages(tmp_path / "garden", PAGES)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    write_pages(folder / "garden", PAGES)
    result = CliRunner().invoke(app, ["build", str(folder / "garden"), "--out", str(folder / "dist"), "--quiet"])
    assert result.exit_code == 0, result.output
    return folder / "dist"


@pytest.fixture
def dist(built_once: Path, tmp_path: Path) -> Path:
    """Artifacts of the garden, with static vectors, for a test to do with as it likes."""
    return shutil.copytree(built_once, tmp_path / "dist")
