"""How a command fails: one line that says what to do, and an exit code by who must act."""

from __future__ import annotations

import errno
import sqlite3
import traceback
from typing import Final

import typer

from shared.cli.terminal import clean, error_console
from shared.errors import ConfigurationError, ConflictError, InkdexError, InputError, UpstreamError

__all__ = ["BELOW", "EXIT_CODES_HELP", "FAILURE", "FOUND_DAMAGE", "INTERNAL", "STOPPED", "UPSTREAM", "report_failure"]

FAILURE: Final = 1
UPSTREAM: Final = 3
FOUND_DAMAGE: Final = 4
BELOW: Final = 4
INTERNAL: Final = 70
STOPPED: Final = 130

EXIT_CODES_HELP: Final = (
    "Exit codes: 0 done; 1 something for you to fix; 2 wrong usage; 3 another service failed; "
    "4 `verify` found damage or `evaluate` is below `--min-ndcg`; 70 a fault in Inkdex; 130 stopped by Ctrl-C."
)


def report_failure(error: Exception, *, debug: bool) -> int | None:
    """Say what went wrong on stderr; the exit code, or None if the error is for Typer to handle."""
    if isinstance(error, typer.Exit | typer.Abort) or not _is_ours(error):
        return None
    code, message = _explain(error)
    console = error_console()
    if debug:
        console.print("".join(traceback.format_exception(error)), markup=False, end="", style="dim")
    console.print("[bold red]Error:[/]", end=" ")
    console.print(clean(message), style="red", markup=False)
    if code == INTERNAL and not debug:
        console.print("This is a fault in Inkdex. Please report it with what --debug prints.", style="red")
    return code


def _is_ours(error: Exception) -> bool:
    """Whether the error is not one of Typer's own (wrong usage), nor a reader of our output that has gone."""
    if isinstance(error, OSError):
        return error.errno != errno.EPIPE
    return not type(error).__module__.startswith("typer.")


def _explain(error: Exception) -> tuple[int, str]:
    match error:
        case InputError() | ConfigurationError() | ConflictError():
            return FAILURE, error.message
        case UpstreamError():
            return UPSTREAM, error.message
        case InkdexError():
            return INTERNAL, error.message
        case OSError() if error.strerror:
            where = f"{error.filename}: " if error.filename else ""
            return FAILURE, f"{where}{error.strerror}"
        case sqlite3.Error():
            return INTERNAL, f"SQLite: {error}"
    return INTERNAL, f"{type(error).__name__}: {error}"
