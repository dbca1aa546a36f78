from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from enrich_builders import make_digest, make_link
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.enrich import LinkReport, PageIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.enrich import DocumentDigest
    from shared.domain.models import Diagnostic


def broken_links(digests: Sequence[DocumentDigest], pages: PageIndex) -> list[Diagnostic]:
    report = LinkReport(pages)
    return [found for digest in digests for found in report.add(digest)]


def report_for(url: str, fragment: str = "", known_files: frozenset[str] | None = None) -> list[tuple[str, str]]:
    """(code, message) of what is wrong with one link on a small site."""
    digests = [
        make_digest("guide/install", anchors=["requirements", "first-steps"]),
        make_digest("guide/configure", aliases=("/old/settings.html", "moved/")),
        make_digest("from", links=(make_link(url, fragment, 12),)),
    ]
    broken = broken_links(digests, PageIndex(digests, known_files=known_files))
    assert all(item.path == "from.md" and item.line == 12 for item in broken)
    return [(item.code, item.message) for item in broken]


@pytest.mark.parametrize(
    "url",
    [
        "/guide/install/",
        "/guide/install",
        "/guide/install.html",
        "/guide/install/index.html",
        "/old/settings/",
        "/moved",
    ],
)
def test_spellings_and_aliases_of_a_page_are_the_page(url: str) -> None:
    assert report_for(url) == []


@pytest.mark.parametrize(
    "url", ["/", "/cover.png", "/files/a.zip", "/feed.xml", "/tags/", "/tags/new/", "//cdn.example/x"]
)
def test_what_is_no_page_or_made_by_the_generator_is_not_judged(url: str) -> None:
    assert report_for(url) == []


def test_links_outside_the_base_are_not_judged() -> None:
    digests = [make_digest("a", links=(make_link("/elsewhere/"), make_link("https://example.org/docs/gone/")))]
    assert broken_links(digests, PageIndex(digests, base_url="/docs/")) == []
    assert len(broken_links(digests, PageIndex(digests, base_url="https://example.org/docs"))) == 1


def test_a_missing_page_comes_with_the_page_that_was_meant() -> None:
    [(code, message)] = report_for("/guide/instal/")
    assert code == "broken-link"
    assert message == "The link leads to /guide/instal/, where no page is. Did you mean /guide/install/?"


def test_a_page_that_moved_is_found_by_its_name() -> None:
    assert "Did you mean /guide/configure/?" in report_for("/reference/Configure.md")[0][1]


def test_without_a_likely_page_the_remedy_is_general() -> None:
    assert "aliases" in report_for("/quite/different/")[0][1]


def test_a_missing_anchor_comes_with_the_anchor_that_was_meant() -> None:
    [(code, message)] = report_for("/guide/install/", "First_step")
    assert code == "broken-anchor"
    assert message.endswith("Did you mean #first-steps?")
    assert report_for("/guide/install/", "first-steps") == report_for("/guide/install/", "top") == []


def test_files_are_judged_when_they_are_known() -> None:
    assert report_for("/cover.png", known_files=frozenset({"/cover.png"})) == []
    assert [code for code, _ in report_for("/cover.png", known_files=frozenset())] == ["broken-link"]


def test_backlinks_name_each_document_once_and_never_the_page_itself() -> None:
    to_a = make_link("/a/")
    digests = [
        make_digest("a", links=(to_a, make_link("/b/"))),
        make_digest("b", links=(to_a, make_link("/a.html"), to_a)),
        make_digest("c", links=(make_link("/b/", "gone"), to_a)),
    ]
    report = LinkReport(PageIndex(digests))
    assert [report.add(digest) for digest in digests][:2] == [[], []]
    assert report.backlinks == [[1, 2], [0, 2], []]


def test_the_first_of_two_pages_with_one_url_is_found() -> None:
    digests = [make_digest("a"), make_digest("a")]
    assert PageIndex(digests).find("/a") == 0


@given(st.text(max_size=30), st.text(max_size=10))
def test_any_target_is_judged_without_an_error(url: str, fragment: str) -> None:
    report_for(url, fragment)


def test_a_site_full_of_broken_links_is_reported_in_full() -> None:
    links = tuple(make_link(f"/guide/page-{number}/") for number in range(500))
    digests = [make_digest("guide/page", links=links)]
    assert len(broken_links(digests, PageIndex(digests))) == 500
