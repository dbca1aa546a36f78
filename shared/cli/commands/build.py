"""`inkdex build`: from a folder of Markdown to artifacts."""

import enum
from pathlib import Path
from typing import Annotated

import typer

from shared.cli.options import Json

__all__ = ["build"]


class _EmbedderKind(enum.StrEnum):
    """Where vectors come from; see `[embedder]` in inkdex.toml."""

    STATIC = "static"
    OPENAI = "openai"
    NONE = "none"


def build(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the Markdown files.")] = Path(),
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIST", help="Where the artifacts go.")] = Path("dist"),
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings, if not DIR/inkdex.toml.", show_default=False)
    ] = None,
    embedder: Annotated[
        _EmbedderKind | None,
        typer.Option(help="Vectors for search by meaning; `none` searches by words alone.", show_default=False),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes to use; one a core.", show_default=False)
    ] = None,
    cache: Annotated[
        Path | None,
        typer.Option(help="Where finished steps are kept for the next build; DIR/.inkdex.", show_default=False),
    ] = None,
    site: Annotated[str | None, typer.Option(help="Name of the site among the artifacts.", show_default=False)] = None,
    base_url: Annotated[
        str | None, typer.Option("--base-url", help="Put before every page's URL, such as /docs/.", show_default=False)
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(min=1, max=100, help="Published revisions to keep for a roll-back.", show_default=False),
    ] = None,
    wait: Annotated[float, typer.Option(min=0, help="Seconds to wait for another build of the folder.")] = 60,
    diagnostics: Annotated[
        bool, typer.Option("--diagnostics", help="Print every diagnostic, not the first few.")
    ] = False,
    component: Annotated[
        bool, typer.Option("--component/--no-component", help="Put the search component beside the artifacts.")
    ] = True,
    as_json: Json = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Build the search artifacts of a folder of Markdown.

    Unchanged files are not read again: a second build takes a moment. A build that is stopped anywhere leaves the
    published revision as it was, and the next one goes on from there. Broken pages become diagnostics and do not fail
    the build.

    Example: `inkdex build docs --out public/search --base-url /docs/`
    """
    import asyncio
    import shlex

    from shared.cli.build_progress import watch_build
    from shared.cli.build_summary import build_as_json, print_summary
    from shared.cli.component import add_component
    from shared.cli.local_build import LocalBuild, open_folder
    from shared.cli.terminal import print_json, say

    overrides: dict[str, dict[str, object]] = {
        "embedder": {"kind": embedder and embedder.value},
        "site": {"name": site, "base_url": base_url},
        "build": {"keep_revisions": keep},
    }
    local = open_folder(folder, out, cache, config_file=config, overrides=overrides)

    async def run() -> None:
        with watch_build(quiet=quiet or as_json) as observer:
            async with LocalBuild.open(local, jobs=jobs, say=say) as builder:
                outcome = await builder.run(observer, wait_s=wait)
        if component:
            add_component(local.out, say)
        if as_json:
            print_json(build_as_json(outcome, out, diagnostics=diagnostics))
        elif not quiet:
            print_summary(outcome, out, all_diagnostics=diagnostics, next_step=f"inkdex serve {shlex.quote(str(out))}")

    asyncio.run(run())
