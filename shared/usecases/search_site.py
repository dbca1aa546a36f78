"""Search a built site from Python, as the browser does: for the command line, the API and tests."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.domain.encoding import from_json
from shared.domain.finalists import FINALISTS, Bonuses, Shown, order_finalists
from shared.domain.index.shard_source import ShardSource
from shared.domain.query import parse_query
from shared.domain.ranking import (
    Correction,
    DocumentHit,
    fuse_by_meaning,
    rank_words,
    sections_with_all,
    take_accepted,
)
from shared.domain.revision import Pointer, pointer_name
from shared.domain.snippets import Snippet, contains_phrase, make_snippet
from shared.domain.text import Analyzer, fold, stop_words
from shared.domain.vectors.arithmetic import default
from shared.domain.vectors.codes import LARGEST
from shared.domain.vectors.source import VectorSource
from shared.errors import ConfigurationError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from shared.domain.index.shard_source import StoredDocument
    from shared.domain.query import Query
    from shared.ports import TextEmbedder

__all__ = ["SearchAnswer", "SearchResult", "SectionResult", "SiteSearch", "open_site"]

DEFAULT_LIMIT = 10
_BONUSES = Bonuses()


@dataclass(frozen=True, slots=True)
class SectionResult:
    heading: str
    url: str
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A document that was found. `path` names it among the site's documents; `score` orders the list only."""

    number: int
    url: str
    title: str
    score: float
    sections: tuple[SectionResult, ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    results: list[SearchResult]
    corrections: tuple[Correction, ...]


class SiteSearch:
    """One revision, opened. Files are read when a query needs them, and kept."""

    def __init__(
        self,
        manifest: Mapping[str, Any],
        read: Callable[[str], bytes],
        embedder: TextEmbedder | None,
        bonuses: Bonuses = _BONUSES,
    ) -> None:
        """`embedder`: the one that made the site's vectors; without, words alone are searched.

        `bonuses` is the format's, except in experiments.
        """
        self.manifest = manifest
        self.source = ShardSource(manifest, read)
        self._analyzer = Analyzer(manifest["site"]["language"])
        self._stop_words = stop_words(manifest["site"]["language"])
        self._words_share: float = manifest["ranking"]["words"]
        self._embedder = embedder
        self._bonuses = bonuses
        self._vectors: VectorSource | None = None
        if embedder is not None and manifest["vectors"]:
            if manifest["vectors"]["model"] != embedder.name:
                raise ConfigurationError(
                    f"the site's vectors are {manifest['vectors']['model']}; the embedder at hand is {embedder.name}"
                )
            self._vectors = VectorSource(manifest["vectors"], read)

    async def search(self, text: str, *, limit: int = DEFAULT_LIMIT, prefix: bool = True) -> SearchAnswer:
        """The best documents for a query, with their best sections and snippets."""
        hits, corrections, terms = await self.rank(text, limit=limit, prefix=prefix)
        return SearchAnswer([self._show(hit, terms) for hit in hits], corrections)

    async def rank(
        self, text: str, *, limit: int = DEFAULT_LIMIT, prefix: bool = True
    ) -> tuple[list[DocumentHit], tuple[Correction, ...], frozenset[str]]:
        """The best documents without what is shown of them; corrections; the terms that were searched."""
        query = parse_query(text, self._analyzer, self._stop_words, prefix=prefix)
        ranking = rank_words(query, self.source, self._term_of)
        hits = ranking.hits
        if self._vectors is not None and not query.is_empty:
            cosines = await self._cosines(text, hits, self._vectors)
            hits = fuse_by_meaning(hits, cosines, query, self.source, self._words_share)
        # The finalists are the same for every limit, and so is the order.
        accepted = take_accepted(hits, self._filter(query), max(limit, FINALISTS))
        ordered = order_finalists(accepted, query, ranking.words, self._read, self._bonuses)
        return ordered[:limit], ranking.corrections, ranking.terms

    async def _cosines(self, text: str, hits: Sequence[DocumentHit], vectors: VectorSource) -> dict[int, float]:
        """Section id -> how near it is to the query, for those that are worth looking at."""
        if vectors.has_words:
            vector = vectors.query_of(text)
        else:
            assert self._embedder is not None
            numbers, _ = default.scale_to_integers(await self._embedder.embed([text]), LARGEST)
            vector = list(array("b", numbers))
        shown = [section.section_id for hit in hits[: vectors.documents_wanted] for section in hit.sections]
        return vectors.scores(vector, shown)

    def _filter(self, query: Query) -> Callable[[int], bool]:
        """Whether a document passes the query's filters and holds its phrases."""
        if not (query.tags or query.after or query.before or query.phrases):
            return lambda _: True
        holding = [(phrase, sections_with_all(phrase, self.source)) for phrase in query.phrases]

        def accept(number: int) -> bool:
            document = self.source.document(number)
            fields = document.fields
            day = fields.get("date", "")[:10]
            if not {fold(tag) for tag in fields.get("tags", ())}.issuperset(query.tags):
                return False
            if (query.after or query.before) and not (day and query.after <= day <= (query.before or day)):
                return False
            return all(self._holds_phrase(document, phrase, sections) for phrase, sections in holding)

        return accept

    def _holds_phrase(self, document: StoredDocument, phrase: tuple[str, ...], sections: set[int]) -> bool:
        """Whether one field of one of `sections` has the phrase: heading, text or code; the first's title too."""
        fields = document.fields
        for place, section in enumerate(fields["sections"]):
            if document.first_section + place in sections:
                texts = [section["heading"], section["text"], section.get("code", "")]
                if place == 0:
                    texts += (fields["title"], fields.get("description", ""))
                if any(contains_phrase(self._analyzer.sequence(text), phrase) for text in texts if text):
                    return True
        return False

    def _read(self, hit: DocumentHit) -> Shown:
        """What the result will show of a document."""
        document = self.source.document(hit.document)
        fields = document.fields
        sections = []
        for found in hit.sections:
            place = found.section_id - document.first_section
            section = fields["sections"][place]
            texts = [section["heading"], section["text"], section.get("code", "")]
            if place == 0:
                texts.append(fields.get("description", ""))
            sections.append([self._analyzer.sequence(text) for text in texts])
        return Shown(self._analyzer.sequence(fields["title"]), sections)

    def _term_of(self, word: str) -> str:
        tokens = self._analyzer.tokens(word)
        return tokens[-1].term if tokens else word

    def _show(self, hit: DocumentHit, terms: frozenset[str]) -> SearchResult:
        document = self.source.document(hit.document)
        fields = document.fields
        sections = []
        for found in hit.sections:
            section = fields["sections"][found.section_id - document.first_section]
            anchor = f"#{section['anchor']}" if section["anchor"] else ""
            text = section["text"] or section.get("code", "") or fields.get("description", "")
            snippet = make_snippet(text, terms, self._analyzer)
            sections.append(SectionResult(section["heading"], fields["url"] + anchor, snippet))
        return SearchResult(hit.document, fields["url"], fields["title"], hit.score, tuple(sections))


def open_site(
    site: str, read: Callable[[str], bytes | None], embedder_for: Callable[[str], TextEmbedder | None]
) -> SiteSearch:
    """Open the published revision of `site`. `embedder_for` gives the embedder of a model's name, or None.

    Raises:
        InputError: there is no such site, or it is of another format.
    """
    pointer = read(pointer_name(site))
    if pointer is None:
        raise InputError(f"no site {site!r} is published here; build it first with `inkdex build`", code="no-site")

    def must_read(name: str) -> bytes:
        data = read(name)
        if data is None:
            raise InputError(f"{name} is missing; build the site again, or run `inkdex verify`", code="missing-object")
        return data

    manifest = from_json(must_read(Pointer.from_bytes(pointer).manifest))
    embedder = embedder_for(manifest["vectors"]["model"]) if manifest["vectors"] else None
    return SiteSearch(manifest, must_read, embedder)
