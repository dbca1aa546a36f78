"""The bridge between the runtime's requests and the application."""

from typing import Any

import js
from pyodide.ffi import JsException

from functions.bindings.asgi_bridge import answer_by_app
from functions.bindings.javascript import from_js_bytes, to_js_bytes, to_js_value
from shared.errors import InvariantError
from tests.runtime.worker.runner import raises


def _request(url: str = "https://example.org/", body: Any = None, **init: object) -> Any:
    options = to_js_value(init)
    if body is not None:
        options.body = body
    return js.Request.new(url, options)


async def _body_of(answer: Any) -> bytes:
    return from_js_bytes(await answer.arrayBuffer())


def _start(status: int = 200, *headers: tuple[bytes, bytes]) -> dict[str, Any]:
    return {"type": "http.response.start", "status": status, "headers": list(headers)}


def _piece(body: bytes, more: bool = False) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body, "more_body": more}


async def test_the_application_sees_the_request(env: Any) -> None:
    seen: dict[str, Any] = {}

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.update(scope, first=await receive())
        await send(_start(201, (b"x-a", b"1"), (b"x-a", b"2")))
        await send(_piece(b"\x00\xff"))

    answer = await answer_by_app(app, _request("https://example.org:8443/a%20b/%C3%BC?q=%20x", headers={"X-Name": "v"}))
    assert (seen["path"], seen["raw_path"], seen["query_string"]) == ("/a b/ü", b"/a%20b/%C3%BC", b"q=%20x")
    assert (seen["method"], seen["scheme"], seen["server"]) == ("GET", "https", ("example.org", 8443))
    assert (b"x-name", b"v") in seen["headers"]
    assert seen["first"] == {"type": "http.request", "body": b"", "more_body": False}
    assert (answer.status, answer.headers.get("x-a"), await _body_of(answer)) == (201, "1, 2", b"\x00\xff")


async def test_a_body_is_read_as_it_is_asked_for(env: Any) -> None:
    data = bytes(range(256)) * 8_000
    sizes = []

    async def echo(scope: Any, receive: Any, send: Any) -> None:
        await send(_start())
        while (event := await receive())["more_body"]:
            sizes.append(len(event["body"]))
            await send(_piece(event["body"], more=True))
        await send(_piece(b""))

    answer = await answer_by_app(echo, _request(method="POST", body=to_js_bytes(data)))
    assert await _body_of(answer) == data
    assert sum(sizes) == len(data)


async def test_a_body_that_nobody_reads_hinders_nobody(env: Any) -> None:
    async def refuse(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send(_start(413))
        await send(_piece(b"no"))

    stream = js.IdentityTransformStream.new()
    writer = stream.writable.getWriter()
    first = writer.write(to_js_bytes(b"x" * 100_000))
    answer = await answer_by_app(refuse, _request(method="POST", body=stream.readable))
    assert (answer.status, await _body_of(answer)) == (413, b"no")
    await first
    with raises(JsException):
        await writer.write(to_js_bytes(b"more"))


async def test_an_answer_without_a_body_has_none(env: Any) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send(_start(304, (b"etag", b'"a"')))
        await send(_piece(b""))

    answer = await answer_by_app(app, _request())
    assert (answer.status, answer.headers.get("etag"), await _body_of(answer)) == (304, '"a"', b"")


async def test_an_answer_in_pieces_keeps_its_length(env: Any) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send(_start(200, (b"content-length", b"300000")))
        for _ in range(3):
            await send(_piece(b"x" * 100_000, more=True))
        await send(_piece(b""))

    answer = await answer_by_app(app, _request())
    assert answer.headers.get("content-length") == "300000"
    assert await _body_of(answer) == b"x" * 300_000


async def test_failing_before_the_answer_is_the_callers_to_see(env: Any) -> None:
    async def fail(scope: Any, receive: Any, send: Any) -> None:
        raise ZeroDivisionError

    async def forget(scope: Any, receive: Any, send: Any) -> None:
        await receive()

    with raises(ZeroDivisionError):
        await answer_by_app(fail, _request())
    with raises(InvariantError, "no answer"):
        await answer_by_app(forget, _request())


async def test_failing_amid_the_answer_breaks_it_off(env: Any) -> None:
    async def fail(scope: Any, receive: Any, send: Any) -> None:
        await send(_start())
        await send(_piece(b"half", more=True))
        raise ZeroDivisionError

    answer = await answer_by_app(fail, _request())
    with raises(JsException):
        await answer.arrayBuffer()


async def test_an_application_notices_that_nobody_reads(env: Any) -> None:
    import asyncio

    noticed = asyncio.Event()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send(_start())
        try:
            for _ in range(100):
                await send(_piece(b"x" * 10_000, more=True))
        except OSError:
            noticed.set()
            raise

    answer = await answer_by_app(app, _request())
    await answer.body.cancel()
    async with asyncio.timeout(5):
        await noticed.wait()
