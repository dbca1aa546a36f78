"""Not a suite: steps that tests on the host have done, with a stop of the Worker between them."""

from typing import Any

_KEY = "steps/memory"


async def remember(env: Any) -> None:
    await env.CACHE.put(_KEY, "in KV")
    await env.WORK.put(_KEY, "in R2")


async def recall(env: Any) -> None:
    assert await env.CACHE.get(_KEY) == "in KV"
    found = await env.WORK.get(_KEY)
    assert found is not None
    assert await found.text() == "in R2"


async def see_nothing(env: Any) -> None:
    assert await env.CACHE.get(_KEY) is None
    assert await env.WORK.get(_KEY) is None


async def see_variable(env: Any) -> None:
    assert env.PUBLIC_URL == """it's "$HOME" # \\n"""
