"""`inkdex inspect`: what a built site is made of, and what its last build took."""

from shared.cli.options import Dist, Json, Site

__all__ = ["inspect"]


def inspect(dist: Dist, site: Site = None, as_json: Json = False) -> None:
    """Show what a site is made of: pages, files and bytes by kind, and what its last build took on this machine.

    Gzipped sizes are what a server sends (level 6). Times, tokens and cost come from this machine's memory of the last
    build into this folder; they are no part of the artifacts.

    Example: `inkdex inspect dist`
    """
    import asyncio
    from dataclasses import asdict

    from shared.adapters.local.folder_store import FolderStore
    from shared.adapters.local.state import load_build
    from shared.cli.inspection import print_inspection
    from shared.cli.sites import find_site
    from shared.cli.terminal import console, print_json
    from shared.usecases.inspect_site import inspect_site

    name = find_site(dist, site)
    store = FolderStore(dist.resolve())
    found = asyncio.run(inspect_site(name, store, store.path_of))
    build = load_build(dist)
    if build and build.get("revision") != found.manifest["revision"]:
        build = None
    if not as_json:
        print_inspection(console(), found, build)
        return
    print_json(
        {
            "site": found.manifest["site"],
            "revision": found.manifest["revision"],
            "source": found.manifest["source"],
            "published_at": found.published_at,
            "history": list(found.history),
            "layout": found.report["layout"],
            "languages": sorted(found.manifest["tokenizer"]["languages"]),
            "counts": found.manifest["counts"],
            "vectors": found.manifest["vectors"] and found.manifest["vectors"]["model"],
            "skipped": {reason: len(paths) for reason, paths in found.report["skipped"].items()},
            "diagnostics": len(found.report["diagnostics"]),
            "files": {kind: asdict(sums) for kind, sums in found.kinds.items()},
            "total": asdict(found.total),
            "last_build": build,
        }
    )
