"""The headers under which every server sends the search page."""

from __future__ import annotations

from typing import Final

from shared.domain.http_files import IMMUTABLE

__all__ = ["CONTENT_SECURITY_POLICY", "OFFLINE_WORKER", "PAGE_HEADERS", "headers_of_asset"]

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' https: data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
PAGE_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
OFFLINE_WORKER: Final = "offline-worker.js"
"""The service worker, which visitors have who want to search without a network."""


def headers_of_asset(name: str) -> dict[str, str]:
    """The headers of a file that the page is made of, by its name in the built web client."""
    # Vite names what is below assets/ by its content.
    headers = {**PAGE_HEADERS, "Cache-Control": IMMUTABLE if name.startswith("assets/") else "no-cache"}
    if name == OFFLINE_WORKER:
        headers["Service-Worker-Allowed"] = "/"  # the pages are not in the folder of the worker
    return headers
