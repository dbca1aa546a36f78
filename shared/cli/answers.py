"""Answers of a search, for the terminal and for scripts."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any, Final

from shared.cli.terminal import clean, count, print_indented
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console
    from rich.text import Text

    from shared.domain.snippets import Snippet
    from shared.usecases.search_site import SearchAnswer, SiteSearch

__all__ = ["answer_as_json", "measure", "print_answer", "read_queries"]

_MIN_MEASUREMENTS: Final = 20


def read_queries(file: Path) -> list[str]:
    """The queries of a file, one a line; `-` is standard input.

    Raises:
        InputError: there is none.
    """
    data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    queries = [line for line in data.decode("utf-8", "replace").splitlines() if line.strip()]
    if not queries:
        raise InputError(f"{file} holds no query; write one a line")
    return queries


def answer_as_json(text: str, answer: SearchAnswer) -> dict[str, Any]:
    return {
        "query": text,
        "results": [
            {
                "url": result.url,
                "title": result.title,
                "score": round(result.score, 6),
                "sections": [
                    {
                        "heading": section.heading,
                        "url": section.url,
                        "snippet": section.snippet.text,
                        "marks": [list(mark) for mark in section.snippet.marks],
                    }
                    for section in result.sections
                ],
            }
            for result in answer.results
        ],
        "corrections": [correction._asdict() for correction in answer.corrections],
    }


def print_answer(screen: Console, text: str, answer: SearchAnswer, *, first: bool) -> None:
    """Numbered results, each with its best section."""
    if not first:
        screen.print()
    found = count(len(answer.results), "page") if answer.results else "nothing found"
    screen.print(f"{clean(text)}", style="bold", markup=False, end="")
    screen.print(f"  [dim]{found}[/]")
    for correction in answer.corrections:
        screen.print(
            f"Nothing holds “{correction.typed}”; these are results for “{correction.meant}”.",
            style="yellow",
            markup=False,
        )
    for number, result in enumerate(answer.results, 1):
        screen.print(f"\n[bold]{number:>2}.[/] ", end="")
        screen.print(clean(result.title).replace("\n", " "), style="bold", markup=False)
        best = result.sections[0] if result.sections else None
        screen.print(f"    {clean(best.url if best else result.url)}", style="cyan", markup=False)
        if best is None:
            continue
        if best.heading:
            screen.print(f"    § {clean(best.heading)}", markup=False)
        if best.snippet.text:
            print_indented(screen, _highlighted(best.snippet), 4)


def _highlighted(snippet: Snippet) -> Text:
    from rich.text import Text

    line = Text(clean(snippet.text).replace("\n", " "), style="dim")
    for start, end in snippet.marks:
        line.stylize("not dim bold yellow", start, end)
    return line


async def measure(search: SiteSearch, texts: Sequence[str], *, limit: int) -> str:
    """Ask all queries again, often enough to tell something, and say how long an answer takes."""
    times: list[float] = []
    while len(times) < _MIN_MEASUREMENTS:
        for text in texts:
            start = time.perf_counter()
            await search.search(text, limit=limit)
            times.append((time.perf_counter() - start) * 1000)
    times.sort()
    p50, p95 = times[len(times) // 2], times[min(len(times) - 1, len(times) * 95 // 100)]
    return f"{count(len(times), 'warm query', 'warm queries')}: p50 {p50:.2f} ms, p95 {p95:.2f} ms"
