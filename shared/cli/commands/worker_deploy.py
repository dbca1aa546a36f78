"""`inkdex worker deploy`: what would be uploaded, and the upload."""

from typing import Annotated

import typer

from shared.cli.options import Json

__all__ = ["deploy"]


def deploy(
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be uploaded, by package, and upload nothing.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Upload the Worker to Cloudflare with pywrangler, in the versions that uv.lock and package-lock.json name.

    With --dry-run, wrangler bundles without an account, and a table shows what weighs how much, against the limit of
    64 MiB. Without it, you must be logged in: `uv run pywrangler login`.

    Example: `inkdex worker deploy --dry-run`
    """
    from dataclasses import asdict

    from shared.cli.terminal import console, print_json
    from shared.cli.worker.deployment import run_pywrangler
    from shared.cli.worker.folders import find_repository
    from shared.cli.worker.start_progress import watch_start
    from shared.cli.worker.upload import LIMIT_BYTES, bundle, sizes_by_package
    from shared.cli.worker.upload_table import print_upload

    if not dry_run:
        raise typer.Exit(run_pywrangler(find_repository(), ["deploy"]))
    with watch_start("Bundling") as say:
        modules = bundle(find_repository(), say)
    packages = sizes_by_package(modules)
    if as_json:
        print_json({"packages": [asdict(item) for item in packages], "limit_bytes": LIMIT_BYTES})
    else:
        print_upload(console(), packages)
