"""Every failure that httpx knows becomes one of ours."""

from __future__ import annotations

import httpx
import pytest

from shared.adapters.local.httpx_client import HttpxClient
from shared.errors import ConfigurationError, Unavailable


def subclasses(kind: type[Exception]) -> list[type[Exception]]:
    return [kind, *(found for child in kind.__subclasses__() for found in subclasses(child))]


@pytest.mark.parametrize("kind", list(subclasses(httpx.RequestError)), ids=lambda kind: kind.__name__)
async def test_every_failure_is_translated_and_shows_the_host_only(kind: type[Exception]) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        raise kind("broken")

    async with HttpxClient(httpx.AsyncClient(transport=httpx.MockTransport(fail))) as client:
        with pytest.raises((Unavailable, ConfigurationError), match=r"https://example\.org\b") as caught:
            await client.send("GET", "https://user:pass@example.org/secret?token=1", headers={}, timeout_s=1)
    assert not [word for word in ("secret", "token", "pass") if word in str(caught.value)]


@pytest.mark.parametrize("url", ["example.org", "ftp://example.org/", "http://[::1"])
async def test_an_address_that_is_none_is_a_setting_to_fix(url: str) -> None:
    async with HttpxClient() as client:
        with pytest.raises(ConfigurationError):
            await client.send("GET", url, headers={}, timeout_s=1)


async def test_a_redirect_is_an_answer_and_header_names_are_lower_case() -> None:
    def redirect(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            302, headers={"Location": "https://elsewhere.example/", "X-Request-Id": "r"}, content=b"b"
        )

    async with HttpxClient(httpx.AsyncClient(transport=httpx.MockTransport(redirect))) as client:
        answer = await client.send("POST", "https://example.org/", headers={}, body=b"x", timeout_s=1)
    assert (answer.status, answer.headers["location"], answer.body) == (302, "https://elsewhere.example/", b"b")
    assert answer.headers["x-request-id"] == "r"
