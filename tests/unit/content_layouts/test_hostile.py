"""Whatever the repository holds, layouts answer, and with addresses below the site's base."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.content.layouts import make_layout
from shared.domain.content.layouts.dates import parse_date
from shared.domain.content.layouts.site_config import JsConfig, read_data

LAYOUTS = ("plain", "hugo", "jekyll", "astro", "starlight", "docusaurus", "mkdocs", "vitepress", "eleventy")
BASES = ("/", "/docs/", "https://example.org/docs/")
KEYS = (
    "title", "description", "date", "lastmod", "expiryDate", "tags", "categories", "authors", "author", "aliases",
    "slug", "redirect_from", "url", "permalink", "id", "weight", "order", "sidebar", "sidebar_position", "image",
    "images", "cover", "hero", "lang", "draft", "published", "search", "pagefind", "robots", "head", "_build", "build",
    "headless", "unlisted", "last_update", "ms.date", "keywords",
)  # fmt: skip

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(("..", "../../x", "//e.x/", "/")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)
front_matters = st.dictionaries(st.sampled_from(KEYS) | st.text(), json_values, max_size=6)
pieces = st.sampled_from(
    ("a", "..", ".", "/", "//", "\\", "%2e%2e", "%2f", "#", "?", ":", "javascript:", "https://", "_posts",
     "2024-01-31-x", "i18n/fr", "docs", "blog", "content", "src/pages", "index", ".md", ".mdx", "{{", "\x00", "é", " ",
     "@site/", "/docs/")
)  # fmt: skip
texts = st.lists(pieces, max_size=8).map("".join) | st.text(max_size=40)


def _make(name: str, base_url: str, config_texts: dict[str, str] | None = None, root: str = "") -> Any:
    return make_layout(name, root, config_texts=config_texts or {}, base_url=base_url, language="en")  # type: ignore[arg-type]


def _assert_below(base_url: str, url: str) -> None:
    assert url.startswith(base_url)
    path = url.removeprefix("https://example.org")
    assert re.fullmatch(r"/[A-Za-z0-9\-._~!$&'()*+,;=:@/%]*", path)
    assert not path.startswith("//")
    assert not {"..", "."} & set(path.split("/"))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LAYOUTS), st.sampled_from(BASES), texts, front_matters)
def test_any_front_matter_gives_metadata_and_an_address_below_the_base(
    name: str, base_url: str, path: str, front_matter: dict[str, Any]
) -> None:
    layout = _make(name, base_url)
    layout.is_page(path)
    metadata, diagnostics = layout.metadata(path, front_matter)
    _assert_below(base_url, layout.url(path, front_matter, metadata))
    for alias in metadata.aliases:
        _assert_below(base_url, alias)
    assert metadata.image is None or re.match(r"https?://|/", metadata.image)
    assert {each.code for each in diagnostics} <= {"bad-date", "bad-front-matter-value"}
    assert all(each.path == path and each.line is None for each in diagnostics)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LAYOUTS), st.sampled_from(BASES), texts, texts, texts)
def test_any_link_stays_below_the_base(name: str, base_url: str, path: str, url: str, target: str) -> None:
    layout = _make(name, base_url)
    resolved = layout.resolve_link(path, url, target)
    if resolved is not None and resolved[0] != url:
        _assert_below(base_url, resolved[0])
    linked = layout.linked_path(path, target)
    assert linked is None or not (linked.startswith("/") or ".." in linked.split("/"))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LAYOUTS), st.text(), json_values)
def test_any_configuration_gives_a_layout(name: str, text: str, value: Any) -> None:
    files = ("hugo.toml", "_config.yml", "mkdocs.yml", "astro.config.mjs", "docusaurus.config.js", "versions.json")
    layout = _make(name, "/", dict.fromkeys(files, f"base: '{value}'\n{text}"))
    _assert_below("/", layout.url("a.md", {}, layout.metadata("a.md", {})[0]))


@settings(max_examples=60, deadline=None)
@given(json_values, st.sampled_from(("hugo.yaml", "_config.yml", "mkdocs.yml")))
def test_settings_of_any_type_give_a_layout(value: Any, file: str) -> None:
    import json

    keys = "baseURL contentDir languages permalinks frontmatter uglyURLs baseurl permalink exclude include collections "
    keys += "collections_dir defaults kramdown markup site_url docs_dir use_directory_urls source"
    text = json.dumps(dict.fromkeys(keys.split(), value))
    for name in ("hugo", "jekyll", "mkdocs"):
        layout = _make(name, "/", {file: text})
        layout.is_page("a/_b/c.md")
        _assert_below("/", layout.url("a/b.md", {}, layout.metadata("a/b.md", {})[0]))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(LAYOUTS), st.text())
def test_any_heading_has_an_anchor(name: str, heading: str) -> None:
    slugger = _make(name, "/").new_slugger()
    assert slugger(heading) != slugger(heading)


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    parse_date(text)


@pytest.mark.parametrize("name", LAYOUTS)
def test_huge_values_are_handled_in_time(name: str) -> None:
    layout = _make(name, "/")
    started_s = time.perf_counter()
    for huge in ("../" * 400_000, "a" * 1_000_000, "/*" * 500_000, "-" * 1_000_000, "2024-" * 200_000):
        assert layout.resolve_link("a.md", "/a/", huge + ".md") is None
        front_matter = dict.fromkeys(KEYS, huge)
        metadata, _ = layout.metadata("docs/a.md", front_matter)
        layout.url("docs/a.md", front_matter, metadata)
    assert time.perf_counter() - started_s < 20


@pytest.mark.parametrize("text", ["/*" * 250_000, "a: {" * 100_000, "base: [" * 70_000, "{" * 500_000, "//" * 250_000])
def test_hostile_programs_are_read_in_time(text: str) -> None:
    started_s = time.perf_counter()
    config = JsConfig(text)
    config.text("base"), config.flag("base"), config.texts("base"), config.table("a").keys()
    assert time.perf_counter() - started_s < 10


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "a: &a [x]\nb: [" + "*a," * 1_000 + "]",
        "? {}\n: 1",
        "!!python/object/apply:os.system ['x']",
        "a: 9999-99-99",
    ],
)
def test_hostile_yaml_gives_defaults(text: str) -> None:
    assert read_data("_config.yml", text) == {}
