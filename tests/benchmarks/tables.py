"""Tables of benchmarks as Markdown, and the places in a document that they are written to."""

from __future__ import annotations

import os
import platform
import re
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["describe_machine", "markdown_table", "replace_block"]


def markdown_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """An aligned table: the first column to the left, the others to the right."""
    cells = [list(header), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(header))]
    lines = [_line(row, widths) for row in cells]
    rule = "|".join(["-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])])
    return "\n".join([lines[0], f"|{rule}|", *lines[1:]])


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first = row[0].ljust(widths[0])
    others = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
    return "| " + " | ".join([first, *others]) + " |"


def describe_machine() -> str:
    """One line: date, processor, cores, memory, Python, what stems, and how busy the machine is."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    compiled = "with" if find_spec("Stemmer") else "without"
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {_processor()}, {cores} cores{_memory()}, "
        f"Python {platform.python_version()} {compiled} PyStemmer{load}"
    )


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        return platform.processor() or platform.machine()
    named = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    return named[1] if named else platform.machine()


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return ""
    return f", {size / 1e9:.0f} GB"


def replace_block(document: Path, name: str, content: str) -> None:
    """Put `content` between `<!-- name -->` and `<!-- /name -->` of a document.

    Raises:
        ValueError: the document has no such place.
    """
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, found, rest = document.read_text("utf-8").partition(start)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{document} has no place {start} … {end}")
    document.write_text(f"{before}{start}\n\n{content.strip()}\n\n{end}{after}", "utf-8")
