"""The Worker's HTTP client against the server of tests/runtime/test_objects.py, whose address is the variable PEER."""

import re
import time
from hashlib import sha256
from typing import Any

from functions.bindings.javascript import unwrap
from functions.bindings.workers_http import WorkersHttpClient
from shared.errors import ConfigurationError, Unavailable
from tests.runtime.worker.runner import raises


async def test_a_request_arrives_as_it_was_sent(env: Any) -> None:
    body = bytes(range(256)) * 100
    answer = await WorkersHttpClient().send(
        "POST", f"{unwrap(env).PEER}/echo?a=%20b", headers={"x-name": "value"}, body=body, timeout_s=10
    )
    assert (answer.status, answer.body) == (200, body)
    assert answer.headers["x-method"] == "POST"
    assert answer.headers["x-path"] == "/echo?a=%20b"
    assert answer.headers["x-name"] == "value"
    assert all(name == name.lower() for name in answer.headers)


async def test_a_redirect_is_an_answer(env: Any) -> None:
    answer = await WorkersHttpClient().send("GET", f"{unwrap(env).PEER}/redirect", headers={}, timeout_s=10)
    assert (answer.status, answer.headers["location"]) == (302, "https://elsewhere.example/")


async def test_failures_are_answers_and_breaks_are_unavailable(env: Any) -> None:
    client, peer = WorkersHttpClient(), unwrap(env).PEER
    answer = await client.send("GET", f"{peer}/status/503", headers={}, timeout_s=10)
    assert answer.status == 503
    for path in ("/broken", "/closed"):
        with raises(Unavailable):
            await client.send("GET", f"{peer}{path}", headers={}, timeout_s=10)
    with raises(Unavailable):
        await client.send("GET", "http://127.0.0.1:1/", headers={}, timeout_s=10)


async def test_whoever_does_not_answer_in_time_is_unavailable(env: Any) -> None:
    client, peer = WorkersHttpClient(), unwrap(env).PEER
    for path in ("/slow", "/slow-body"):
        start = time.time()
        with raises(Unavailable, "within 0.3 s"):
            await client.send("GET", f"{peer}{path}?secret", headers={}, timeout_s=0.3)
        assert time.time() - start < 2


async def test_messages_show_no_more_than_the_host(env: Any) -> None:
    peer = unwrap(env).PEER
    with raises(Unavailable, f"^{re.escape(peer)} did not answer within 0.1 s$"):
        await WorkersHttpClient().send("GET", f"{peer}/slow?token=abc", headers={}, timeout_s=0.1)


async def test_an_address_that_is_none_is_a_setting_to_fix(env: Any) -> None:
    for url in ("example.org", "ftp://example.org/", "http://[::1", "", "http://"):
        with raises(ConfigurationError):
            await WorkersHttpClient().send("GET", url, headers={}, timeout_s=1)


async def test_a_stream_comes_in_pieces(env: Any) -> None:
    peer = unwrap(env).PEER
    digest, pieces = sha256(), 0
    async with WorkersHttpClient().stream("GET", f"{peer}/large", headers={}, timeout_s=10) as answer:
        assert answer.status == 200
        async for chunk in answer.chunks:
            assert type(chunk) is bytes
            digest.update(chunk)
            pieces += 1
    assert pieces > 10
    assert digest.hexdigest() == sha256(b"x" * 20_000_000).hexdigest()


async def test_a_stream_that_breaks_off_or_falls_silent_is_unavailable(env: Any) -> None:
    peer = unwrap(env).PEER
    for path in ("/broken", "/slow-body"):
        got = b""
        with raises(Unavailable):
            async with WorkersHttpClient().stream("GET", f"{peer}{path}", headers={}, timeout_s=0.5) as answer:
                async for chunk in answer.chunks:
                    got += chunk
        assert got == b"half"


async def test_leaving_a_stream_closes_its_connection(env: Any) -> None:
    client, peer = WorkersHttpClient(), unwrap(env).PEER
    async with client.stream("GET", f"{peer}/endless", headers={}, timeout_s=10) as answer:
        async for _ in answer.chunks:
            break
    for _ in range(50):
        left = (await client.send("GET", f"{peer}/left", headers={}, timeout_s=10)).body
        if left == b"1":
            return
    raise AssertionError("the peer still sends")


async def test_more_requests_than_connections_take_turns(env: Any) -> None:
    import asyncio

    client, peer = WorkersHttpClient(), unwrap(env).PEER
    answers = await asyncio.gather(
        *(client.send("POST", f"{peer}/echo", headers={}, body=b"%d" % n, timeout_s=20) for n in range(20))
    )
    assert [answer.body for answer in answers] == [b"%d" % n for n in range(20)]
