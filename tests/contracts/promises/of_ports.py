"""What a port promises, as functions that run anywhere: in pytest on the host, and inside of workerd, which has none.

A module of promises holds functions of one adapter, new and empty for each, in the order of their definition.
"""

from __future__ import annotations

from inspect import isfunction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import ModuleType

__all__ = ["check_promises", "promises_of"]


def promises_of(module: ModuleType) -> list[Callable[[Any], Awaitable[None]]]:
    return [
        value
        for name, value in vars(module).items()
        if isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    ]


async def check_promises(module: ModuleType, make: Callable[[str], Any]) -> None:
    """Hold an adapter to every promise. `make` gets the promise's name and gives a new, empty adapter.

    Raises:
        AssertionError: of the first promise that is not kept, which it names.
    """
    for promise in promises_of(module):
        try:
            await promise(make(promise.__name__))
        except Exception as error:
            raise AssertionError(f"{promise.__name__}: {type(error).__name__}: {error}") from error
