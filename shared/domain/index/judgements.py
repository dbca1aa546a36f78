"""What only the whole site can tell of one part's rows: the numbers of its tags, and where its links lead."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.domain.encoding import from_json, to_json
from shared.domain.index.varints import decode_varints, encode_varints
from shared.errors import InvariantError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from shared.domain.enrich import DocumentDigest, PageIndex

__all__ = ["Judgements", "TagNumbers", "judge_part"]

_Target = tuple[int, str | None, str]
"""A row of `targets` in a part's database: id, resolved, fragment."""

_BROKEN = 1
_TOLD = 2
_FLAGS = 4


@dataclass(frozen=True, slots=True)
class Judgements:
    """`tags`: id, kind and name of those that a part's documents have. `targets`: of each target within the site, in
    the order of the part's `targets`: four times the page's number plus 1 (0: no page), plus 1 for a broken link, plus
    2 where the page's URL is the target itself.
    """

    tags: Sequence[Sequence[int | str]]
    targets: Sequence[int]

    def to_bytes(self) -> bytes:
        return to_json([self.tags, b64encode(encode_varints(self.targets)).decode()])

    @classmethod
    def from_bytes(cls, data: bytes) -> Judgements:
        tags, targets = from_json(data)
        return cls(tags, decode_varints(b64decode(targets)))

    def rows(self, targets: Iterable[_Target]) -> Iterator[tuple[object, ...]]:
        """Of each target id, state, address, fragment, page. The address of a page stands with the page already.

        Raises:
            InvariantError: the judgements are those of other targets.
        """
        codes = iter(self.targets)
        for target_id, resolved, fragment in targets:
            if resolved is None:
                yield target_id, "external", None, fragment, None
                continue
            code = next(codes, None)
            if code is None:
                raise InvariantError("a part has more targets than judgements", targets=len(self.targets))
            state = "broken" if code & _BROKEN else "internal"
            page = code // _FLAGS - 1
            yield target_id, state, None if code & _TOLD else resolved, fragment, None if page < 0 else page
        if next(codes, None) is not None:
            raise InvariantError("a part has fewer targets than judgements", targets=len(self.targets))


class TagNumbers:
    """Tags, categories and authors of all documents, numbered from 1 as they come."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def of(self, digests: Iterable[DocumentDigest]) -> list[tuple[int, str, str]]:
        """(number, kind, name) of all that the next documents have, each once, in order."""
        found = {}
        for digest in digests:
            for kind, names in (("tag", digest.tags), ("category", digest.categories), ("author", digest.authors)):
                for name in names:
                    number = self._numbers.setdefault((kind, name), len(self._numbers) + 1)
                    found[number] = (number, kind, name)
        return [found[number] for number in sorted(found)]


def judge_part(digests: Sequence[DocumentDigest], pages: PageIndex, tags: TagNumbers) -> Judgements:
    """Judge the links of a part's documents. `tags` has seen all documents before these."""
    targets: dict[tuple[str, str], None] = {}
    for digest in digests:
        targets.update(dict.fromkeys(zip(digest.link_urls, digest.link_fragments, strict=True)))
    return Judgements(tags.of(digests), [_judge(url, fragment, pages) for url, fragment in targets])


def _judge(url: str, fragment: str, pages: PageIndex) -> int:
    state, page = pages.judge(url, fragment)
    told = page is not None and pages.url_of(page) == url
    return (0 if page is None else page + 1) * _FLAGS + _TOLD * told + _BROKEN * (state == "broken")
