"""Trees of GitHub, as they come: a listing of 100,000 files is 30 MB of JSON, too much to hold at once."""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from shared.adapters.github.failures import malformed

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

__all__ = ["TreeEntry", "TreeReader"]

_START: Final = re.compile(r'"tree"\s*:\s*\[')
_NEXT: Final = re.compile(r"[\s,]*")
_MAX_HEAD_CHARS: Final = 1_000_000
"""Of what is no entry, and of one entry."""
_decoder: Final = json.JSONDecoder()


class TreeEntry(NamedTuple):
    """`type` is `blob`, `tree` or `commit` (a submodule); `mode` is git's; `size_bytes` is 0 for what is no blob."""

    path: str
    mode: str
    type: str
    sha: str
    size_bytes: int


class TreeReader:
    """Reads the answer to "get a tree". `truncated` is known when all entries have been read."""

    def __init__(self, chunks: AsyncIterator[bytes], subject: str) -> None:
        self.truncated = False
        self._chunks = chunks
        self._subject = subject

    async def entries(self) -> AsyncIterator[TreeEntry]:
        """Raises:
        Unavailable: it is not the promised JSON, or breaks off.
        """
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        text, head = "", ""
        is_inside = False
        async for chunk in self._chunks:
            text += decode(chunk)
            if not head and (start := _START.search(text)):
                head, text = text[: start.end()], text[start.end() :]
                is_inside = True
            place = 0
            while is_inside:
                place = _NEXT.match(text, place).end()  # type: ignore[union-attr]  # it matches the empty string
                if text.startswith("]", place):
                    is_inside = False
                    break
                try:
                    found, place = _decoder.raw_decode(text, place)
                except (ValueError, RecursionError):
                    break  # the rest of it is still to come, or it is no JSON at all
                yield self._parse(found)
            text = text[place:]
            if len(text) > _MAX_HEAD_CHARS:
                raise malformed(self._subject)
        self._read_rest(head + text)

    def _read_rest(self, text: str) -> None:
        try:
            rest = json.loads(text)
            self.truncated = bool(rest.get("truncated", False))
        except (ValueError, AttributeError, RecursionError) as error:
            raise malformed(self._subject) from error
        if "tree" not in rest:
            raise malformed(self._subject)

    def _parse(self, found: Any) -> TreeEntry:
        try:
            entry = TreeEntry(found["path"], found["mode"], found["type"], found["sha"], found.get("size", 0))
        except (TypeError, KeyError, AttributeError) as error:
            raise malformed(self._subject) from error
        if not all(isinstance(value, str) for value in entry[:4]) or not isinstance(entry.size_bytes, int):
            raise malformed(self._subject)
        return entry
