"""The headers that say how much of the minute's allowance is left. The stand-in itself refuses nobody."""

from __future__ import annotations

REQUESTS_PER_MINUTE = 10_000
TOKENS_PER_MINUTE = 1_000_000


def limit_headers(tokens: int) -> dict[str, str]:
    """As after one request of so many tokens, with no other under way: the allowance comes back drop by drop."""
    tokens = min(tokens, TOKENS_PER_MINUTE)
    return {
        "x-ratelimit-limit-requests": str(REQUESTS_PER_MINUTE),
        "x-ratelimit-limit-tokens": str(TOKENS_PER_MINUTE),
        "x-ratelimit-remaining-requests": str(REQUESTS_PER_MINUTE - 1),
        "x-ratelimit-remaining-tokens": str(TOKENS_PER_MINUTE - tokens),
        "x-ratelimit-reset-requests": f"{60_000 // REQUESTS_PER_MINUTE}ms",
        "x-ratelimit-reset-tokens": f"{60_000 * tokens // TOKENS_PER_MINUTE}ms",
    }
