from __future__ import annotations

import asyncio
import ctypes
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.builds.site_builder import Site, make_config, page
from tests.cases.hostile.write_folder import hostile_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_MEMORY_MB = 300
_TINY = 5_000
_PAGE_BYTES = 60_000
"""Size of the long pages; tests/unit/content reads each at full size. Those that take most memory have it here too."""
_HEAVIEST = {f"repeated/{name}.md" for name in ("headings", "html-links", "tabs", "footnotes", "too-large")}
_HUGE_BYTES = 500_000_000
_DAC_CAPABILITIES = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH (capabilities(7)): without them even root may not read every file."""
_PR_CAPBSET_DROP = 24
_REPOSITORY = Path(__file__).parents[2]

_BUILD = """
import json, sys
from pathlib import Path
from tests.builds.site_builder import Site, make_config
site = Site(Path(sys.argv[1]), make_config("static"))
result = site.build()
# Not ru_maxrss: that begins with what the process had that started this one.
peak = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(json.dumps({"report": result.report, "counts": result.manifest["counts"], "peak_kb": peak}))
"""


def write_hostile_pages(site: Site) -> None:
    for name, data in hostile_pages(_PAGE_BYTES):
        site.write(name, data)
    for name, data in hostile_pages():
        if name in _HEAVIEST:
            site.write(name, data)


def write_hostile_names(site: Site) -> None:
    names = [
        "names/new\nline.md", "names/tab\there.md", "names/<script>alert(1)</script>.md", "names/'quotes\".md",
        "names/back\\slash.md", "names/..double.md", "names/...md", "names/%2e%2e%2fescape.md", "names/#?&.md",
        "names/\u202egnp.md", "names/e\u0301.md", "names/\u00e9.md", "names/" + "x" * 240 + ".md", "names/-rf.md",
        "names/ .md", "names/CON.md", "names/a:b.md", "names/$(id).md", "names/\U0001f600.md", "names/UPPER.MD",
    ]  # fmt: skip
    for number, name in enumerate(names):
        site.write(name, f"# Hostile name {number}\n\nText of a page with a name.\n")
    with (Path(os.fsdecode(os.fsencode(site.folder / "names") + b"/not-utf8-\xff.md"))).open("w") as file:
        file.write("# Name\n")


def write_hostile_tree(site: Site) -> None:
    folder = site.folder
    deep = folder / "/".join(["deep"] * 200)
    deep.mkdir(parents=True)
    (deep / "page.md").write_text("# Deep down\n\nText far below.\n")
    _make_deeper_than_a_path_may_be(folder / "abyss")
    outside = site.root / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("# Secret\n\nThe outside secret.\n")
    (folder / "link-out.md").symlink_to(outside / "secret.md")
    (folder / "folder-out").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "dangling.md").symlink_to(folder / "nowhere.md")
    (folder / "device.md").symlink_to("/dev/zero")
    os.mkfifo(folder / "fifo.md")
    (folder / "directory.md").mkdir()
    site.write("unreadable.md", "# Nobody reads me\n")
    (folder / "unreadable.md").chmod(0)
    (folder / "locked").mkdir()
    site.write("locked/page.md", "# Locked\n")
    (folder / "locked").chmod(0)
    with (folder / "huge.md").open("wb") as file:
        file.truncate(_HUGE_BYTES)
    (folder / ".hidden").mkdir()
    site.write(".hidden/page.md", "# Hidden\n")
    site.write("node_modules/package/README.md", "# Dependency\n")
    for number in range(_TINY):
        site.write(f"tiny/{number % 50}/{number}.md", f"# T{number}\n\nx\n")


def _make_deeper_than_a_path_may_be(folder: Path) -> None:
    folder.mkdir()
    descriptor = os.open(folder, os.O_RDONLY)
    for _ in range(30):
        os.mkdir("n" * 200, dir_fd=descriptor)
        below = os.open("n" * 200, os.O_RDONLY, dir_fd=descriptor)
        os.close(descriptor)
        descriptor = below
    os.close(os.open("page.md", os.O_CREAT | os.O_WRONLY, dir_fd=descriptor))
    os.close(descriptor)


def _drop_capabilities() -> None:
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in _DAC_CAPABILITIES:
            libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("hostile") / "site", make_config("static"))
    write_hostile_pages(site)
    write_hostile_names(site)
    write_hostile_tree(site)
    site.write("fine/first.md", page("first", title="Perfectly harmless"))
    site.write("fine/second.md", "# A second one\n\nAnother harmless walrus page.\n")
    yield site
    (site.folder / "locked").chmod(0o700)
    shutil.rmtree(site.folder / "abyss", onerror=None)


@pytest.fixture(scope="module")
def outcome(site: Site) -> dict[str, Any]:
    """Build in one process of its own, with a time-out."""
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(site.root)],
        cwd=_REPOSITORY,
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
        preexec_fn=_drop_capabilities,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_memory_stays_within_bounds(outcome: dict[str, Any]) -> None:
    assert outcome["peak_kb"] / 1024 < _MAX_MEMORY_MB


def test_harmless_pages_among_them_are_found(site: Site, outcome: dict[str, Any]) -> None:
    search = site.open()
    for query, url in (("perfectly harmless", "/fine/first/"), ("walrus", "/fine/second/"), ("far below", None)):
        results = asyncio.run(search.search(query)).results
        assert results, query
        assert url is None or results[0].url == url
    assert outcome["counts"]["documents"] >= _TINY + 20


def test_the_revision_is_whole(site: Site, outcome: dict[str, Any]) -> None:
    site.read()
    site.verify()


def test_nothing_from_outside_the_folder_or_from_hidden_ones_is_read(site: Site, outcome: dict[str, Any]) -> None:
    paths = {post["path"] for post in json.loads(site.read_file("posts.json"))}
    assert not any(path.startswith(("folder-out", "loop", ".hidden", "node_modules")) for path in paths)
    assert not paths & {"link-out.md", "dangling.md", "device.md", "fifo.md", "directory.md"}
    assert not any(b"outside secret" in data for data in site.read().values())


def test_every_diagnostic_names_its_file_and_says_what_to_do(outcome: dict[str, Any]) -> None:
    diagnostics = outcome["report"]["diagnostics"]
    assert len(diagnostics) > 50
    for found in diagnostics:
        assert found["path"]
        assert found["code"]
        assert len(found["message"]) > 20
        assert found["severity"] in {"error", "warning", "info"}
    codes = {found["code"] for found in diagnostics}
    assert {"bad-file-name", "unreadable", "file-too-large"} <= codes


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("unreadable.md", "unreadable"),
        ("locked/", "unreadable"),
        ("huge.md", "file-too-large"),
        ("repeated/too-large.md", "file-too-large"),
        ("names/not-utf8-\ufffd.md", "bad-file-name"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(outcome: dict[str, Any], path: str, code: str) -> None:
    assert (path, code) in {(found["path"], found["code"]) for found in outcome["report"]["diagnostics"]}


def test_a_path_that_is_too_long_is_named_with_what_helps(outcome: dict[str, Any]) -> None:
    (found,) = [item for item in outcome["report"]["diagnostics"] if item["path"].startswith("abyss/")]
    assert found["message"].endswith("use shorter names")


def test_broken_front_matter_is_named_with_its_line(outcome: dict[str, Any]) -> None:
    lines = {found["path"]: found["line"] for found in outcome["report"]["diagnostics"] if found["line"]}
    assert {"yaml/alias-bomb.md", "yaml/tab.md", "toml/not-toml.md", "json/trailing-comma.md"} <= set(lines)


def test_a_rebuild_of_hostile_pages_runs_no_step(site: Site, outcome: dict[str, Any]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _BUILD.replace('"report": result.report', '"run": result.steps_run'), str(site.root)],
        cwd=_REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        preexec_fn=_drop_capabilities,
    )
    assert set(json.loads(done.stdout)["run"].values()) == {0}
