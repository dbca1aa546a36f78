"""What goes to the terminal: consoles, and numbers, sizes and times as people write them."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["clean", "console", "count", "duration", "error_console", "print_indented", "print_json", "say", "size"]


def console() -> Console:
    """Standard output. Lines are not folded unless they are prose, so that pipes get them whole."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


def error_console() -> Console:
    """Standard error: errors, progress, and notes that are no part of the answer."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


def print_indented(screen: Console, text: Text, indent: int) -> None:
    """Prose, folded at words below its own beginning; whole lines where no person reads them."""
    from rich.padding import Padding
    from rich.text import Text

    if screen.is_terminal:
        screen.print(Padding(text, (0, 0, 0, indent)), soft_wrap=False)
    else:
        screen.print(Text(" " * indent) + text)


def say(text: str) -> None:
    """A note on standard error that a person should read while the command goes on."""
    error_console().print(clean(text), style="yellow", markup=False)


def print_json(value: object) -> None:
    """One line of JSON on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n")


def clean(text: str) -> str:
    """Text from files, without characters that would command the terminal."""
    return "".join(" " if unicodedata.category(char) in {"Cc", "Cs"} and char != "\n" else char for char in text)


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 page`, `2,000 pages`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def duration(seconds: float) -> str:
    """`40 ms`, `3.2 s`, `2 min 5 s`."""
    if seconds < 1:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 60:
        return f"{seconds:.1f} s"
    return f"{int(seconds) // 60} min {int(seconds) % 60} s"


def size(size_bytes: int) -> str:
    """`812 B`, `34.1 kB`, `2.5 MB`: steps of a thousand."""
    value, unit = float(size_bytes), "B"
    for larger in ("kB", "MB", "GB"):
        if value < 999.5:
            break
        value, unit = value / 1000, larger
    return f"{value:.0f} B" if unit == "B" else f"{value:.1f} {unit}"
