"""`inkdex query`: search a built site from the terminal."""

from pathlib import Path
from typing import Annotated

import typer

from shared.cli.options import Dist, Json, Site, WordsOnly

__all__ = ["query"]


def query(
    dist: Dist,
    words: Annotated[list[str] | None, typer.Argument(help="What to search for.", show_default=False)] = None,
    file: Annotated[
        Path | None,
        typer.Option(metavar="QUERIES", allow_dash=True, help="Answer each line of a file; - for standard input."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="How many pages to show.")] = 10,
    site: Site = None,
    words_only: WordsOnly = False,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="inkdex.toml that says how to reach the embedder.", show_default=False),
    ] = None,
    timing: Annotated[bool, typer.Option("--timing", help="Then measure how long answers take, warm.")] = False,
    as_json: Json = False,
) -> None:
    """Search a built site: by words and, if it has vectors, by meaning.

    Words may be `"phrases in quotes"`, `-excluded`, and filters: `tag:name`, `after:2026-01-31`, `before:2026-12-31`.
    With `--file`, `--json` prints one answer a line. `--timing` asks every query again once all have been answered, and
    prints the median and the 95th percentile: what a process that has been running for a while takes.

    Example: `inkdex query dist "install on windows"`
    """
    import asyncio

    from shared.cli.answers import answer_as_json, measure, print_answer, read_queries
    from shared.cli.settings import read_config
    from shared.cli.sites import open_search
    from shared.cli.terminal import console, print_json, say

    if (words is None) == (file is None):
        raise typer.BadParameter("give either words to search for, or --file", param_hint="WORDS")
    texts = read_queries(file) if file else [" ".join(words or ())]
    screen = console()

    async def run() -> None:
        opened = open_search(
            dist,
            site,
            words_only=words_only,
            settings=read_config(config.parent, config).embedder if config else None,
            warn=say,
        )
        async with opened as search:
            for number, text in enumerate(texts):
                answer = await search.search(text, limit=limit)
                if as_json:
                    print_json(answer_as_json(text, answer))
                else:
                    print_answer(screen, text, answer, first=number == 0)
            if timing:
                say(await measure(search, texts, limit=limit))

    asyncio.run(run())
