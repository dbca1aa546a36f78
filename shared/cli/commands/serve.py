"""`inkdex serve`: the search page over built artifacts."""

from typing import Annotated

import typer

from shared.cli.options import Dist, Host, Site

__all__ = ["serve"]


def serve(
    dist: Dist,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; if it is taken, the next free one.")] = 8000,
    host: Host = "127.0.0.1",
    site: Site = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in a browser.")] = False,
) -> None:
    """Serve the search page and the artifacts of a folder, as a web server should: caching, ranges, compression.

    Pages of other sites may read the artifacts. Stop with Ctrl-C.

    Example: `inkdex serve dist --port 9000`
    """
    import asyncio

    from shared.adapters.local.server import make_app
    from shared.adapters.local.web_client import ensure_web_client
    from shared.cli.serving import LocalServer, open_socket
    from shared.cli.sites import find_site
    from shared.cli.terminal import console, say

    name = find_site(dist, site)
    app = make_app(dist.resolve(), name, ensure_web_client(say))
    with open_socket(host, port, say) as listening:
        server = LocalServer(app, listening)
        console().print(f"Searching [bold]{name}[/] at [bold cyan]{server.url}[/] (Ctrl-C stops)")
        if open_browser:
            server.open_browser()
        asyncio.run(server.run_until_stopped())
