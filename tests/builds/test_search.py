from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from shared.domain.ranking import Correction
from tests.builds.site_builder import Site, make_config, write_pages

if TYPE_CHECKING:
    from shared.usecases.search_site import SearchAnswer, SiteSearch

PAGES = {
    "deploy/kubernetes.md": """---
title: Deploying to Kubernetes
date: 2026-03-01
tags: [Deploy, containers]
---
Run the container on a cluster.

## Rolling updates

A rolling update replaces one pod after another, without downtime.

## Secrets

Keep passwords in a secret store.
""",
    "deploy/docker.md": """---
title: Running in Docker
date: 2026-01-15
tags: [deploy]
---
Build the image and start the container. The rolling stones update their tour dates.
""",
    "guide/vehicles.md": """---
title: Automobile maintenance
tags: [garage]
---
Change the engine oil of your automobile and check the brakes before a long journey.
""",
    "guide/cooking.md": """---
title: Soup recipes
date: 2025-06-30
---
Simmer onions, carrots and celery in a broth for an hour.
""",
    "guide/authentication.md": """---
title: Authentication
---
Users sign in with a token. Tokens expire.

## Configuring OAuth2

Set `client_id` and call `refreshToken()`.
""",
    "empty.md": "---\ntitle: Only a title of xylophones\n---\n",
}


@pytest.fixture(scope="module", params=["none", "static"])
def search(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SiteSearch:
    site = Site(tmp_path_factory.mktemp("search") / "site", make_config(str(request.param)))
    write_pages(site, 40)
    for path, text in PAGES.items():
        site.write(path, text)
    site.build()
    return site.open()


@pytest.fixture(scope="module")
def meaning(tmp_path_factory: pytest.TempPathFactory) -> SiteSearch:
    site = Site(tmp_path_factory.mktemp("meaning") / "site", make_config("static"))
    for path, text in PAGES.items():
        site.write(path, text)
    site.build()
    return site.open()


def ask(search: SiteSearch, query: str, **options: bool) -> SearchAnswer:
    return asyncio.run(search.search(query, **options))


def urls(search: SiteSearch, query: str, **options: bool) -> list[str]:
    return [result.url for result in ask(search, query, **options).results]


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("deploying to kubernetes", "/deploy/kubernetes/"),
        ("automobile maintenance", "/guide/vehicles/"),
        ("xylophones", "/empty/"),
        ("recipes", "/guide/cooking/"),
        ("refreshToken", "/guide/authentication/"),
        ("refresh token", "/guide/authentication/"),
        ("client_id", "/guide/authentication/"),
        ("SIMMERING Onion", "/guide/cooking/"),
    ],
)
def test_a_page_is_found_by_its_words(search: SiteSearch, query: str, url: str) -> None:
    assert urls(search, query, prefix=False)[0] == url


@pytest.mark.parametrize("query", ["kub", "kubern", "how to deploy on kubernet"])
def test_a_page_is_found_by_a_word_still_being_typed(search: SiteSearch, query: str) -> None:
    answer = ask(search, query)
    assert answer.results[0].url == "/deploy/kubernetes/"
    assert answer.corrections == ()


@pytest.mark.parametrize(
    ("typed", "meant"), [("kuberntes", "kubernetes"), ("kubrenetes", "kubernetes"), ("automobil3", "automobile")]
)
def test_a_page_is_found_by_a_mistyped_word_and_the_correction_is_told(
    search: SiteSearch, typed: str, meant: str
) -> None:
    answer = ask(search, f"{typed} ")
    assert answer.corrections == (Correction(typed, meant),)
    assert answer.results[0].url in {"/deploy/kubernetes/", "/guide/vehicles/"}
    assert meant in answer.results[0].title.lower()


def test_a_page_is_found_by_its_meaning(meaning: SiteSearch) -> None:
    assert urls(meaning, "car repair mechanic", prefix=False)[0] == "/guide/vehicles/"
    assert urls(meaning, "boiling vegetables for dinner", prefix=False)[0] == "/guide/cooking/"
    assert urls(meaning, "login credentials", prefix=False)[0] == "/guide/authentication/"


def test_a_phrase_wants_its_words_together(search: SiteSearch) -> None:
    assert set(urls(search, "rolling update", prefix=False)) >= {"/deploy/kubernetes/", "/deploy/docker/"}
    assert urls(search, '"rolling update"') == ["/deploy/kubernetes/"]
    assert urls(search, '"update rolling"') == []


def test_an_exclusion_leaves_pages_out(search: SiteSearch) -> None:
    assert set(urls(search, "container", prefix=False)[:2]) == {"/deploy/kubernetes/", "/deploy/docker/"}
    found = urls(search, "container -kubernetes", prefix=False)
    assert found[0] == "/deploy/docker/"
    assert "/deploy/kubernetes/" not in found
    assert "/deploy/kubernetes/" not in urls(search, 'container -"rolling update"', prefix=False)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("container tag:deploy", {"/deploy/kubernetes/", "/deploy/docker/"}),
        ("container tag:DEPLOY tag:containers", {"/deploy/kubernetes/"}),
        ("container tag:garage", set()),
        ("container after:2026-02-01", {"/deploy/kubernetes/"}),
        ("container before:2026-01-15", {"/deploy/docker/"}),
        ("container after:2026-01-15 before:2026-03-01", {"/deploy/kubernetes/", "/deploy/docker/"}),
        ("container after:2026-03-02", set()),
    ],
)
def test_filters_by_tag_and_date(search: SiteSearch, query: str, expected: set[str]) -> None:
    found = set(urls(search, query, prefix=False))
    assert {url for url in found if url.startswith("/deploy/")} == expected
    assert found.isdisjoint({"/guide/authentication/", "/empty/"})


def test_results_lead_to_sections_with_marked_snippets(search: SiteSearch) -> None:
    result = ask(search, "rolling update downtime").results[0]
    assert result.title == "Deploying to Kubernetes"
    section = result.sections[0]
    assert (section.heading, section.url) == ("Rolling updates", "/deploy/kubernetes/#rolling-updates")
    marked = [section.snippet.text[start:end].lower() for start, end in section.snippet.marks]
    assert marked == ["rolling", "update", "downtime"]


@pytest.mark.parametrize(
    "query", ["", "   ", '""', "-", "-kubernetes", "tag:deploy", "?!", "\0", "\U0010ffff", "a" * 5000]
)
def test_a_query_that_asks_for_nothing_gives_nothing_or_little_and_no_error(search: SiteSearch, query: str) -> None:
    assert len(ask(search, query).results) <= 10


def test_stop_words_alone_are_searched(search: SiteSearch) -> None:
    assert urls(search, "in with a", prefix=False)


def test_the_same_query_gives_the_same_answer(search: SiteSearch) -> None:
    assert ask(search, "container update tokn") == ask(search, "container update tokn")


def test_no_more_results_than_asked_for(search: SiteSearch) -> None:
    assert len(asyncio.run(search.search("container token engine soup", limit=2)).results) == 2
