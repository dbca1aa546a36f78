"""Search quality on judged collections: nDCG@10 of Inkdex, next to bm25s and SQLite FTS5 in the same run.

    uv run python -m tests.benchmarks.quality [--sweep] [--corpora ../shared/corpora]

Each document of a collection is a Markdown file, built as any folder is. `--sweep` prints the experiment from which
ranking parameters were chosen: each setting's figure, and what choosing on two collections gives on the third.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shared.cli.local_build import open_folder
from shared.config import RankingConfig
from shared.domain.encoding import from_json
from shared.domain.finalists import Bonuses
from shared.domain.revision import revision_file
from shared.usecases.build_site import build_site
from shared.usecases.search_site import SiteSearch, open_site
from tests.benchmarks.corpora import DEFAULT_CORPORA, MissingCorporaError, explain_and_exit, require
from tests.benchmarks.peers import judge_bm25s, judge_fts5
from tests.benchmarks.retrieval import COLLECTIONS, Collection, load_collection, mean_ndcg, write_pages
from tests.benchmarks.tables import describe_machine, markdown_table, replace_block

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

__all__ = ["BuiltCollection", "Setting", "main", "quality_table", "sweep_tables"]

_DEPTH = 10
_AS_OF = datetime(2026, 11, 22, tzinfo=UTC)
_PEERS: dict[str, Callable[[Collection], float]] = {
    "bm25s: Lucene, k1 1.2, b 0.75, stemmed, stop words": judge_bm25s,
    "SQLite FTS5, porter": partial(judge_fts5, tokenizer="porter"),
    "SQLite FTS5, unicode61": partial(judge_fts5, tokenizer="unicode61"),
}
_K1 = (0.9, 1.2, 1.6)
_B = (0.5, 0.65, 0.75, 0.85)
_TITLE = (1.0, 2.0, 3.0, 5.0)
_WORDS = (0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9)
_BONUS = (0.0, 0.25, 0.5, 1.0)
_BONUSES = Bonuses()


@dataclass(frozen=True, slots=True)
class Setting:
    """Ranking parameters that the sweep varies. The defaults are the project's."""

    k1: float = RankingConfig().k1
    b: float = RankingConfig().b
    title: float = RankingConfig().weights.title

    def as_config(self) -> dict[str, Any]:
        return {"k1": self.k1, "b": self.b, "weights": {"title": self.title}}


class _Silent:
    """A build observer that says nothing."""

    def stage_started(self, stage: str, steps: int, reused: int) -> None: ...

    def step_done(self, stage: str) -> None: ...

    def stage_finished(self, stage: str, seconds: float) -> None: ...


class BuiltCollection:
    """A collection as a site, built in `folder` with static vectors; built again for each setting that is asked for."""

    def __init__(self, collection: Collection, folder: Path) -> None:
        self.collection = collection
        self._folder = folder
        self._names: dict[str, list[str]] = {}
        """Of each revision: the collection's name of each document."""
        write_pages(collection, folder / "pages")

    def judge(self, setting: Setting, *, words_share: float | None = None, bonuses: Bonuses = _BONUSES) -> float:
        """nDCG@10 by words alone, or with meaning, of which words have `words_share`."""
        search = self._open(setting, words_share, bonuses)
        return mean_ndcg(self.collection, asyncio.run(self._rank_all(search)))

    def _open(self, setting: Setting, words_share: float | None, bonuses: Bonuses) -> SiteSearch:
        overrides = {"content": {"layout": "plain"}, "embedder": {"kind": "static"}, "ranking": setting.as_config()}
        site = open_folder(self._folder / "pages", self._folder / "dist", self._folder / "cache", overrides=overrides)
        runner = site.make_runner(1)
        try:
            asyncio.run(build_site(site.config, site.services, runner, _Silent(), as_of=_AS_OF))
        finally:
            runner.close()
        embedder = None if words_share is None else site.services.embedder
        search = open_site("site", site.artifacts.read, lambda _: embedder)
        # Share and bonuses are used at query time: others need no other build.
        share = {} if words_share is None else {"words": words_share}
        manifest = {**search.manifest, "ranking": {**search.manifest["ranking"], **share}}
        return SiteSearch(manifest, _reader(site.artifacts.read), embedder, bonuses)

    async def _rank_all(self, search: SiteSearch) -> dict[str, list[str]]:
        revision = search.manifest["revision"]
        if revision not in self._names:
            posts = (self._folder / "dist" / revision_file("site", revision, "posts.json")).read_bytes()
            self._names[revision] = [Path(post["path"]).stem for post in from_json(posts)]
        ranked = {}
        for query, text in self.collection.queries.items():
            hits, *_ = await search.rank(text, limit=_DEPTH, prefix=False)
            ranked[query] = [self._names[revision][hit.document] for hit in hits]
        return ranked


def _reader(read: Callable[[str], bytes | None]) -> Callable[[str], bytes]:
    def must_read(name: str) -> bytes:
        data = read(name)
        assert data is not None, name
        return data

    return must_read


def quality_table(sites: Sequence[BuiltCollection]) -> str:
    """Inkdex with the project's parameters, and the peers."""
    share = RankingConfig().words
    rows = {
        "Inkdex, words only": [site.judge(Setting()) for site in sites],
        f"Inkdex, hybrid (static vectors, words {share:g})": [
            site.judge(Setting(), words_share=share) for site in sites
        ],
        **{name: [judge(site.collection) for site in sites] for name, judge in _PEERS.items()},
    }
    best = [max(rows[name][place] for name in _PEERS) for place in range(len(sites))]
    table = [_row(name, values) for name, values in rows.items()]
    table.append(_row("words only, above the best peer by", _minus(rows["Inkdex, words only"], best)))
    hybrid = next(values for name, values in rows.items() if "hybrid" in name)
    table.append(_row("hybrid, above words only by", _minus(hybrid, rows["Inkdex, words only"])))
    return markdown_table(["nDCG@10", *_heads(sites), "mean"], table)


def sweep_tables(
    sites: Sequence[BuiltCollection],
    grid: Sequence[Setting],
    shares: Sequence[float],
    bonuses: Sequence[Bonuses],
) -> str:
    """The recorded experiment: words only over `grid` and over `bonuses`, then hybrid over `shares`.

    What is not varied is the project's.
    """
    final = {bonus: [site.judge(Setting(), bonuses=bonus) for site in sites] for bonus in bonuses}
    words = {setting: [site.judge(setting) for site in sites] for setting in grid}
    hybrid = {share: [site.judge(Setting(), words_share=share) for site in sites] for share in shares}
    parts = [
        markdown_table(
            ["words only: k1, b, title weight", *_heads(sites), "mean"],
            [_row(_name(setting), values) for setting, values in words.items()],
        ),
        _left_out(sites, {_name(setting): values for setting, values in words.items()}),
        markdown_table(
            ["words only: bonus for title, nearness", *_heads(sites), "mean"],
            [_row(_bonus_name(bonus), values) for bonus, values in final.items()],
        ),
        _left_out(sites, {_bonus_name(bonus): values for bonus, values in final.items()}),
        markdown_table(
            ["hybrid: share of words", *_heads(sites), "mean"],
            [_row(_share_name(share), values) for share, values in hybrid.items()],
        ),
        _left_out(sites, {_share_name(share): values for share, values in hybrid.items()}),
    ]
    return "\n\n".join(parts)


def _left_out(sites: Sequence[BuiltCollection], figures: Mapping[str, Sequence[float]]) -> str:
    """What choosing on the other collections gives on each: how much of a best figure is tuning to the set."""
    rows = []
    for place, site in enumerate(sites):
        others = {name: sum(values) - values[place] for name, values in figures.items()}
        chosen = max(others, key=others.__getitem__)
        best = max(figures, key=lambda name: figures[name][place])
        own = f"{figures[best][place]:.4f} ({best})"
        rows.append([site.collection.name, chosen, f"{figures[chosen][place]:.4f}", own])
    return markdown_table(["left out", "best on the others", "gives", "its own best"], rows)


def _name(setting: Setting) -> str:
    default = " (ours)" if setting == Setting() else ""
    return f"{setting.k1:g}, {setting.b:g}, {setting.title:g}{default}"


def _bonus_name(bonuses: Bonuses) -> str:
    return f"{bonuses.title:g}, {bonuses.nearness:g}" + (" (ours)" if bonuses == _BONUSES else "")


def _share_name(share: float) -> str:
    return f"{share:g}" + (" (ours)" if share == RankingConfig().words else "")


def _heads(sites: Sequence[BuiltCollection]) -> list[str]:
    return [f"{site.collection.name} ({len(site.collection.queries)} queries)" for site in sites]


def _row(name: str, values: Sequence[float]) -> list[str]:
    return [name, *(f"{value:.4f}" for value in (*values, sum(values) / len(values)))]


def _minus(values: Sequence[float], others: Sequence[float]) -> list[float]:
    return [value - other for value, other in zip(values, others, strict=True)]


def _grid() -> list[Setting]:
    """All k1 and b with our title weight, then all title weights with our k1 and b."""
    settings = [Setting(k1=k1, b=b) for k1 in _K1 for b in _B]
    settings += [Setting(title=title) for title in _TITLE]
    return list(dict.fromkeys([*settings, Setting()]))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.quality", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=DEFAULT_CORPORA, help="folder that holds ir/*.tar.gz")
    parser.add_argument("--sweep", action="store_true", help="print the experiment on parameters instead")
    parser.add_argument("--write", type=Path, metavar="DOC", help="put the tables into a document, docs/benchmarks.md")
    args = parser.parse_args(arguments)
    try:
        require(args.corpora / "ir" / f"{name}.tar.gz" for name in COLLECTIONS)
    except MissingCorporaError as error:
        explain_and_exit(error)
    machine = describe_machine()
    with tempfile.TemporaryDirectory(prefix="inkdex-bench-") as folder:
        sites = [BuiltCollection(load_collection(args.corpora, name), Path(folder) / name) for name in COLLECTIONS]
        print("… building", file=sys.stderr)
        shares = sorted({*_WORDS, RankingConfig().words})
        bonuses = [Bonuses(title, nearness) for title in _BONUS for nearness in _BONUS]
        tables = sweep_tables(sites, _grid(), shares, bonuses) if args.sweep else quality_table(sites)
    report = f"{machine}\n\n{tables}"
    print(report)
    if args.write:
        replace_block(args.write, "sweep" if args.sweep else "quality", report)


if __name__ == "__main__":
    main()
