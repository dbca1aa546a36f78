"""`inkdex dev`: rebuilding while a folder changes; and the search page that is built when it is needed."""

from __future__ import annotations

import asyncio
import os
import socket
from typing import TYPE_CHECKING

import pytest
from watchfiles import Change

from shared.adapters.local.server import ReloadEvents
from shared.adapters.local.web_client import ensure_web_client
from shared.cli.dev_session import DevBuilder, FolderFilter, watch_folder
from shared.cli.serving import LocalServer, open_socket
from shared.errors import ConfigurationError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def builder(garden: Path) -> Iterator[DevBuilder]:
    builder = DevBuilder(garden, {"embedder": {"kind": "none"}}, lambda _: None, 1)
    yield builder
    builder.close()


async def until(lines: list[str], text: str) -> None:
    async with asyncio.timeout(20):
        while not any(text in line for line in lines):  # noqa: ASYNC110 - what is waited for is what a person sees
            await asyncio.sleep(0.05)


async def test_what_is_saved_is_built_and_announced(builder: DevBuilder, garden: Path) -> None:
    first = await builder.build()
    assert (builder.out / "site" / "current.json").is_file()
    lines: list[str] = []
    events = ReloadEvents()
    stream = events.stream()
    await anext(stream)
    watching = asyncio.create_task(watch_folder(builder, garden, "site", events, lines.append))
    try:
        await asyncio.sleep(0.5)  # the watcher starts in a thread
        (garden / "index.md").write_text("# New\n\nFresh words.\n")
        await until(lines, "rebuilt")
        assert "index.md" in lines[-1]
        assert first.result.revision not in await asyncio.wait_for(anext(stream), 5)
        (garden / "inkdex.toml").write_text("[broken\n")
        await until(lines, "Not rebuilt")
        assert (builder.out / "site" / "current.json").is_file()
        (garden / "inkdex.toml").write_text("[site]\ntitle = 'Roses'\n")
        await until(lines, "inkdex.toml")
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        await stream.aclose()  # type: ignore[attr-defined]


def test_only_names_below_the_folder_decide_what_is_watched(tmp_path: Path) -> None:
    root = tmp_path / "dist" / "node_modules" / "docs"
    watched = FolderFilter(root)
    assert watched(Change.modified, str(root / "guide" / "index.md"))
    assert watched(Change.added, str(root / "inkdex.toml"))
    for name in (".inkdex/steps/a", ".git/index", "node_modules/x.md", "dist/x.md", "site/dist/x.md"):
        assert not watched(Change.modified, str(root / name))


def test_a_taken_port_gives_the_next_one() -> None:
    notes: list[str] = []
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with open_socket("127.0.0.1", port, notes.append) as found:
            assert found.getsockname()[1] > port
    assert f"Port {port} is taken" in notes[0]


def test_an_address_of_another_machine() -> None:
    with pytest.raises(InputError, match="cannot listen"):
        open_socket("192.0.2.1", 0, lambda _: None)


async def test_the_server_listens_and_stops() -> None:
    async def app(scope: dict[str, object], receive: object, send: object) -> None:
        await send({"type": "http.response.start", "status": 204, "headers": []})  # type: ignore[operator]
        await send({"type": "http.response.body", "body": b""})  # type: ignore[operator]

    stopped: list[bool] = []
    with open_socket("127.0.0.1", 0, lambda _: None) as listening:
        server = LocalServer(app, listening, on_stop=lambda: stopped.append(True))  # type: ignore[arg-type]
        running = asyncio.create_task(server.run_until_stopped())
        host, port = listening.getsockname()
        assert server.url == f"http://127.0.0.1:{port}/"
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(b"GET / HTTP/1.0\r\n\r\n")
        assert b"204" in await reader.readline()
        writer.close()
        await writer.wait_closed()
        server.should_exit = True
        await running
    assert stopped == [True]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A web client whose build writes what it was built from."""
    package = tmp_path / "web-client"
    (package / "src").mkdir(parents=True)
    (package / "src" / "main.ts").write_text("one")
    (package / "package.json").write_text(
        '{"name": "page", "version": "1.0.0", "scripts": {"build": "node build.cjs"}}'
    )
    (package / "package-lock.json").write_text(
        '{"name": "page", "version": "1.0.0", "lockfileVersion": 3, "packages": {"": {"name": "page"}}}'
    )
    (package / "build.cjs").write_text(
        'const fs = require("fs"); fs.mkdirSync("dist", {recursive: true});'
        'const text = fs.readFileSync("src/main.ts", "utf8"); if (text === "bad") throw new Error("no way");'
        'fs.writeFileSync("dist/index.html", text);'
    )
    return package


def test_the_page_is_built_when_missing_or_old(package: Path) -> None:
    notes: list[str] = []
    page = ensure_web_client(notes.append, package=package)
    assert (page / "index.html").read_text() == "one"
    assert "npm run build" in notes[-1]
    notes.clear()
    ensure_web_client(notes.append, package=package)
    assert notes == []
    source = package / "src" / "main.ts"
    source.write_text("two")
    later = (page / "index.html").stat().st_mtime + 10
    os.utime(source, (later, later))
    assert (ensure_web_client(notes.append, package=package) / "index.html").read_text() == "two"


def test_a_page_that_cannot_be_built(package: Path) -> None:
    (package / "src" / "main.ts").write_text("bad")
    with pytest.raises(ConfigurationError, match="no way"):
        ensure_web_client(lambda _: None, package=package)
    (package / "dist" / "index.html").write_text("old")
    os.utime(package / "dist" / "index.html", (1, 1))
    notes: list[str] = []
    assert (ensure_web_client(notes.append, package=package) / "index.html").read_text() == "old"
    assert "out of date" in notes[-1]


def test_without_sources_there_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="repository"):
        ensure_web_client(lambda _: None, package=tmp_path)
