"""`inkdex init`: a first inkdex.toml."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["init"]


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the Markdown files.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Overwrite an inkdex.toml that is there.")] = False,
) -> None:
    """Write a commented inkdex.toml: what was found out about the folder, and every setting with its default.

    Inkdex works without the file; it is for what you want otherwise.

    Example: `inkdex init docs`
    """
    import asyncio

    from shared.adapters.local.folder_source import FolderSource
    from shared.cli.settings import CONFIG_NAME
    from shared.cli.terminal import clean, console, count
    from shared.errors import InputError
    from shared.usecases.init_site import detect_site, render_config

    if not folder.is_dir():
        raise InputError(f"{folder} is no folder; name the folder of your Markdown files", code="no-folder")
    target = folder / CONFIG_NAME
    if target.exists() and not force:
        raise InputError(f"{target} is there already; `inkdex init --force` overwrites it", code="exists")
    source = FolderSource(folder.resolve())
    found = asyncio.run(detect_site(source, folder.resolve().name))
    target.write_text(render_config(found), "utf-8")
    screen = console()
    screen.print(f"[bold green]Wrote[/] {target}")
    screen.print(f"  Layout  {clean(found.layout)}: {clean(found.evidence)}", markup=False)
    screen.print(f"  Pages   {count(found.pages, 'page')} in {clean(found.root) or 'the folder itself'}", markup=False)
    screen.print(f"  Site    {found.name}", markup=False)
    if not found.pages:
        screen.print("[yellow]There is no Markdown page yet: see content.root and content.layout in the file.[/]")
    else:
        screen.print(f"\nNext: [bold cyan]inkdex dev {folder}[/]")
