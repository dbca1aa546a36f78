"""A visitor's browser: real Chromium that opens a search engine with nothing loaded, and asks it."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.browser.chromium import launch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, CDPSession, Page, Playwright
    from playwright.sync_api import Request as PlaywrightRequest

    from tests.benchmarks.visitor_server import CountingServer, Sent

__all__ = ["Answer", "Request", "Tab", "VisitorBrowser", "waves_of"]

_SETTLE_MS = 60
"""What an engine asks for this long after its answer still counts to it."""

_TIMEOUT_MS = 300_000
_HEAP_USAGE = 2
"""The number of the message that asks a worker for its heap."""
_PATIENCE = 100
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
    """A request as the browser saw it; `start` and `end` are milliseconds of one clock."""

    path: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Answer:
    """`ms` passed in the page until results could be shown; `cpu_ms`: processor time of the page's process meanwhile.

    `sent`: what the server answered for it. `requests`: the same as the browser saw it.
    """

    ms: float
    urls: tuple[str, ...]
    snippets: tuple[str, ...]
    cpu_ms: float = 0.0
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
        self._cdp.send("Performance.enable")
        self._ended: list[PlaywrightRequest] = []
        page.on("requestfinished", self._on_end)  # also of workers

    def _on_end(self, request: PlaywrightRequest) -> None:
        self._ended.append(request)

    def slow_down(self, latency_ms: float, bits_per_second: float) -> None:
        """From now on every request takes `latency_ms` at least, those of the page's workers too."""
        speed = bits_per_second / 8
        self._cdp.send(
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": latency_ms, "downloadThroughput": speed, "uploadThroughput": speed},
        )

    def open_and_search(self, text: str, limit: int, *, hybrid: bool = False) -> Answer:
        """The engine's first answer, with all that it has to load for it."""
        return self._measure(_OPEN_AND_SEARCH, [text, limit, hybrid])

    def search(self, text: str, limit: int) -> Answer:
        return self._measure(_SEARCH, [text, limit])

    def search_all(self, texts: Sequence[str], limit: int) -> list[Answer]:
        """Answers without their requests."""
        found = self._page.evaluate(_SEARCH_ALL, [list(texts), limit])
        self._ended.clear()
        return [_answer(ms, results) for ms, results in found]

    def _measure(self, script: str, arguments: list[Any]) -> Answer:
        self._server.take_sent()
        self._ended.clear()
        before = self._processor_ms()
        ms, found = self._page.evaluate(script, arguments)
        cpu_ms = self._processor_ms() - before
        self._page.wait_for_timeout(_SETTLE_MS)
        requests = tuple(_as_request(request) for request in self._ended)
        answer = _answer(ms, found)
        return replace(answer, cpu_ms=cpu_ms, sent=tuple(self._server.take_sent()), requests=requests)

    def _processor_ms(self) -> float:
        """Of the page's process, its workers included."""
        metrics = self._cdp.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(metric["value"] for metric in metrics if metric["name"] == "ProcessTime"))

    def bytes_seen(self) -> int:
        """What the browser says that it received for the last answer, headers included."""
        sizes = [request.sizes() for request in self._ended]
        return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)

    def heap_bytes(self) -> int:
        """Of the JavaScript of the page and its workers after a garbage collection, array buffers included."""
        workers: list[str] = []
        replies: dict[str, dict[str, int]] = {}

        def on_attached(event: dict[str, Any]) -> None:
            workers.append(event["sessionId"])

        def on_message(event: dict[str, Any]) -> None:
            message = json.loads(event["message"])
            if message.get("id") == _HEAP_USAGE:
                replies[event["sessionId"]] = message["result"]

        self._cdp.on("Target.attachedToTarget", on_attached)
        self._cdp.on("Target.receivedMessageFromTarget", on_message)
        self._cdp.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False})
        self._page.wait_for_timeout(_SETTLE_MS)
        for number, method in enumerate(("HeapProfiler.collectGarbage", "Runtime.getHeapUsage"), _HEAP_USAGE - 1):
            for worker in workers:
                message = json.dumps({"id": number, "method": method})
                self._cdp.send("Target.sendMessageToTarget", {"sessionId": worker, "message": message})
        self._cdp.send("HeapProfiler.collectGarbage")
        usages = [self._cdp.send("Runtime.getHeapUsage")]
        for _ in range(_PATIENCE):
            if len(replies) == len(workers):
                break
            self._page.wait_for_timeout(_SETTLE_MS)
        assert len(replies) == len(workers), "a worker does not say how large its heap is"
        return sum(int(usage["usedSize"] + usage["backingStorageSize"]) for usage in (*usages, *replies.values()))


def _as_request(request: PlaywrightRequest) -> Request:
    timing = request.timing
    return Request(urlsplit(request.url).path, timing["startTime"], timing["startTime"] + timing["responseEnd"])


def _answer(ms: float, found: list[dict[str, str]]) -> Answer:
    return Answer(ms, tuple(result["url"] for result in found), tuple(result["snippet"] for result in found))


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
        page.goto(f"{self._server.origin}/{engine}.html")
        page.wait_for_function("() => window.openEngine !== undefined")
        try:
            yield Tab(page, self._server)
        finally:
            context.close()
