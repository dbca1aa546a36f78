"""What every `VectorCache` promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.sqlite_vector_cache import SqliteVectorCache
from shared.adapters.memory.vector_cache import MemoryVectorCache
from tests.contracts.promises import vector_cache
from tests.contracts.promises.of_ports import promises_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from shared.ports import VectorCache


@pytest.fixture(params=["memory", "sqlite"])
async def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[VectorCache]:
    if request.param == "memory":
        yield MemoryVectorCache()
    else:
        async with SqliteVectorCache(tmp_path / "vectors.db") as opened:
            yield opened


@pytest.mark.parametrize("promise", promises_of(vector_cache), ids=lambda promise: promise.__name__)
async def test_a_vector_cache_keeps(promise: Callable[[VectorCache], Awaitable[None]], cache: VectorCache) -> None:
    await promise(cache)
