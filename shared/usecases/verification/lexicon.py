"""Check the files of a lexicon pack: terms in order, postings that decode, ids of sections that exist."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from shared.domain.index.lexicon import LexiconBlock, place_blocks
from shared.domain.index.postings import LEVELS, RANKED_ENTRIES, decode_postings
from shared.domain.revision import block_file, pack_file
from shared.usecases.verification.findings import Damage, expect, expect_equal, parse, require

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.usecases.verification.findings import Findings

__all__ = ["LexiconCheck"]


@dataclass(slots=True)
class LexiconCheck:
    """Checks all packs of a revision. `sections[id]` is 1 for the ids that exist.

    `terms` and `words` collect what the packs hold, to compare it with the database: term -> (frequency, postings).
    """

    sections: bytearray
    findings: Findings
    terms: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    postings: int = 0
    _last_term: str | None = None
    _last_word: str | None = None

    def check(self, entry: Mapping[str, Any], blocks: bytes | None, shards: Sequence[bytes | None]) -> None:
        """Check one pack: `entry` is the manifest's, `blocks` its block file, `shards` are its word shards."""
        name = block_file(entry["pack"])
        with self.findings.of(name):
            self._check_blocks(entry, require(blocks), name)
        for number, first in enumerate(entry["words"]):
            with self.findings.of(pack_file(entry["pack"], number)):
                self._check_words(parse(shards[number]), first)

    def _check_blocks(self, entry: Mapping[str, Any], data: bytes, name: str) -> None:
        expect_equal(len(entry["sizes"]), len(entry["terms"]), "the number of blocks")
        places = place_blocks(entry["sizes"])
        expect(places[-1] <= len(data), "its lexicon blocks are cut off")
        rests = data[places[-1] :]
        for first, (start, end) in zip(entry["terms"], pairwise(places), strict=True):
            with self.findings.of(name):
                self._check_terms(LexiconBlock(data[start:end]), first, rests)

    def _check_terms(self, block: LexiconBlock, first: str, rests: bytes) -> None:
        self._last_term = _check_order(block.terms, first, self._last_term, "term")
        for place, (term, frequency) in enumerate(zip(block.terms, block.frequencies, strict=True)):
            ranked = block.ranked(place)
            count = self._check_postings(ranked, 0, LEVELS + 1, -1, term)
            expect_equal(count[0], min(frequency, RANKED_ENTRIES), f"the number of ranked postings of {term!r}")
            rest = block.rest(place, rests)
            count = self._check_postings(rest, *count, term)
            expect_equal(count[0], frequency, f"the number of postings of {term!r}")
            self.postings += frequency
            self.terms[term] = (frequency, ranked + rest)

    def _check_postings(
        self, data: bytes, count: int, last_level: int, last_id: int, term: str
    ) -> tuple[int, int, int]:
        """Check groups that follow `count` postings, the last of them as given; the new count, level and id."""
        expect(not data or data[-1] < 0x80, f"the postings of {term!r} break off")
        sections, total = self.sections, 0
        for level, ids in decode_postings(data):
            expect(1 <= level <= LEVELS and len(ids) > 0, f"a group of {term!r} has level {level} and {len(ids)} ids")
            total += len(ids)
            expect(level <= last_level, f"the levels of {term!r} do not descend")
            if level < last_level:
                last_id = -1
            for section in ids:
                expect(last_id < section, f"the ids of {term!r} do not ascend")
                if section >= len(sections) or not sections[section]:
                    raise Damage("mismatch", f"{term!r} names section {section}, which does not exist")
                last_id = section
            last_level = level
        return count + total, last_level, last_id

    def _check_words(self, shard: Mapping[str, Any], first: str) -> None:
        words, counts = shard["words"], shard["counts"]
        expect(len(words) == len(counts), "its columns differ in length")
        expect(all(isinstance(count, int) and count > 0 for count in counts), "a count is not a positive number")
        self._last_word = _check_order(words, first, self._last_word, "word")
        self.words.update(zip(words, counts, strict=True))


def _check_order(keys: Sequence[str], first: str, previous: str | None, kind: str) -> str:
    expect(bool(keys), f"it holds no {kind}")
    # It may be given shorter than it is, as long as it still finds its shard.
    expect(keys[0].startswith(first), f"its first {kind} is {keys[0]!r}, not {first!r}")
    expect(previous is None or previous < first, f"its first {kind} {first!r} is not above the one before it")
    expect(all(a < b for a, b in pairwise(keys)), f"its {kind}s are not in order")
    return keys[-1]
