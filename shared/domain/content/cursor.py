"""A pass over a text from its start to its end that copies, removes or replaces, keeping line numbers."""

from __future__ import annotations

import re

__all__ = ["Cursor"]

_MAX_FAILURES = 50
_MAX_TAG_CHARS = 20_000
_MAX_LEAD_CHARS = 200
_LEAD = re.compile(r"[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)*+")
"""What may stand before a block on its line: indentation, quote marks, list markers."""


class Cursor:
    """`position` is how far the text has been dealt with. Total work is linear: a failed search is not repeated."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.unclosed: list[int] = []
        self._pieces: list[str] = []
        self._copied = 0
        self._failures = 0
        self._next_closing: dict[str, int] = {}

    def keep(self, end: int) -> None:
        """Let the text stand up to `end`."""
        self.position = end

    def replace(self, start: int, end: int, replacement: str) -> None:
        """Let the text stand up to `start`; put `replacement`, and the line ends it lacks, for the text up to `end`."""
        removed_lines = self.text.count("\n", start, end)
        self._pieces.append(self.text[self._copied : start])
        self._pieces.append(replacement + "\n" * (removed_lines - replacement.count("\n")))
        self.position = self._copied = end

    def remove_or_keep(self, found: re.Match[str], end: int) -> None:
        """Remove from the match's start up to `end`; a negative `end` means that it is text after all."""
        if end > 0:
            self.replace(found.start(), end, "")
        else:
            self.fail()
            self.keep(found.end())

    def remove_through(self, closing: str, found: re.Match[str]) -> None:
        """Remove from the match's start through `closing`; without it, keep the match and note it as unclosed."""
        end = self.find(closing, found.end())
        if end < 0:
            self.unclosed.append(found.start())
            self.keep(found.end())
        else:
            self.replace(found.start(), end + len(closing), "")

    def find(self, closing: str, start: int) -> int:
        """Position of the next `closing`, near enough to belong together; -1 when there is none."""
        known = self._next_closing.get(closing, -2)
        if known == -2 or 0 <= known < start:
            known = self._next_closing[closing] = self.text.find(closing, start)
        return known if known - start < _MAX_TAG_CHARS else -1

    def fail(self) -> None:
        self._failures += 1

    def begins_line(self, position: int, *, after: str = "") -> bool:
        """Whether only markers of the blocks around it stand before `position`; the last one of them is `after`."""
        line_start = self.text.rfind("\n", max(position - _MAX_LEAD_CHARS, 0), position) + 1
        if line_start == 0 and position > _MAX_LEAD_CHARS:
            return False
        lead = self.text[line_start:position]
        return _LEAD.fullmatch(lead) is not None and lead.rstrip().endswith(after)

    def may_fail(self) -> bool:
        """Whether another search that reads far ahead may be tried: a page of unclosed brackets must not cost more."""
        return self._failures < _MAX_FAILURES

    def finish(self) -> str:
        self._pieces.append(self.text[self._copied :])
        return "".join(self._pieces)
