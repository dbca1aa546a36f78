"""`inkdex rollback` and `inkdex clean`: go back to an earlier revision, and remove those that nobody needs."""

from typing import Annotated

import typer

from shared.cli.options import Dist, Json, Site

__all__ = ["clean", "rollback"]

_WAIT_S = 60.0


def rollback(
    dist: Dist,
    revision: Annotated[
        str | None, typer.Argument(help="Revision to publish; the one before, if none is named.", show_default=False)
    ] = None,
    site: Site = None,
    as_json: Json = False,
) -> None:
    """Publish an earlier revision again. The one that was published stays; roll back once more to return to it.

    `inkdex inspect` lists the revisions that are kept. The next build publishes anew.

    Example: `inkdex rollback dist`
    """
    import asyncio

    from shared.adapters.local.folder_store import FolderStore
    from shared.cli.locking import hold_locks
    from shared.cli.sites import find_site
    from shared.cli.terminal import console, print_json, say
    from shared.errors import InputError
    from shared.usecases.publish_revision import read_pointer, roll_back

    name = find_site(dist, site)
    store = FolderStore(dist.resolve())

    async def run() -> tuple[str, bool]:
        target = revision
        if target is None:
            pointer = await read_pointer(name, store)
            if pointer is None or not pointer.history:
                raise InputError(f"{name} has no earlier revision to go back to", code="no-revision")
            target = pointer.history[0]
        return target, await roll_back(name, target, store)

    with hold_locks([dist], wait_s=_WAIT_S, say=say):
        target, changed = asyncio.run(run())
    if as_json:
        print_json({"site": name, "revision": target, "changed": changed})
    else:
        what = "now serves" if changed else "already serves"
        console().print(f"[bold]{name}[/] {what} revision {target}")


def clean(
    dist: Dist,
    keep: Annotated[int, typer.Option(min=1, max=100, help="Published revisions to keep, with the current one.")] = 1,
    site: Site = None,
    as_json: Json = False,
) -> None:
    """Remove earlier revisions, and the files that only they used.

    Example: `inkdex clean dist --keep 2`
    """
    import asyncio

    from shared.adapters.local.folder_store import FolderStore
    from shared.cli.locking import hold_locks
    from shared.cli.sites import find_site
    from shared.cli.terminal import console, count, print_json, say
    from shared.usecases.collect_garbage import collect_garbage
    from shared.usecases.forget_revisions import forget_revisions

    name = find_site(dist, site)
    store = FolderStore(dist.resolve())

    async def run() -> int:
        await forget_revisions(name, keep, store)
        return await collect_garbage(store)

    with hold_locks([dist], wait_s=_WAIT_S, say=say):
        removed = asyncio.run(run())
    if as_json:
        print_json({"site": name, "removed_objects": removed})
    else:
        console().print(f"Removed {count(removed, 'object')}; [bold]{name}[/] keeps up to {count(keep, 'revision')}")
