"""A `RateLimiter` by Cloudflare: approximate, and counted by place."""

from __future__ import annotations

from typing import Any

from functions.bindings.javascript import to_js_value, translated

__all__ = ["WorkersRateLimiter"]


class WorkersRateLimiter:
    """`limit` and `period` are the binding's, in wrangler.toml."""

    def __init__(self, binding: Any) -> None:
        self._binding = binding

    async def admit(self, client: str) -> bool:
        """Count one request of `client`; False if there are too many of late."""
        with translated(lambda _: None, "the rate limiter"):
            outcome = await self._binding.limit(to_js_value({"key": client}))
            return bool(outcome.success)
