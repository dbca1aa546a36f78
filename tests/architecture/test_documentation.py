"""The documentation names everything that there is, links lead somewhere, and what it shows works."""

from __future__ import annotations

import ast
import asyncio
import json
import re
import shlex
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
import typer.main
from markdown_it import MarkdownIt
from pydantic import BaseModel

from shared.adapters.local.server import CONTENT_SECURITY_POLICY
from shared.cli.app import app
from shared.cli.wiring import LocalSite
from shared.config import SiteConfig, load_config
from shared.domain.content.diagnostics import CODES
from shared.domain.content.layouts.sluggers import new_github_slugger
from shared.domain.index.blocks import decode_block
from shared.domain.index.directory import decode_directory
from shared.domain.index.documents import decode_documents
from shared.domain.index.lexicon import place_blocks
from shared.domain.index.postings import RANKED_ENTRIES
from shared.domain.revision import block_file, pack_file
from shared.domain.vectors.codes import VectorCodes
from shared.usecases.build_site import build_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown_it.token import Token

    from shared.usecases.build_site import BuildResult

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples/docs"
FORMAT = ROOT / "docs/format.md"
PAGES = sorted(
    [
        *(ROOT / name for name in ("README.md", "CHANGELOG.md")),
        *(ROOT / "docs").rglob("*.md"),
        *(path for path in EXAMPLE.rglob("*.md") if ".inkdex" not in path.parts),
    ]
)

CODES_ELSEWHERE = {
    "broken-link": "warning",
    "broken-anchor": "info",
    "bad-date": "warning",
    "bad-front-matter-value": "warning",
    "bad-file-name": "error",
    "unreadable": "error",
    "linked-file": "info",
    "submodule": "info",
}
"""Diagnostics that are not found while a page's text is read, with their severities."""

OF_THE_AUTHORS = {"languages", "rests", "skipped", "tags"}
"""Keys below these are languages, numbers and reasons, not names of the format."""


# Markdown


@cache
def parse(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(_without_front_matter(page.read_text("utf-8")))


def _without_front_matter(text: str) -> str:
    return re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)


@cache
def anchors(page: Path) -> frozenset[str]:
    slug = new_github_slugger()
    tokens = parse(page)
    headings = (tokens[place + 1] for place, token in enumerate(tokens) if token.type == "heading_open")
    return frozenset(slug("".join(child.content for child in heading.children or [])) for heading in headings)


def targets(page: Path) -> Iterator[str]:
    for token in parse(page):
        for child in token.children or []:
            target = child.attrs.get("href", child.attrs.get("src"))
            if target is not None:
                yield str(target)


def fences(page: Path, language: str) -> list[str]:
    return [token.content for token in parse(page) if token.type == "fence" and token.info == language]


def sections(page: Path, level: int) -> dict[str, str]:
    """Heading of this level -> what stands below it, as written."""
    pieces = re.split(rf"^{'#' * level} (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


# Links


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_internal_link_leads_to_a_file_and_an_anchor(page: Path) -> None:
    for target in targets(page):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, fragment = unquote(target).partition("#")
        found = page.parent / name if name else page
        assert found.exists(), f"{page.name} links to {target}"
        assert not fragment or fragment in anchors(found), f"{page.name} links to {target}, which is no heading"


# Commands


def commands_of(group: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """(name, command) of all commands, those of groups as `group command`."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands_of(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


COMMANDS = dict(commands_of(typer.main.get_command(app)))
GLOBAL_OPTIONS = {"--version", "--debug", "--install-completion", "--show-completion", "--help", "-h"}


def options_of(command: str) -> set[str]:
    parameters = COMMANDS[command].params
    names = {name for item in parameters for name in (*item.opts, *item.secondary_opts) if name.startswith("-")}
    return names - {"--help", "-h"}


def test_every_command_has_a_section_in_the_reference() -> None:
    documented = {name.removeprefix("inkdex ") for name in sections(EXAMPLE / "reference/commands.md", 2)}
    assert documented - {"inkdex", "Exit codes"} == set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_reference_names_exactly_the_options_of_a_command(command: str) -> None:
    text = sections(EXAMPLE / "reference/commands.md", 2)[f"inkdex {command}"]
    rows = re.findall(r"^\| (`.+?) \|", text, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(--?[a-z][a-z-]*)`", row)}
    assert named == options_of(command)


def test_the_reference_names_the_options_of_the_program() -> None:
    text = sections(EXAMPLE / "reference/commands.md", 2)["inkdex"]
    assert set(re.findall(r"`(--?[a-z][a-z-]*)`", text)) >= GLOBAL_OPTIONS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_in_examples_exist(page: Path) -> None:
    for line in "".join(fences(page, "sh")).replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if "|" in words:
            words = words[: words.index("|")]
        while "inkdex" in words and words[words.index("inkdex") + 1 :]:
            command, *rest = words[words.index("inkdex") + 1 :]
            if rest and f"{command} {rest[0]}" in COMMANDS:
                command, *rest = f"{command} {rest[0]}", *rest[1:]
            assert command in COMMANDS, line
            rest = rest[: rest.index("--")] if "--" in rest else rest
            given = {word.partition("=")[0] for word in rest if re.fullmatch(r"--?[a-z][a-z-]*(=.*)?", word)}
            assert given <= options_of(command), line
            words = rest


# Settings


def settings(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """(dotted name, default) of all settings."""
    for name, field in model.model_fields.items():
        default = field.get_default(call_default_factory=True)
        if isinstance(default, BaseModel):
            yield from settings(type(default), f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", default


def as_toml(value: Any) -> str:
    if value is None:
        return "unset"
    return f"`{json.dumps(list(value) if isinstance(value, tuple) else value)}`"


def test_every_setting_is_documented_with_its_default() -> None:
    documented = sections(EXAMPLE / "reference/settings.md", 3)
    defaults = dict(settings(SiteConfig))
    assert set(documented) == set(defaults)
    for name, default in defaults.items():
        assert documented[name].strip().startswith(f"Default: {as_toml(default)}."), name


@pytest.mark.parametrize("page", [page for page in PAGES if EXAMPLE in page.parents], ids=lambda page: page.stem)
def test_settings_in_examples_are_accepted(page: Path) -> None:
    for text in fences(page, "toml"):
        load_config(text, source=str(page))


def test_the_security_page_shows_the_policy_that_is_sent() -> None:
    shown = " ".join(fences(EXAMPLE / "security.md", "text")).split()
    assert shown == CONTENT_SECURITY_POLICY.split()


# Diagnostics


def literal_codes() -> dict[str, str]:
    """The codes that the source gives to `Diagnostic` as they are, and their severities."""
    calls = (
        node
        for path in (ROOT / "shared").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Diagnostic"
    )
    literals = [[getattr(item, "value", None) for item in call.args] for call in calls if len(call.args) > 3]
    return {str(code): str((*rest, "warning")[0]) for _, _, code, _, *rest in literals if isinstance(code, str)}


def test_every_diagnostic_is_documented_with_its_severity() -> None:
    severities = {code.value: info.severity for code, info in CODES.items()} | CODES_ELSEWHERE
    documented = sections(EXAMPLE / "reference/diagnostics.md", 3)
    assert set(documented) == set(severities)
    for code, severity in severities.items():
        assert documented[code].strip().startswith(f"Severity: {severity}. "), code


def test_no_diagnostic_is_unknown_to_this_test() -> None:
    assert literal_codes().items() <= CODES_ELSEWHERE.items()


# The format


class _Silent:
    def stage_started(self, stage: str, steps: int, reused: int) -> None: ...

    def step_done(self, stage: str) -> None: ...

    def stage_finished(self, stage: str, duration_s: float) -> None: ...


def build(folder: Path, work: Path, config: SiteConfig) -> BuildResult:
    site = LocalSite(folder, work / "dist", work / "cache", config)
    runner = site.make_runner(1)

    async def run() -> BuildResult:
        try:
            return await build_site(config, site.services, runner, _Silent(), as_of=datetime(2026, 12, 1, tzinfo=UTC))
        finally:
            await site.close()

    try:
        return asyncio.run(run())
    finally:
        runner.close()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildResult]:
    """A site that uses every key of the format: (artifacts, result). One word has more sections than are ranked."""
    work = tmp_path_factory.mktemp("format")
    front_matter = "title: All\ndescription: Everything.\ndate: 2026-01-02\nlang: de\ntags: [a]\nimage: cover.png"
    sections_text = "".join(
        f"## Part {number}\n\nfrequent\n\n```\ncode\n```\n\n" for number in range(RANKED_ENTRIES + 1)
    )
    twin = "These are twenty words and more, which two pages of this site have in common, all but their titles. " * 2
    pages = {
        "all.md": f"---\n{front_matter}\n---\n![Alt](a.png)\n\n{sections_text}",
        "twin.md": f"# Twin\n\n{twin}[away](gone.md)",
        "other.md": f"# Other\n\n{twin}[twin](twin.md)",
        "draft.md": "---\ndraft: true\n---\nnot yet",
    }
    for name, text in pages.items():
        (work / "source").mkdir(exist_ok=True)
        (work / "source" / name).write_text(text, "utf-8")
    return work / "dist", build(work / "source", work, SiteConfig())


def files_of(built: tuple[Path, BuildResult]) -> dict[str, list[Any]]:
    """Section of format.md -> the files that it describes."""
    dist, result = built
    manifest = result.manifest
    site = dist / manifest["site"]["name"]
    revision = site / "revisions" / result.revision

    def pack(name: str, count: int) -> list[Any]:
        return [json.loads((dist / pack_file(name, number)).read_bytes()) for number in range(count)]

    def whole_pack(name: str) -> list[Any]:
        return pack(name, len(list((dist / pack_file(name, 0)).parent.glob(f"{name}-*.json"))))

    directory = decode_directory((dist / block_file(manifest["documents"]["pack"])).read_bytes())
    leaves = [
        document
        for part in directory
        for document in decode_documents(
            part, (dist / block_file(part.pack)).read_bytes(), range(len(part.documents()))
        )
    ]
    vectors = (dist / block_file(manifest["vectors"]["pack"])).read_bytes()
    return {
        "current.json": [{**json.loads((site / "current.json").read_bytes()), "content": {}}],
        "manifest.json": [json.loads((revision / "manifest.json").read_bytes())],
        "Lexicon packs": [
            file for item in manifest["lexicon"] for file in [*whole_pack(item["pack"]), *block_heads(dist, item)]
        ],
        "Documents": [*leaves, *whole_pack(manifest["documents"]["pack"])],
        "Vectors": [json.loads(decode_block(vectors).partition(b"\n")[0])],
        "Listings": [json.loads((revision / f"{name}.json").read_bytes()) for name in ("posts", "media", "report")],
    }


def block_heads(dist: Path, entry: Mapping[str, Any]) -> list[Any]:
    """The line of JSON of each lexicon block of one of the manifest's packs."""
    data = (dist / block_file(entry["pack"])).read_bytes()
    blocks = [data[start:end] for start, end in pairwise(place_blocks(entry["sizes"]))]
    return [json.loads(decode_block(block).partition(b"\n")[0]) for block in blocks]


def keys(value: Any, *, named_by_authors: bool = False) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if not named_by_authors:
                yield key
            # `tags` of the report maps kinds to tables of the authors' own names.
            yield from keys(item, named_by_authors=key in OF_THE_AUTHORS or isinstance(value.get("authors"), dict))
    elif isinstance(value, list):
        for item in value:
            yield from keys(item, named_by_authors=named_by_authors)


def is_named(key: str, text: str) -> bool:
    return f'"{key}"' in text or f"`{key}`" in text


def test_every_key_of_the_artifacts_is_named_in_its_section_of_the_format(built: tuple[Path, BuildResult]) -> None:
    described = sections(FORMAT, 2)
    for section, files in files_of(built).items():
        found = {key for file in files for key in keys(file)}
        missing = {key for key in found if not is_named(key, described[section])}
        assert not missing, section


def test_the_site_of_this_test_has_every_kind_of_file(built: tuple[Path, BuildResult]) -> None:
    found = {section: {key for file in files for key in keys(file)} for section, files in files_of(built).items()}
    assert {"terms", "words", "sizes", "rests"} <= found["Lexicon packs"]
    assert {"description", "language", "date", "tags", "image", "code"} <= found["Documents"]
    assert {"codes", "clusters", "shards", "rows", "words", "vocabulary"} <= found["Vectors"]
    assert {"skipped", "similarities", "severity", "alt"} <= found["Listings"]


def test_the_format_names_the_keys_of_one_bit_codes() -> None:
    text = sections(FORMAT, 2)["Vectors"]
    assert all(is_named(key, text) for key in VectorCodes("bit", 384, (0.0,) * 384).to_json())


# Decisions


def test_decisions_are_numbered_one_after_another_and_titled_so() -> None:
    files = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [file.name[:4] for file in files]
    assert numbers == [f"{number:04}" for number in range(1, len(files) + 1)]
    titles = [file.read_text("utf-8").splitlines()[0] for file in files]
    assert [title[:7] for title in titles] == [f"# {number}." for number in numbers]


# The example


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildResult]:
    work = tmp_path_factory.mktemp("example")
    shutil.copytree(EXAMPLE, work / "source", ignore=shutil.ignore_patterns(".inkdex"))
    return work / "dist", build(work / "source", work, load_config((EXAMPLE / "inkdex.toml").read_text("utf-8")))


def test_the_example_builds_without_a_diagnostic(example: tuple[Path, BuildResult]) -> None:
    _, result = example
    assert result.report["diagnostics"] == []
    assert result.report["skipped"] == {}
    assert result.manifest["counts"]["documents"] >= 15


def test_the_tour_shows_an_entry_of_posts_as_it_is(example: tuple[Path, BuildResult]) -> None:
    dist, result = example
    posts = json.loads((dist / "docs/revisions" / result.revision / "posts.json").read_bytes())
    shown = next(text for text in fences(EXAMPLE / "artifacts/index.md", "json") if '"excerpt"' in text)
    assert list(json.loads(shown)) == list(posts[0])


@pytest.mark.parametrize(("page", "least"), [(EXAMPLE / "artifacts/sql.md", 8), (ROOT / "docs/site/explore.md", 3)])
def test_sql_examples_run(example: tuple[Path, BuildResult], page: Path, least: int) -> None:
    dist, result = example
    queries = [text for text in fences(page, "sql") if "vec_" not in text]
    assert len(queries) >= least
    with closing(sqlite3.connect(dist / "docs/revisions" / result.revision / "search.db")) as database:
        for query in queries:
            database.execute(query).fetchall()
