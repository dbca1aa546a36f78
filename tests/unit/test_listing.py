from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from shared.domain.listing import EXCERPT_CHARS, MediaListing, excerpt, list_documents, posts_listing
from shared.domain.models import Document, Media, Section

if TYPE_CHECKING:
    from collections.abc import Iterable


def document(path: str = "a.md", body: str = "Text.", **fields: object) -> Document:
    values: dict[str, object] = {"url": f"/{path.removesuffix('.md')}/", "title": "A", **fields}
    return Document(path, sections=(Section("", 0, (), body),), **values)  # type: ignore[arg-type]


def test_an_entry_has_every_field_even_when_it_is_empty() -> None:
    (entry,) = list_documents([document()])
    assert entry == {
        "path": "a.md", "url": "/a/", "slug": "a", "title": "A", "description": "", "excerpt": "Text.",
        "language": "en", "date": None, "updated": None, "tags": [], "categories": [], "authors": [],
        "image": None, "weight": None, "sections": 1, "media": [],
    }  # fmt: skip


def test_dates_are_utc_to_the_second() -> None:
    moment = datetime(2026, 11, 22, 10, 0, 5, 999, UTC)
    (entry,) = list_documents([document(published=moment, updated=moment)])
    assert entry["date"] == entry["updated"] == "2026-11-22T10:00:05Z"


@pytest.mark.parametrize(
    ("url", "slug"), [("/a/b/", "b"), ("/a/b", "b"), ("/a/b.html", "b"), ("/", ""), ("https://x.org/a/", "a")]
)
def test_a_slug_is_the_last_name_of_the_url(url: str, slug: str) -> None:
    assert list_documents([document(url=url)])[0]["slug"] == slug


def test_an_excerpt_is_the_description_or_the_first_prose() -> None:
    assert excerpt(document(description="About it.")) == "About it."
    code_first = Document("a.md", "/", "A", (Section("", 0, (), "", "code"), Section("b", 2, ("B",), "First\nprose.")))
    assert excerpt(code_first) == "First prose."
    assert excerpt(document(body="")) == ""


@pytest.mark.parametrize("body", ["word " * 500, "x" * 5000, "é" * 199 + " " + "b" * 40, " " * 3000 + "late"])
def test_a_long_excerpt_is_cut_at_a_word_where_there_is_one(body: str) -> None:
    found = excerpt(document(body=body))
    assert len(found) <= EXCERPT_CHARS + 1
    assert not found.removesuffix("…").endswith(" ")


def test_posts_are_numbered_and_carry_what_the_site_adds_to_them() -> None:
    entries = list_documents([document("a.md"), document("b.md")])
    posts = list(posts_listing(entries, [{"backlinks": []}, {"backlinks": ["/a/"]}]))
    assert [post["id"] for post in posts] == [0, 1]
    assert next(iter(posts[0])) == "id"
    assert posts[1]["backlinks"] == ["/a/"]
    assert "media" not in posts[0]


def media_listing(*parts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    listing = MediaListing()
    for entries in parts:
        listing.add(entries)
    return listing.entries()


def test_media_are_listed_once_with_the_pages_that_show_them_and_the_first_text() -> None:
    logo = Media("/logo.png", "", "", 0)
    entries = list_documents(
        [
            document("a.md", media=(logo, logo, Media("/b.mp4", "", "Film", 0, "video"))),
            document("b.md", media=(Media("/logo.png", "The logo", "", 0),)),
        ]
    )
    assert media_listing(entries[:1], entries[1:]) == media_listing(entries)
    assert media_listing(entries) == [
        {"url": "/logo.png", "alt": "The logo", "title": "", "kind": "image", "documents": ["/a/", "/b/"]},
        {"url": "/b.mp4", "alt": "", "title": "Film", "kind": "video", "documents": ["/a/"]},
    ]


def test_listing_media_leaves_the_entries_as_they_are() -> None:
    entries = list_documents([document(media=(Media("/logo.png", "", "", 0),))])
    assert media_listing(entries) == media_listing(entries)
    assert "documents" not in entries[0]["media"][0]
