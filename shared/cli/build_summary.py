"""What a build says at its end: to people, and to scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from rich.text import Text

from shared.cli.terminal import clean, console, count, duration, print_indented

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console

    from shared.cli.local_build import BuildOutcome

__all__ = ["build_as_json", "print_summary"]

_SHOWN_PER_CODE: Final = 3
_COLOURS: Final = {"error": "red", "warning": "yellow", "info": "blue"}
_REASONS: Final = {
    "future": "dated in the future",
    "expired": "expired",
    "opted_out": "opted out",
    "broken": "broken",
    "no_text": "without text",
}


def build_as_json(outcome: BuildOutcome, out: Path, *, diagnostics: bool) -> dict[str, Any]:
    """The answer of `build --json`; with `diagnostics`, all of them, else their number by code."""
    result, usage = outcome.result, outcome.usage
    found = result.report["diagnostics"]
    return {
        "site": result.manifest["site"]["name"],
        "revision": result.revision,
        "changed": result.changed,
        "out": str(out),
        "counts": result.manifest["counts"],
        "layout": result.report["layout"],
        "skipped": {reason: len(paths) for reason, paths in result.report["skipped"].items()},
        "diagnostics": found if diagnostics else {code: len(items) for code, items in _by_code(found)},
        "steps_run": result.steps_run,
        "steps_reused": result.steps_reused,
        "seconds": round(outcome.seconds, 3),
        "stage_seconds": {stage: round(seconds, 3) for stage, seconds in result.stage_seconds.items()},
        "embedding": {
            "embedder": outcome.embedder,
            "texts": usage.texts,
            "tokens": usage.tokens,
            "requests": usage.requests,
            "cost_usd": usage.cost_usd,
        },
        "removed_objects": outcome.removed,
    }


def print_summary(outcome: BuildOutcome, out: Path, *, all_diagnostics: bool, next_step: str) -> None:
    """Say what was built, what to look at, and what to do next."""
    result = outcome.result
    screen = console()
    site = result.manifest["site"]["name"]
    if result.changed:
        screen.print(f"[bold green]Built[/] [bold]{site}[/] in {duration(outcome.seconds)}")
    else:
        screen.print(f"[bold]{site}[/] [green]is up to date[/]: nothing has changed ({duration(outcome.seconds)})")
    for label, value in _facts(outcome, out):
        screen.print(f"  [dim]{label:<10}[/]", end="")
        screen.print(clean(value), markup=False)
    _print_diagnostics(screen, result.report["diagnostics"], everything=all_diagnostics)
    if next_step:
        screen.print(f"\nNext: [bold cyan]{next_step}[/]")


def _facts(outcome: BuildOutcome, out: Path) -> list[tuple[str, str]]:
    result = outcome.result
    counts, layout = result.manifest["counts"], result.report["layout"]
    skipped = [_describe_skipped(reason, len(paths)) for reason, paths in result.report["skipped"].items()]
    run, reused = sum(result.steps_run.values()), sum(result.steps_reused.values())
    facts = [
        ("Pages", f"{counts['documents']:,} in {count(counts['sections'], 'section')}, {counts['terms']:,} terms"),
        ("Left out", ", ".join(skipped)),
        ("Layout", f"{layout['name']}: {layout['evidence']}"),
        ("Meaning", _describe_embedding(outcome)),
        ("Steps", f"{run:,} run, {reused:,} reused"),
        ("Artifacts", f"{out} (revision {result.revision})"),
    ]
    return [(label, value) for label, value in facts if value]


def _describe_skipped(reason: str, number: int) -> str:
    return count(number, "draft") if reason == "draft" else f"{number:,} {_REASONS.get(reason, reason)}"


def _describe_embedding(outcome: BuildOutcome) -> str:
    if outcome.embedder is None:
        return "none; search is by words alone"
    usage = outcome.usage
    if not usage.requests:
        return outcome.embedder
    cost = "" if usage.cost_usd is None else f", about ${usage.cost_usd:.4f}"
    return f"{outcome.embedder}, {count(usage.texts, 'text')} new, {count(usage.tokens, 'token')}{cost}"


def _by_code(diagnostics: Sequence[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Grouped, the worst first, then the most frequent."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for item in diagnostics:
        groups.setdefault(item["code"], []).append(item)
    rank = list(_COLOURS)
    return sorted(groups.items(), key=lambda group: (rank.index(group[1][0]["severity"]), -len(group[1]), group[0]))


def _print_diagnostics(screen: Console, diagnostics: Sequence[dict[str, Any]], *, everything: bool) -> None:
    if not diagnostics:
        return
    hidden = 0
    screen.print()
    for code, items in _by_code(diagnostics):
        severity = items[0]["severity"]
        screen.print(f"[{_COLOURS[severity]}]{severity.capitalize()}[/] [bold]{code}[/] [dim]×{len(items):,}[/]")
        shown = items if everything else items[:_SHOWN_PER_CODE]
        hidden += len(items) - len(shown)
        for item in shown:
            line = f":{item['line']}" if item["line"] else ""
            place = Text(f"{clean(item['path'])}{line}", style="cyan")
            print_indented(screen, place + Text(f"  {clean(item['message'])}".replace("\n", " "), style="default"), 2)
    if hidden:
        screen.print(f"[dim]{hidden:,} more; `inkdex build --diagnostics` prints all of them.[/]")
