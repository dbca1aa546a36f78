"""What wrangler, workerd and the Worker print, as a person wants to read it."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

from shared.cli.terminal import clean
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from rich.console import Console

    from shared.cli.worker.dev_server import WorkerServer

__all__ = ["follow_log", "readable"]

_POLL_S: Final = 0.2
_COLOR: Final = re.compile(r"\x1b\[[0-9;]*m")
_TABLE: Final = ("┌", "│", "├", "└")


def readable(line: bytes) -> str | None:
    """A line without its colours; None for wrangler's tables of modules."""
    text = clean(_COLOR.sub("", line.decode("utf-8", "replace")))
    return None if text.startswith(_TABLE) else text


def follow_log(server: WorkerServer, screen: Console) -> None:
    """Print what is logged from now on, until Ctrl-C is pressed.

    Raises:
        ConfigurationError: wrangler has ended by itself.
    """
    with server.log_path.open("rb") as log:
        log.seek(0, 2)
        rest = b""
        while server.is_running:
            *lines, rest = (rest + log.read()).split(b"\n")
            for line in lines:
                if (text := readable(line)) is not None:
                    screen.print(text, markup=False)
            time.sleep(_POLL_S)
    raise ConfigurationError(f"wrangler has stopped:\n{server.log()}")
