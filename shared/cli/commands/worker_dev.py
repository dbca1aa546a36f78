"""`inkdex worker dev`: the Worker in real workerd, on this machine."""

from pathlib import Path
from typing import Annotated

import typer

from shared.cli.options import Host

__all__ = ["dev"]


def dev(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes any free one.")] = 8787,
    host: Host = "127.0.0.1",
    variable: Annotated[
        list[str] | None,
        typer.Option("--var", metavar="NAME=VALUE", help="Set a variable; may be repeated.", show_default=False),
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what earlier runs have stored.")] = False,
    folder: Annotated[
        Path | None,
        typer.Option(help="Folder of its files and state; .inkdex/worker/dev of the repository.", show_default=False),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Start, say where the Worker answers, and stop.")] = False,
) -> None:
    """Run the Worker in real workerd, with its buckets, queue, Durable Objects and alarms, and reload what you edit.

    No account is needed, and nothing leaves this machine. The first run fetches workerd and the Worker's packages.
    Secrets come from .dev.vars (lines NAME=VALUE) beside wrangler.toml; those that it does not name are made up.
    What the Worker stores is there again at the next run. Stop with Ctrl-C.

    Example: `inkdex worker dev --var PUBLIC_URL=http://localhost:8787`
    """
    import shutil

    from shared.cli.terminal import console
    from shared.cli.worker.dev_server import WorkerServer
    from shared.cli.worker.folders import CACHE, find_repository
    from shared.cli.worker.secrets import local_variables
    from shared.cli.worker.server_log import follow_log
    from shared.cli.worker.start_progress import watch_start

    repository = find_repository()
    place = (folder or CACHE / "dev").resolve()
    if fresh:
        shutil.rmtree(place / "state", ignore_errors=True)
    env_file = repository / ".dev.vars"
    screen = console()
    with watch_start("Starting the Worker") as say:
        server = WorkerServer(
            local_variables(repository, place, variable or []),
            port=port,
            host=host,
            folder=place,
            env_file=env_file if env_file.is_file() else None,
            reload=True,
            say=say,
        )
        server.start()
    try:
        screen.print(f"\nThe Worker answers at [bold cyan]{server.url}[/] (Ctrl-C stops)")
        screen.print(f"[dim]Try  [/] curl {server.url}/health")
        screen.print(f"[dim]Cron [/] curl '{server.url}/cdn-cgi/local/scheduled?cron=*/5+*+*+*+*'")
        screen.print(f"[dim]State[/] {server.state_dir}\n[dim]Log  [/] {server.log_path}\n")
        if not once:
            follow_log(server, screen)
    finally:
        server.close()
