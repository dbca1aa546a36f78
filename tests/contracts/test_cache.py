"""Every `Cache` keeps what the port promises. KV's: tests/runtime/in_worker/suite_bindings.py."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from shared.adapters.memory.cache import MemoryCache
from tests.contracts.promises import cache
from tests.contracts.promises.of_ports import promises_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from shared.ports import Cache


@pytest.mark.parametrize("promise", promises_of(cache), ids=lambda promise: promise.__name__)
async def test_a_cache_keeps(promise: Callable[[Cache], Awaitable[None]]) -> None:
    await promise(MemoryCache(time.time))
