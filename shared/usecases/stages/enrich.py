"""enrich: all digests and listings, links and related documents -> `posts`, `media` and the report's `findings`."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from shared.domain.encoding import from_json, to_json
from shared.domain.enrich import index_tags, near_duplicates
from shared.domain.listing import MediaListing, posts_listing
from shared.domain.steps import Record, Step, step_object
from shared.usecases.stages.digests import load_digests
from shared.usecases.stages.services import load_object, load_objects

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Sequence

    from shared.domain.enrich import DocumentDigest
    from shared.usecases.stages.services import StepServices

__all__ = ["enrich_step", "run_enrich"]


def enrich_step(parsed: Iterable[Record], *, judged: str, related: str) -> Step:
    """`judged` and `related`: the keys of these steps."""
    return Step("enrich", {"parts": [record["key"] for record in parsed], "judged": judged, "related": related}, {})


async def run_enrich(step: Step, services: StepServices) -> Record:
    digests = [digest async for part in load_digests("texts", step.inputs["parts"], services) for digest in part]
    await services.steps.put(step_object(step.key, "findings"), to_json(_findings(digests)))
    pages = [_Page(digest.url, digest.word_count, digest.reading_time_s) for digest in digests]
    del digests  # their fingerprints are large
    media = MediaListing()
    await services.steps.put_stream(step_object(step.key, "posts"), _list_posts(pages, media, step, services))
    await services.steps.put(step_object(step.key, "media"), to_json(media.entries()))
    return {}


class _Page(NamedTuple):
    """What a listing needs of a document beside its entry."""

    url: str
    word_count: int
    reading_time_s: int


async def _list_posts(
    pages: Sequence[_Page], media: MediaListing, step: Step, services: StepServices
) -> AsyncIterator[bytes]:
    """The JSON of posts.json, part by part; the parts' media are added to `media` on the way."""
    backlinks = from_json(await load_object(services.steps, step_object(step.inputs["judged"], "backlinks")))
    related = from_json(await load_object(services.steps, step_object(step.inputs["related"], "related")))
    extras = map(partial(_extra, pages), pages, backlinks, related)
    separator = b"["
    first = 0
    listings = (step_object(key, "listing") for key in step.inputs["parts"])
    async for data in load_objects(services.steps, listings):
        entries = from_json(data)
        media.add(entries)
        for post in posts_listing(entries, islice(extras, len(entries)), first):
            yield separator + to_json(post)
            separator = b","
        first += len(entries)
    yield b"]" if first else b"[]"


def _extra(pages: Sequence[_Page], page: _Page, backlinks: Iterable[int], related: Iterable[Any]) -> dict[str, Any]:
    return {
        "word_count": page.word_count,
        "reading_time_s": page.reading_time_s,
        "related": [pages[other].url for other, _ in related],
        "backlinks": [pages[other].url for other in backlinks],
    }


def _findings(digests: Sequence[DocumentDigest]) -> dict[str, Any]:
    return {
        "tags": {
            kind: {name: [digests[number].url for number in numbers] for name, numbers in index.items()}
            for kind, index in asdict(index_tags(digests)).items()
        },
        "near_duplicates": [
            {
                "documents": [digests[number].path for number in group.documents],
                "similarities": list(group.similarities),
            }
            for group in near_duplicates(digests)
        ],
    }
