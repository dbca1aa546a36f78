"""Every hostile page is read or refused, and in time that grows no faster than its size."""

from __future__ import annotations

import time

import pytest
from plain_layout import codes, parse

from tests.cases.hostile.write_folder import hostile_pages

_BYTES = 50_000
_PAGES = list(hostile_pages(_BYTES))


@pytest.mark.parametrize("name", [name for name, _ in _PAGES])
def test_page_is_read_in_bounded_time(name: str) -> None:
    data = dict(_PAGES)[name]
    start = time.process_time()
    parsed = parse(data, name)
    elapsed_s = time.process_time() - start
    assert (parsed.document is None) == (parsed.skipped is not None)
    assert all(item.message.strip() for item in parsed.diagnostics)
    assert elapsed_s < 10, "the slowest takes one second on a slow machine; anything quadratic takes minutes"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("yaml/alias-bomb.md", "front-matter-limit"),
        ("yaml/deep-flow.md", "front-matter-limit"),
        ("toml/deep-arrays.md", "front-matter-limit"),
        ("json/deep-objects.md", "front-matter-limit"),
        ("deep/quotes.md", "nesting-too-deep"),
        ("deep/lists.md", "nesting-too-deep"),
        ("deep/images.md", "nesting-too-deep"),
        ("repeated/link-openers.md", "text-too-long"),
        ("encoding/nul.md", "not-text"),
        ("unsafe/links.md", "unsafe-link"),
    ],
)
def test_page_is_reported(name: str, code: str) -> None:
    assert code in codes(parse(dict(_PAGES)[name], name))


def test_text_after_deep_nesting_is_read() -> None:
    document = parse(dict(_PAGES)["deep/quotes.md"]).document
    assert document is not None
    assert "Text after it." in document.sections[0].body
