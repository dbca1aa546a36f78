"""A site of static files: pages that a test writes, and the folder that `inkdex build` makes at /search/."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from shared.domain.public_names import media_type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["STRICT_POLICY", "BuiltSite", "build_folder", "serve_site"]

REPOSITORY = Path(__file__).resolve().parents[2]
STRICT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
_OTHER = (
    '<!doctype html><html lang="en"><title>A page of the site</title>'
    '<link rel="icon" href="/favicon.svg"><h1>A page</h1>'
)


class BuiltSite:
    """`pages` maps paths to HTML. Every other path outside /search/ is some page of the site."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.url = url
        self.pages: dict[str, str] = {}
        self.files: dict[str, str] = {}
        self.policy = STRICT_POLICY
        self.mounts = ["/search/"]
        """Paths at which the built folder is."""

    def add_page(self, path: str, body: str, *, lang: str = "en", head: str = "") -> str:
        """Write a page with the component's script. Returns its URL."""
        self.pages[path] = (
            f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Test</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/style.css">{head}'
            '<script type="module" src="/search/inkdex-search.js"></script></head>'
            f"<body><main><h1>A site</h1>{body}</main></body></html>"
        )
        return self.url + path


def build_folder(source: Path, out: Path) -> None:
    """`inkdex build`, as a site owner runs it."""
    inkdex = Path(sys.executable).with_name("inkdex")
    command = [inkdex, "build", source, "--out", out, "--cache", out.parent / "cache", "--quiet"]
    subprocess.run(command, cwd=REPOSITORY, check=True)


@contextmanager
def serve_site(folder: Path) -> Iterator[BuiltSite]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path in site.files:
                return self._send(200, site.files[path].encode(), media_type_of(path))
            for mount in site.mounts:
                file = folder / path.removeprefix(mount)
                if path.startswith(mount) and file.is_file() and ".." not in path:
                    return self._send(200, file.read_bytes(), media_type_of(file.name))
            if path.startswith("/search/"):
                return self._send(404, b"", "text/plain")
            return self._send(200, site.pages.get(path, _OTHER).encode(), "text/html; charset=utf-8")

        def _send(self, status: int, content: bytes, media_type: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-cache")
            if media_type.startswith("text/html"):
                self.send_header("Content-Security-Policy", site.policy)
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = BuiltSite(folder, f"http://127.0.0.1:{server.server_port}")
    site.files["/favicon.svg"] = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    site.files["/style.css"] = (
        ":root { color-scheme: light dark; font-family: system-ui, sans-serif; }"
        " body { max-width: 46rem; margin: 0 auto; padding: 1.25rem; background: light-dark(#fff, #16181d); }"
        " h1 { font-size: 1.4rem; color: light-dark(#1d2029, #e6e8ee) }"
    )
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
