"""Check the files of a lexicon pack: terms in order, postings that decode, ids of sections that exist."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from shared.domain.index.blocks import decode_block
from shared.domain.index.postings import HEAD_ENTRIES, LEVELS, decode_postings
from shared.usecases.verification.findings import Damage, expect, expect_equal, parse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from shared.usecases.verification.findings import Findings

__all__ = ["LexiconCheck"]


@dataclass(slots=True)
class LexiconCheck:
    """Checks all packs of a revision. `sections[id]` is 1 for the ids that exist.

    `terms` and `words` collect what the shards hold, to compare it with the database: term -> (frequency, postings).
    """

    sections: bytearray
    findings: Findings
    terms: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    postings: int = 0
    _last_term: str | None = None
    _last_word: str | None = None

    def check(
        self, entry: Mapping[str, Any], names: Sequence[str], files: Sequence[bytes | None], tails: bytes | None
    ) -> None:
        """Check one pack: `entry` is the manifest's, `names` are those of its shards; `tails`: its block file."""
        first_words = len(entry["terms"])
        for number, first in enumerate(entry["terms"]):
            with self.findings.of(names[number]):
                self._check_terms(parse(files[number]), first, tails)
        for number, first in enumerate(entry["words"]):
            with self.findings.of(names[first_words + number]):
                self._check_words(parse(files[first_words + number]), first)

    def _check_terms(self, shard: Mapping[str, Any], first: str, tails: bytes | None) -> None:
        terms, heads = shard["terms"], _decode(shard["postings"])
        expect(len(terms) == len(shard["frequencies"]) == len(shard["sizes"]), "its columns differ in length")
        self._last_term = _check_order(terms, first, self._last_term, "term")
        starts = [0, *accumulate(shard["sizes"])]
        expect_equal(starts[-1], len(heads), "the sum of sizes")
        for place, (term, frequency) in enumerate(zip(terms, shard["frequencies"], strict=True)):
            head = heads[starts[place] : starts[place + 1]]
            tail = _tail(shard["tails"].get(str(place)), tails, term)
            count = self._check_postings(head, 0, LEVELS + 1, -1, term)
            expect_equal(count[0], min(frequency, HEAD_ENTRIES), f"the number of postings at the head of {term!r}")
            count = self._check_postings(tail, *count, term)
            expect_equal(count[0], frequency, f"the number of postings of {term!r}")
            self.postings += frequency
            self.terms[term] = (frequency, head + tail)

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


def _tail(place: Sequence[int] | None, tails: bytes | None, term: str) -> bytes:
    if place is None:
        return b""
    offset, size = place
    if tails is None:
        raise Damage("missing", f"the tail of {term!r} should be in the pack's block file, which is missing")
    expect(offset >= 0 and size > 0 and offset + size <= len(tails), f"the tail of {term!r} is out of range")
    return decode_block(tails[offset : offset + size])


def _decode(text: str) -> bytes:
    return b64decode(text, validate=True)
