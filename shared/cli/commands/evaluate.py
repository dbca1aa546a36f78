"""`inkdex evaluate`: search quality as numbers."""

from pathlib import Path
from typing import Annotated

import typer

from shared.cli.options import Dist, Json, Site, WordsOnly

__all__ = ["evaluate"]


def evaluate(
    dist: Dist,
    queries: Annotated[
        Path, typer.Option(metavar="FILE", exists=True, dir_okay=False, help='Lines of {"id": …, "text": …}.')
    ],
    qrels: Annotated[
        Path, typer.Option(metavar="FILE", exists=True, dir_okay=False, help='Lines of {"q": …, "d": …, "rel": …}.')
    ],
    limit: Annotated[
        int | None, typer.Option(min=1, help="Take the first queries of the file only.", show_default=False)
    ] = None,
    site: Site = None,
    words_only: WordsOnly = False,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="inkdex.toml that says how to reach the embedder.", show_default=False),
    ] = None,
    min_ndcg: Annotated[
        float | None,
        typer.Option("--min-ndcg", min=0, max=1, help="Exit with 4 if nDCG@10 is below.", show_default=False),
    ] = None,
    as_json: Json = False,
) -> None:
    """Measure search quality on judged queries: nDCG@10, MRR, recall@10 and recall@100.

    A judgement says how relevant (`rel`: 0 not, 1 and above relevant) document `d` is for query `q`. `d` is the path of
    the document in the source folder, or below the folder of its pages, with or without suffix. Measures are those of
    trec_eval: the gain is `rel` itself, the discount log2(rank + 1), and queries without a relevant document are left
    out. Each is the average over queries; results below rank 100 are not looked at.

    Example: `inkdex evaluate dist --queries queries.jsonl --qrels qrels.jsonl --min-ndcg 0.45`
    """
    import asyncio

    from shared.cli.failures import BELOW
    from shared.cli.json_lines import read_json_lines
    from shared.cli.settings import read_config
    from shared.cli.sites import open_search, read_artifact
    from shared.cli.terminal import console, count, print_json, say
    from shared.usecases.evaluate_site import Evaluation, evaluate_site, name_documents, read_judgements

    texts = {str(row["id"]): str(row["text"]) for row in read_json_lines(queries, ("id", "text"))[:limit]}
    judgements = read_judgements(read_json_lines(qrels, ("q", "d", "rel")))

    async def run() -> Evaluation:
        opened = open_search(
            dist,
            site,
            words_only=words_only,
            settings=read_config(config.parent if config else Path(), config).embedder if config else None,
            warn=say,
        )
        async with opened as search:
            posts = read_artifact(dist, search.manifest, "posts.json")
            report = read_artifact(dist, search.manifest, "report.json")
            documents = name_documents(posts, report["layout"]["root"])
            return await evaluate_site(search, documents, texts, judgements)

    found = asyncio.run(run())
    if found.unknown:
        some = ", ".join(found.unknown[:5]) + (", …" if len(found.unknown) > 5 else "")
        what = count(len(found.unknown), "relevant document")
        say(f"Not in the site, counted as missed: {what} ({some})")
    measures = {
        "ndcg@10": found.ndcg_at_10,
        "mrr": found.mrr,
        "recall@10": found.recall_at_10,
        "recall@100": found.recall_at_100,
    }
    if as_json:
        print_json({**measures, "queries": found.queries})
    else:
        screen = console()
        for name, value in measures.items():
            screen.print(f"{name:<12}{value:.4f}", markup=False)
        screen.print(f"{'queries':<12}{found.queries}", markup=False)
    if min_ndcg is not None and found.ndcg_at_10 < min_ndcg:
        say(f"nDCG@10 is {found.ndcg_at_10:.4f}, below {min_ndcg:g}")
        raise typer.Exit(BELOW)
