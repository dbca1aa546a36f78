"""Which pages become documents, and what their fields hold."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from plain_layout import codes, parse, parse_document


@pytest.mark.parametrize(
    ("front_matter", "reason"),
    [
        ("draft: true", "draft"),
        ("date: 2026-01-02", "future"),
        ("expires: 2026-01-01", "expired"),
        ("search: false", "opted_out"),
        ("draft: true\nsearch: false", "opted_out"),
        ("date: 2026-01-01", None),
        ("expires: 2026-01-02", None),
    ],
)
def test_page_is_skipped_for_the_reason_its_keys_give(front_matter: str, reason: str | None) -> None:
    parsed = parse(f"---\n{front_matter}\n---\nText.\n")
    assert parsed.skipped == reason
    assert (parsed.document is None) == (reason is not None)


def test_settings_take_drafts_and_pages_of_the_future() -> None:
    assert parse("---\ndraft: true\n---\nText.\n", drafts=True).document is not None
    assert parse("---\ndate: 2027-01-01\n---\nText.\n", future=True).document is not None


def test_dates_at_which_a_page_comes_and_goes_are_reported_in_order() -> None:
    parsed = parse("---\nexpires: 2027-01-01\ndate: 2026-06-01\n---\nText.\n")
    assert parsed.skipped == "future"
    assert parsed.switches_at == (datetime(2026, 6, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


def test_file_over_the_limit_is_broken_and_names_the_setting() -> None:
    parsed = parse("a" * 1_001, max_file_bytes=1_000)
    assert parsed.skipped == "broken"
    assert codes(parsed) == ["file-too-large"]
    assert "content.max_file_bytes" in parsed.diagnostics[0].message


LFS_POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "4d" * 32 + "\nsize 12345\n"


def test_pointer_of_git_lfs_is_broken_and_says_the_way_out() -> None:
    parsed = parse(LFS_POINTER)
    assert (parsed.skipped, codes(parsed)) == ("broken", ["git-lfs-pointer"])
    assert "git lfs pull" in parsed.diagnostics[0].message


@pytest.mark.parametrize("text", ["A page.\n\n" + LFS_POINTER, LFS_POINTER + "text\n" * 300, LFS_POINTER[:40]])
def test_page_that_speaks_of_git_lfs_is_a_page(text: str) -> None:
    assert parse(text).document is not None


def test_document_carries_what_the_front_matter_says() -> None:
    document = parse_document("---\ntitle: T\ndescription: >\n  Two\n  lines\nlanguage: de\n---\nText.\n")
    assert (document.title, document.description, document.language) == ("T", "Two lines", "de")
    assert document.front_matter["title"] == "T"


def test_language_falls_back_to_the_sites() -> None:
    assert parse_document("Text.").language == "en"


def test_unsafe_front_matter_image_is_dropped() -> None:
    parsed = parse("---\nimage: javascript:alert(1)\n---\nText.\n")
    assert parsed.document is not None
    assert parsed.document.image is None
    assert codes(parsed) == ["unsafe-link"]


def test_page_with_a_description_alone_is_a_document() -> None:
    document = parse_document("---\ntitle: T\ndescription: What it is\n---\n")
    assert [section.body for section in document.sections] == [""]


def test_page_with_an_image_alone_is_a_document() -> None:
    assert [media.url for media in parse_document("![](a.png)").media] == ["/a.png"]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("getting-started.md", "Getting started"),
        ("guide/index.md", "Guide"),
        ("guide/_index.en.md", "Guide"),
        ("_posts/2024-01-02-first_post.md", "First post"),
        ("README.md", "README"),
        ("2024-01-02.md", "2024 01 02"),
    ],
)
def test_page_without_heading_is_named_by_its_file(path: str, title: str) -> None:
    assert parse_document("Text.", path).title == title
