"""`inkdex dev`: write, and search what you have written."""

from pathlib import Path
from typing import Annotated

import typer

from shared.cli.options import Host

__all__ = ["dev"]


def dev(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the Markdown files.")] = Path(),
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; if it is taken, the next free one.")] = 8000,
    host: Host = "127.0.0.1",
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in a browser.")] = False,
    words_only: Annotated[bool, typer.Option("--words-only", help="Build without vectors.")] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes to use; one a core.", show_default=False)
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Build, say where the page would be, and stop.")] = False,
) -> None:
    """Build a folder of Markdown, serve its search page, and build again what changes.

    The artifacts lie in DIR/.inkdex/dist. When a build fails, the last revision goes on being served. Stop with Ctrl-C.

    Example: `inkdex dev docs --port 9000 --open`
    """
    import asyncio

    from shared.adapters.local.server import ReloadEvents, make_app
    from shared.adapters.local.web_client import ensure_web_client
    from shared.cli.build_progress import watch_build
    from shared.cli.build_summary import print_summary
    from shared.cli.dev_session import DevBuilder, watch_folder
    from shared.cli.serving import LocalServer, open_socket
    from shared.cli.terminal import console, say

    screen = console()
    overrides = {"embedder": {"kind": "none" if words_only else None}}
    builder = DevBuilder(folder, overrides, say, jobs)
    site, root = builder.site.config.site.name, builder.site.folder

    async def run(page: Path) -> None:
        events = ReloadEvents()
        # Watch from the start: what is saved during the first build is built after it.
        watching = asyncio.create_task(watch_folder(builder, root, site, events, screen.print))
        try:
            with watch_build(quiet=False) as observer:
                outcome = await builder.build(observer)
            print_summary(outcome, builder.out, all_diagnostics=False, next_step="")
            app = make_app(builder.out, site, page, events=events)
            with open_socket(host, port, say) as listening:
                server = LocalServer(app, listening, on_stop=events.close)
                screen.print(f"\nSearching [bold]{site}[/] at [bold cyan]{server.url}[/] (Ctrl-C stops)")
                if once:
                    return
                if open_browser:
                    server.open_browser()
                await server.run_until_stopped()
        finally:
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)

    try:
        asyncio.run(run(ensure_web_client(say)))
    finally:
        builder.close()
