"""Queries as visitors type them, well and badly, made the same way every time from a site's words; their answers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from shared.usecases.search_site import SiteSearch

__all__ = ["GoldenQuery", "answer_of", "make_queries"]

_LONG = (
    "index " * 11 + "search",
    "index " * 12 + 'search "page"',
    "a " * 1_100,
    "x" * 2_500,
    "page -" + "y" * 70,
    "page " * 500,
)
_STOP_WORDS = ("the", "of", "and", "to", "der", "die", "mit", "in", "not")
_LETTERS = "abcdefghijklmnopqrstuvwxyzäß本"
_DAYS = ("2019-06-01", "2021-01-31", "2024-02-29", "2024-07-15", "2026-12-31", "2026-02-31", "2026-1-1")


class GoldenQuery(NamedTuple):
    """`prefix`: whether the last word may be one still being typed."""

    text: str
    prefix: bool
    limit: int


def make_queries(texts: Sequence[str], tags: Sequence[str], rng: Random, count: int) -> list[GoldenQuery]:
    """Those of queries.jsonl and, up to `count`, made ones. `texts` are the site's pages as they are written."""
    words = [word for text in texts for word in re.findall(r"[^\s#`\"]+", text.split("---", 2)[-1])]
    makers = (
        _plain,
        _plain,
        _prefix,
        _typing_error,
        _two_errors,
        _phrase,
        _excluding,
        _filtered,
        _prose,
        _with_stop_word,
        _title,
        _copied,
    )
    written = Path(__file__).with_name("queries.jsonl").read_text("utf-8")
    queries = [*map(json.loads, written.splitlines()), *_LONG]
    while len(queries) < count:
        queries.append(rng.choice(makers)(rng, words, texts, tags))
    return [GoldenQuery(text, rng.random() < 0.7, rng.choice((1, 10, 10, 20, 100))) for text in queries]


def _some(rng: Random, words: Sequence[str], most: int) -> str:
    return " ".join(rng.choices(words, k=rng.randint(1, most)))


def _plain(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    return _some(rng, words, 4)


def _prefix(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    last = rng.choice(words)
    return (
        f"{_some(rng, words, 2)} {last[: rng.randint(1, len(last))]}"
        if rng.random() < 0.5
        else last[: rng.randint(1, 4)]
    )


def _typing_error(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    return _misspell(rng, rng.choice(words)) + rng.choice(("", " ", " " + rng.choice(words)))


def _two_errors(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    return _misspell(rng, _misspell(rng, rng.choice([word for word in words if len(word) >= 4])))


def _misspell(rng: Random, word: str) -> str:
    at = rng.randrange(len(word))
    changes: tuple[Callable[[], str], ...] = (
        lambda: word[:at] + rng.choice(_LETTERS) + word[at:],
        lambda: word[:at] + word[at + 1 :],
        lambda: word[:at] + rng.choice(_LETTERS) + word[at + 1 :],
        lambda: word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
    )
    return rng.choice(changes)()


def _phrase(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    some = [word for word in rng.choice(texts).split("---", 2)[-1].replace('"', " ").split() if word.strip("#`")]
    at = rng.randrange(max(1, len(some) - 3))
    phrase = " ".join(some[at : at + rng.randint(1, 4)])
    return rng.choice(
        (f'"{phrase}"', f'"{phrase}', f'{rng.choice(words)} "{phrase}"', f'"{phrase}" -{rng.choice(words)}')
    )


def _excluding(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    excluded = rng.choice((f"-{rng.choice(words)}", f'-"{rng.choice(words)} {rng.choice(words)}"'))
    return f"{_some(rng, words, 3)} {excluded}"


def _filtered(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    tag = rng.choice(tags)
    filters = (
        f'tag:"{tag}"',
        f"tag:{tag.split()[0].upper()}",
        f"after:{rng.choice(_DAYS)}",
        f"before:{rng.choice(_DAYS)}",
    )
    return " ".join([_some(rng, words, 2), *rng.sample(filters, rng.randint(1, 2))])


def _prose(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    return " ".join(rng.choices(words, k=rng.randint(11, 30))) + rng.choice(
        ("?", " -index", ' "search page"', " tag:guide")
    )


def _with_stop_word(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    some = [rng.choice(words), rng.choice(_STOP_WORDS), rng.choice(words), rng.choice(_STOP_WORDS)]
    return " ".join(some[: rng.randint(2, 4)])


def _title(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    """The title of a page, or most of it: what decides the order of the first documents."""
    titles = [title for text in texts for title in re.findall(r'^title: "?(.*?)"?$', text, re.MULTILINE)]
    title = rng.choice(titles)
    return rng.choice((title, title, title.lower(), " ".join(title.split()[1:]), f"{title} {rng.choice(words)}"))


def _copied(rng: Random, words: Sequence[str], texts: Sequence[str], tags: Sequence[str]) -> str:
    """Words in a row of a page, without quotation marks."""
    some = rng.choice(texts).split("---", 2)[-1].replace('"', " ").split()
    at = rng.randrange(max(1, len(some) - 6))
    return " ".join(some[at : at + rng.randint(2, 8)])


async def answer_of(search: SiteSearch, query: GoldenQuery) -> dict[str, Any]:
    """What the browser must answer: its golden tests read it as JSON."""
    hits, corrections, _ = await search.rank(query.text, limit=query.limit, prefix=query.prefix)
    return {
        "query": query.text,
        "prefix": query.prefix,
        "limit": query.limit,
        "corrections": corrections,
        "results": [
            {"url": search.source.document(hit.document).fields["url"], "score": hit.score, "sections": hit.sections}
            for hit in hits
        ],
    }
