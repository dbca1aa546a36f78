"""Every `CoordinatorStorage` keeps what the port promises. A Durable Object's: tests/runtime/in_worker/objects.py."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from shared.adapters.local.sqlite_coordinator_storage import CoordinatorFile, SqliteCoordinatorStorage
from tests.contracts.promises import coordinator_storage
from tests.contracts.promises.of_ports import promises_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from shared.ports import CoordinatorStorage


async def _wake() -> None:
    """Nobody is to be woken."""


@pytest.mark.parametrize("promise", promises_of(coordinator_storage), ids=lambda promise: promise.__name__)
async def test_a_storage_keeps(promise: Callable[[CoordinatorStorage], Awaitable[None]], tmp_path: Path) -> None:
    with closing(CoordinatorFile(tmp_path / "sites.db")) as file:
        await promise(SqliteCoordinatorStorage(file, "site", now=time.time, wake=_wake))
