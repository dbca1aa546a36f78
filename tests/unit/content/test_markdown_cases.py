"""Runs tests/cases/markdown/*.md: a case is a title, a page and its outline, parted by lines of dots."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from outline_text import write_outline
from plain_layout import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parents[2] / "cases" / "markdown"


def read_cases(file: Path) -> Iterator[tuple[str, str, str]]:
    """(title, page, outline) of each case in a file."""
    parts = file.read_text(encoding="utf-8").split("\n.\n")
    while len(parts) >= 3:
        title, page, rest = parts[:3]
        yield title.strip().splitlines()[-1], page + "\n", rest.strip("\n")
        parts = parts[3:]
    assert not "".join(parts).strip(), f"{file.name} ends within a case"


@pytest.mark.parametrize(
    ("file_name", "title", "page", "outline"),
    [
        pytest.param(file.name, *case, id=f"{file.stem}: {case[0]}")
        for file in sorted(CASES.glob("*.md"))
        for case in read_cases(file)
    ],
)
def test_page_has_the_outline(file_name: str, title: str, page: str, outline: str) -> None:
    path = "guide/page.mdx" if file_name.startswith("mdx") else "guide/page.md"
    assert write_outline(parse(page, path)) == outline
