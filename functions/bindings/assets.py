"""Files that were uploaded with the Worker: the search page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from functions.bindings.javascript import from_js_bytes, translated

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["make_asset_reader"]

_BASE: Final = "https://assets.invalid/_inkdex/"
"""The host is of no meaning; the path is `base_path` of wrangler.toml."""


def make_asset_reader(assets: Any) -> Callable[[str], Awaitable[bytes | None]]:
    async def read(name: str) -> bytes | None:
        """The file of that name below `/_inkdex/`; None if there is none."""
        with translated(lambda _: None, "static assets"):
            answer = await assets.fetch(_BASE + quote(name))
            data = from_js_bytes(await answer.arrayBuffer())
        return data if answer.status == 200 else None

    return read
