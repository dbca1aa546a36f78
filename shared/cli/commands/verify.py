"""`inkdex verify`: is what lies there whole?"""

from typing import Annotated

import typer

from shared.cli.options import Dist, Json, Site

__all__ = ["verify"]


def verify(
    dist: Dist,
    site: Site = None,
    as_json: Json = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print damage only.")] = False,
) -> None:
    """Check every file of a site's kept revisions: hashes, references, postings, vectors, the database.

    All damage is listed, and the exit code is 4. What is missing, the next build writes anew; what is damaged, it does
    once it has been deleted.

    Example: `inkdex verify dist --json`
    """
    import asyncio

    from shared.adapters.local.folder_store import FolderStore
    from shared.cli.failures import FOUND_DAMAGE
    from shared.cli.sites import find_site
    from shared.cli.terminal import clean, console, count, print_json
    from shared.cli.verify_progress import watch_verification
    from shared.usecases.verify_site import verify_site

    name = find_site(dist, site)
    store = FolderStore(dist.resolve())
    with watch_verification(quiet=quiet or as_json) as observer:
        found = asyncio.run(verify_site(name, store, store.path_of, observer))
    if as_json:
        print_json(
            {
                "site": name,
                "whole": not found.findings,
                "revisions": list(found.revisions),
                "files": found.files,
                "findings": [
                    {"path": item.path, "code": item.code, "message": item.message} for item in found.findings
                ],
            }
        )
    else:
        screen = console()
        for item in found.findings:
            screen.print(f"[red]{item.code:<13}[/]", end="")
            screen.print(clean(item.path), style="cyan", markup=False, end="  ")
            screen.print(clean(item.message).replace("\n", " "), markup=False)
        checked = f"{count(found.files, 'file')} of {count(len(found.revisions), 'revision')}"
        if found.findings:
            screen.print(f"\n[bold red]{count(len(found.findings), 'problem')}[/] in {checked}.")
            screen.print(f"Delete {dist} and build the site again.", markup=False)
        elif not quiet:
            screen.print(f"[bold green]Whole:[/] {checked} of [bold]{name}[/] checked.")
    if found.findings:
        raise typer.Exit(FOUND_DAMAGE)
