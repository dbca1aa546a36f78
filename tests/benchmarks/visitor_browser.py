"""A visitor's browser: real Chromium that opens a search engine with nothing loaded, and asks it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.browser.chromium import launch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, CDPSession, Page, Playwright

    from tests.benchmarks.visitor_server import CountingServer, Sent

__all__ = ["Answer", "Request", "Tab", "VisitorBrowser", "waves_of"]

LATENCY_MS = 50
BITS_PER_SECOND = 10_000_000
_SETTLE_MS = 150
"""What an engine fetches this long after its answer still counts to it."""

_TIMEOUT_MS = 300_000
_OPEN_AND_SEARCH = """async ([text, limit, hybrid]) => {
    const start = performance.now();
    window.engine = await window.openEngine({ hybrid });
    const found = await window.engine.search(text, limit);
    return [performance.now() - start, found];
}"""
_SEARCH = """async ([text, limit]) => {
    const start = performance.now();
    const found = await window.engine.search(text, limit);
    return [performance.now() - start, found];
}"""
_SEARCH_ALL = """async ([texts, limit]) => {
    const answers = [];
    for (const text of texts) {
        const start = performance.now();
        const found = await window.engine.search(text, limit);
        answers.push([performance.now() - start, found]);
    }
    return answers;
}"""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the browser saw it; `start` and `end` are seconds of its clock, `bytes` what came over the wire."""

    path: str
    start: float
    end: float
    bytes: int


@dataclass(frozen=True, slots=True)
class Answer:
    """`ms` passed in the page until the results could be shown. `sent` is what the server has answered, `requests` the
    same as the browser saw it."""

    ms: float
    urls: tuple[str, ...]
    snippets: tuple[str, ...]
    sent: tuple[Sent, ...] = ()
    requests: tuple[Request, ...] = ()

    @property
    def bytes(self) -> int:
        return sum(sent.bytes for sent in self.sent)


def waves_of(requests: Sequence[Request]) -> int:
    """The longest chain of requests each of which began when the one before it had ended."""
    depth: list[tuple[float, int]] = []
    for request in sorted(requests, key=lambda one: one.start):
        before = max((waves for end, waves in depth if end <= request.start), default=0)
        depth.append((request.end, before + 1))
    return max((waves for _, waves in depth), default=0)


class Tab:
    """A page in a profile of its own, with an engine's adapter loaded and nothing of the engine."""

    def __init__(self, page: Page, server: CountingServer) -> None:
        self._page = page
        self._server = server
        self._cdp: CDPSession = page.context.new_cdp_session(page)
        self._starts: dict[str, tuple[str, float]] = {}
        self._ended: list[Request] = []
        self._cdp.on("Network.requestWillBeSent", self._on_start)
        self._cdp.on("Network.loadingFinished", self._on_end)
        self._cdp.send("Network.enable")

    def _on_start(self, event: dict[str, Any]) -> None:
        self._starts[event["requestId"]] = (event["request"]["url"], event["timestamp"])

    def _on_end(self, event: dict[str, Any]) -> None:
        url, start = self._starts.pop(event["requestId"], ("", 0.0))
        if url.startswith(self._server.origin):
            path = url.removeprefix(self._server.origin).partition("?")[0]
            self._ended.append(Request(path, start, event["timestamp"], int(event["encodedDataLength"])))

    def slow_down(self) -> None:
        """From now on as over a line of 10 Mbit/s whose answers take 50 ms."""
        speed = BITS_PER_SECOND / 8
        self._cdp.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed},
        )

    def open_and_search(self, text: str, limit: int, *, hybrid: bool = False) -> Answer:
        """The engine's first answer, with all that it has to load for it."""
        return self._measure(_OPEN_AND_SEARCH, [text, limit, hybrid])

    def search(self, text: str, limit: int) -> Answer:
        return self._measure(_SEARCH, [text, limit])

    def search_all(self, texts: Sequence[str], limit: int) -> list[Answer]:
        """Answers without their requests."""
        found = self._page.evaluate(_SEARCH_ALL, [list(texts), limit])
        return [_answer(ms, results) for ms, results in found]

    def _measure(self, script: str, arguments: list[Any]) -> Answer:
        self._server.sent.clear()
        self._ended.clear()
        ms, found = self._page.evaluate(script, arguments)
        self._page.wait_for_timeout(_SETTLE_MS)
        return _answer(ms, found, tuple(self._server.sent), tuple(self._ended))

    def heap_bytes(self) -> int:
        """Of JavaScript, after a garbage collection, array buffers included."""
        self._cdp.send("HeapProfiler.collectGarbage")
        usage = self._cdp.send("Runtime.getHeapUsage")
        return int(usage["usedSize"]) + int(usage.get("backingStorageSize", 0))


def _answer(
    ms: float, found: list[dict[str, str]], sent: tuple[Sent, ...] = (), requests: tuple[Request, ...] = ()
) -> Answer:
    urls = tuple(result["url"] for result in found)
    return Answer(ms, urls, tuple(result["snippet"] for result in found), sent, requests)


class VisitorBrowser:
    """Opens tabs, each in a profile of its own, so that nothing is cached."""

    def __init__(self, playwright: Playwright, server: CountingServer) -> None:
        self._browser: Browser = launch(playwright)
        self._server = server
        self.version = self._browser.version

    def close(self) -> None:
        self._browser.close()

    @contextlib.contextmanager
    def tab(self, engine: str) -> Iterator[Tab]:
        context = self._browser.new_context()
        context.set_default_timeout(_TIMEOUT_MS)
        page = context.new_page()
        page.goto(f"{self._server.origin}/pages/{engine}.html")
        page.wait_for_function("() => window.openEngine !== undefined")
        try:
            yield Tab(page, self._server)
        finally:
            context.close()
