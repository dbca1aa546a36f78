"""The Typer application: its commands, in the order that help shows them."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from shared.cli.commands.build import build
from shared.cli.commands.dev import dev
from shared.cli.commands.evaluate import evaluate
from shared.cli.commands.init import init
from shared.cli.commands.inspect_artifacts import inspect
from shared.cli.commands.query import query
from shared.cli.commands.revisions import clean, rollback
from shared.cli.commands.serve import serve
from shared.cli.commands.verify import verify
from shared.cli.commands.worker_deploy import deploy as worker_deploy
from shared.cli.commands.worker_dev import dev as worker_dev
from shared.cli.commands.worker_stage import stage as worker_stage
from shared.cli.failures import EXIT_CODES_HELP, STOPPED, report_failure
from shared.cli.terminal import say

__all__ = ["app"]

_DEBUG = "--debug"


class _Group(TyperGroup):
    """Takes `--debug` anywhere, and turns every error into one line and an exit code."""

    # Typer keeps its own copy of Click; the context's type there is private.
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        options = args[: args.index("--")] if "--" in args else args
        if _DEBUG in options:
            ctx.meta[_DEBUG] = True
            args = [item for item in options if item != _DEBUG] + args[len(options) :]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            say("Stopped.")
            raise typer.Exit(STOPPED) from None
        except Exception as error:
            code = report_failure(error, debug=_DEBUG in ctx.meta)
            if code is None:
                raise
            raise typer.Exit(code) from None


app = typer.Typer(
    cls=_Group,
    name="inkdex",
    help="Search for Markdown sites: one build, static files, no database server.",
    epilog=EXIT_CODES_HELP,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"inkdex {version('inkdex')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option(_DEBUG, help="Show where an error came from, as a traceback.")] = False,
) -> None:
    """`_Group` takes `--debug` itself, so that it may stand after the command too."""


for _command in (dev, build, serve, query, evaluate, inspect, verify, rollback, clean, init):
    app.command()(_command)

_worker = typer.Typer(
    name="worker",
    help="Run the Cloudflare Worker on this machine, and upload it.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
_worker.command("dev")(worker_dev)
_worker.command("deploy")(worker_deploy)
_worker.command("stage")(worker_stage)
app.add_typer(_worker)
