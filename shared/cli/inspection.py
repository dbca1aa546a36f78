"""An inspection as tables for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table

from shared.cli.build_progress import STAGE_LABELS
from shared.cli.terminal import clean, count, duration, size

if TYPE_CHECKING:
    from rich.console import Console

    from shared.usecases.inspect_site import Inspection

__all__ = ["print_inspection"]


def print_inspection(screen: Console, found: Inspection, build: dict[str, Any] | None) -> None:
    """`build` is this machine's memory of the last build, if it made this revision."""
    manifest, report = found.manifest, found.report
    counts, layout = manifest["counts"], report["layout"]
    vectors = manifest["vectors"]
    facts = {
        "Site": f"{manifest['site']['name']} ({manifest['site']['title']}), URLs below {manifest['site']['base_url']}",
        "Revision": manifest["revision"] + (f", published {found.published_at}" if found.published_at else ""),
        "Kept": ", ".join(found.history) or "no earlier revision",
        "Commit": manifest["source"]["commit"] or "none: not a clean git checkout",
        "Layout": f"{layout['name']}, pages in {layout['root'] or '.'}: {layout['evidence']}",
        "Languages": ", ".join(sorted(manifest["tokenizer"]["languages"])),
        "Pages": f"{counts['documents']:,} in {count(counts['sections'], 'section')}",
        "Words": f"{counts['terms']:,} terms, {counts['words']:,} words, {counts['postings']:,} postings",
        "Meaning": vectors["model"] if vectors else "none",
        "Problems": f"{count(len(report['diagnostics']), 'diagnostic')}, "
        f"{count(sum(map(len, report['skipped'].values())), 'file')} left out",
    }
    for label, value in facts.items():
        screen.print(f"[dim]{label:<10}[/]", end="")
        screen.print(clean(str(value)), markup=False)
    screen.print()
    screen.print(_files_table(found))
    screen.print()
    if build is None:
        screen.print("[dim]This machine has no record of the build that made this revision.[/]")
    else:
        _print_build(screen, build)


def _files_table(found: Inspection) -> Table:
    table = _table()
    table.add_column("Files of the revision")
    for heading in ("Files", "Bytes", "Gzipped"):
        table.add_column(heading, justify="right")
    for kind, sums in found.kinds.items():
        table.add_row(kind, f"{sums.files:,}", size(sums.size_bytes), size(sums.gzip_bytes))
    total = found.total
    table.add_section()
    table.add_row("all", f"{total.files:,}", size(total.size_bytes), size(total.gzip_bytes), style="bold")
    return table


def _print_build(screen: Console, build: dict[str, Any]) -> None:
    table = _table()
    table.add_column("Last build")
    for heading in ("Run", "Reused", "Time"):
        table.add_column(heading, justify="right")
    for stage, seconds in build["stage_seconds"].items():
        run, reused = build["steps_run"].get(stage), build["steps_reused"].get(stage)
        shown = ["" if number is None else f"{number:,}" for number in (run, reused)]
        table.add_row(STAGE_LABELS.get(stage, stage), *shown, duration(seconds))
    table.add_section()
    table.add_row("all", "", "", duration(build["seconds"]), style="bold")
    screen.print(table)
    embedding = build["embedding"]
    if embedding["requests"]:
        cost = embedding["cost_usd"]
        price = "an unknown price" if cost is None else f"about ${cost:.4f}"
        screen.print(f"\nEmbedding: {count(embedding['tokens'], 'token')}, {price}", markup=False)


def _table() -> Table:
    return Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style="bold")
