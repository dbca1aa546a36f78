"""The table of `inkdex worker deploy --dry-run`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from shared.cli.terminal import size
from shared.cli.worker.upload import LIMIT_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from shared.cli.worker.upload import PackageSize

__all__ = ["print_upload"]


def print_upload(screen: Console, packages: Sequence[PackageSize]) -> None:
    """One row a package, then what they come to and how much of the limit that is."""
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0), header_style="bold")
    table.add_column("What would be uploaded")
    for heading in ("Files", "Bytes", "Gzipped"):
        table.add_column(heading, justify="right")
    for item in packages:
        table.add_row(item.package, f"{item.modules:,}", size(item.size_bytes), size(item.gzip_bytes))
    table.add_section()
    whole, gzipped = sum(item.size_bytes for item in packages), sum(item.gzip_bytes for item in packages)
    files = sum(item.modules for item in packages)
    table.add_row("all", f"{files:,}", size(whole), size(gzipped), style="bold")
    screen.print(table)
    screen.print(f"\n{whole / LIMIT_BYTES:.0%} of the 64 MiB that a Worker may have.")
    screen.print("To upload: [bold]uv run pywrangler login[/], then [bold]uv run inkdex worker deploy[/]")
