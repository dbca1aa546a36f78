"""Options and arguments that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["Dist", "Host", "Json", "Site", "WordsOnly"]

Dist = Annotated[
    Path,
    typer.Argument(metavar="DIST", help="Folder of the artifacts, as `inkdex build` wrote it.", show_default=False),
]
Site = Annotated[
    str | None, typer.Option("--site", help="Name of the site, if the folder holds several.", show_default=False)
]
Json = Annotated[bool, typer.Option("--json", help="Answer in JSON, for scripts.")]
WordsOnly = Annotated[bool, typer.Option("--words-only", help="Search by words alone, without meaning.")]
Host = Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 lets other machines in.")]
