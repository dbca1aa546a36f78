"""The border to JavaScript. Values are copied across it, as bytes or JSON: neither side keeps the other's alive.

What the other bindings must know of it:
- `bytes` that are passed as they are become a proxy; `to_js_bytes` makes a `Uint8Array`. A memoryview would be walked
  byte by byte, a bytearray is refused.
- JavaScript's `null` is an object of its own here (`jsnull`), `undefined` is None, and an attribute that is not there
  raises AttributeError. `is_nothing` knows them all.
- A proxy is false if it has a `size` or `length` of 0, such as an R2 object without content: never ask for its truth.
- Module globals are stored in the snapshot that a Worker starts from, so no proxy may be among them.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import js
import pyodide.ffi
from pyodide.ffi import JsException, JsProxy, to_js

from shared.errors import InkdexError, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "await_all",
    "describe",
    "from_js_bytes",
    "from_js_value",
    "is_nothing",
    "make_js_buffer",
    "to_js_bytes",
    "to_js_value",
    "translated",
    "unwrap",
]


def unwrap(wrapped: Any) -> Any:
    """The JavaScript object behind `env`, `ctx` or a batch as the SDK hands them over.

    The SDK's wrappers convert every argument and result by rules of their own, element by element.
    """
    if not isinstance(wrapped, JsProxy):
        for name in ("_env", "_ctx", "_binding"):
            if name in vars(wrapped):
                return vars(wrapped)[name]
    return wrapped


def is_nothing(value: object) -> bool:
    """Whether JavaScript said `null` or `undefined`."""
    return value is None or value is getattr(pyodide.ffi, "jsnull", None)


def to_js_value(value: object) -> Any:
    """Whatever JSON can say, as JavaScript's own objects."""
    return js.JSON.parse(json.dumps(value))


def from_js_value(value: Any) -> Any:
    """Whatever JSON can say, as Python's own objects; None for what it cannot."""
    text = js.JSON.stringify(value)
    return None if is_nothing(text) else json.loads(text)


def to_js_bytes(data: bytes) -> Any:
    """A `Uint8Array` with a copy of `data`."""
    return to_js(data)


def make_js_buffer(size_bytes: int) -> Any:
    """A `Uint8Array` of zeros, to be filled with `subarray` and `assign`."""
    return js.Uint8Array.new(size_bytes)


def from_js_bytes(buffer: Any) -> bytes:
    """A copy of an `ArrayBuffer` or one of its views."""
    return bytes(buffer.to_bytes())


async def await_all(promises: list[Any]) -> None:
    """Wait for promises whose work has begun. Writes of a Durable Object that begin together are stored together."""
    await js.Promise.all(to_js(promises))


def describe(error: JsException) -> str:
    """What a JavaScript error says, without its stack."""
    return str(getattr(error, "message", "") or error)[:500]


@contextmanager
def translated(translate: Callable[[str], InkdexError | None], service: str) -> Iterator[None]:
    """JavaScript's errors become ours, here and nowhere else: what `translate` makes of the message, or Unavailable."""
    try:
        yield
    except JsException as error:
        said = describe(error)
        raise translate(said) or Unavailable(f"{service} failed: {said}", service=service) from error
