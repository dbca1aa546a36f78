"""What every `Cache` promises, to one who writes a key once: later values may take a while to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.ports import Cache


async def an_empty_cache_has_nothing(cache: Cache) -> None:
    assert await cache.get("job:a") is None
    assert [found async for found in cache.list("")] == []


async def a_value_comes_back_as_it_was_put(cache: Cache) -> None:
    for key, value in (("a", b""), ("b", bytes(range(256)) * 400), ("ü/字", b"x")):
        await cache.put(key, value, ttl_s=60)
        assert await cache.get(key) == value


async def a_time_below_a_minute_is_a_minute(cache: Cache) -> None:
    await cache.put("a", b"x", ttl_s=1)
    assert await cache.get("a") == b"x"


async def a_list_is_sorted_and_shows_summaries(cache: Cache) -> None:
    summaries = {f"job:{number:04}": {"state": "pending", "number": str(number)} for number in range(5)}
    for key in reversed(summaries):
        await cache.put(key, b"x" * 1000, ttl_s=60, summary=summaries[key])
    await cache.put("other", b"", ttl_s=60)
    assert [(key, dict(summary)) async for key, summary in cache.list("job:")] == sorted(summaries.items())
    assert [(key, dict(summary)) async for key, summary in cache.list("other")] == [("other", {})]
