"""Every diagnostic that reading a page can give, in one table, so that the docs can be tested against it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from shared.domain.models import Diagnostic

__all__ = ["CODES", "CodeInfo", "ContentCode", "diagnose"]


class ContentCode(StrEnum):
    """Stable names: they stand in build reports and in authors' scripts."""

    FILE_TOO_LARGE = "file-too-large"
    NOT_TEXT = "not-text"
    GIT_LFS_POINTER = "git-lfs-pointer"
    BAD_UTF8 = "bad-utf8"
    BAD_FRONT_MATTER = "bad-front-matter"
    FRONT_MATTER_LIMIT = "front-matter-limit"
    UNCLOSED_FRONT_MATTER = "unclosed-front-matter"
    DUPLICATE_KEY = "duplicate-key"
    NESTING_TOO_DEEP = "nesting-too-deep"
    TEXT_TOO_LONG = "text-too-long"
    UNSAFE_LINK = "unsafe-link"
    UNCLOSED_TAG = "unclosed-tag"
    NO_TEXT = "no-text"


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """How grave a code is, and what an author does about it."""

    severity: Literal["error", "warning", "info"]
    remedy: str


CODES: dict[ContentCode, CodeInfo] = {
    ContentCode.FILE_TOO_LARGE: CodeInfo("error", "Split the page, or raise content.max_file_bytes."),
    ContentCode.NOT_TEXT: CodeInfo("error", "Save the file as UTF-8 text, or exclude it with content.exclude."),
    ContentCode.GIT_LFS_POINTER: CodeInfo(
        "error", "Take the page out of Git LFS and commit it, or run `git lfs pull` and build the folder."
    ),
    ContentCode.BAD_UTF8: CodeInfo("warning", "Save the file as UTF-8."),
    ContentCode.BAD_FRONT_MATTER: CodeInfo(
        "error",
        "Correct the front matter; until then the page is read without its keys. Quote values with ': ' or '#'.",
    ),
    ContentCode.FRONT_MATTER_LIMIT: CodeInfo(
        "error", "Write the front matter smaller, flatter and without aliases; until then the page is read without it."
    ),
    ContentCode.UNCLOSED_FRONT_MATTER: CodeInfo(
        "warning", "Close the front matter with the line that opens it; until then it is read as text."
    ),
    ContentCode.DUPLICATE_KEY: CodeInfo("warning", "Keep one of them; the last one counts."),
    ContentCode.NESTING_TOO_DEEP: CodeInfo("warning", "Use fewer levels; what is deeper is not searchable as written."),
    ContentCode.TEXT_TOO_LONG: CodeInfo("warning", "Break the text into paragraphs; it is read without its markup."),
    ContentCode.UNSAFE_LINK: CodeInfo("warning", "Link to an http, https or mailto address, or to a file of the site."),
    ContentCode.UNCLOSED_TAG: CodeInfo("warning", "Close the tag; until then it is read as text."),
    ContentCode.NO_TEXT: CodeInfo("info", "Write some text or a description, or leave the page out of the search."),
}


def diagnose(path: str, line: int | None, code: ContentCode, what: str) -> Diagnostic:
    """Make the diagnostic that says `what` is wrong, followed by the remedy that the table has for `code`."""
    info = CODES[code]
    return Diagnostic(path=path, line=line, code=code.value, message=f"{what} {info.remedy}", severity=info.severity)
