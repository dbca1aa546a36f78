"""Runs tests/cases/layouts/*.toml. A new case is a few lines there and no code here.

A file holds `[[sites]]`: `layout`, `root`, and if need be `base_url`, `language`, `paths` and `config` (path -> text).
Each site lists `pages` (path, front_matter, url, and what else is expected of the metadata), `not_pages` (paths) and
`links` (from, target, and url + fragment, or nothing for an external link; `file` is the source path named).
"""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from shared.domain.content.layouts import make_layout

CASES = Path(__file__).parents[2] / "cases" / "layouts"
SITES = [
    (f"{file.stem}-{number}", site)
    for file in sorted(CASES.glob("*.toml"))
    for number, site in enumerate(tomllib.loads(file.read_text()).get("sites", []))
]


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(site, case, id=f"{name}-{number}")
        for name, site in SITES
        for number, case in enumerate(site.get(kind, []))
    ]


def _layout(site: dict[str, Any]) -> Any:
    return make_layout(
        site["layout"],
        site["root"],
        config_texts=site.get("config", {}),
        base_url=site.get("base_url", "/"),
        language=site.get("language", "en"),
        paths=site.get("paths", []),
    )


@pytest.mark.parametrize(("site", "case"), _cases("pages"))
def test_page_has_its_url_and_metadata(site: dict[str, Any], case: dict[str, Any]) -> None:
    layout = _layout(site)
    case = dict(case)
    path, front_matter, url = case.pop("path"), case.pop("front_matter", {}), case.pop("url")
    codes = case.pop("diagnostics", [])
    metadata, diagnostics = layout.metadata(path, front_matter)
    assert layout.is_page(path)
    assert layout.url(path, front_matter, metadata) == url
    assert [f"{each.code} {each.message.split(' ')[0].strip('`')}" for each in diagnostics] == codes
    assert {key: _plain(getattr(metadata, key)) for key in case} == case


@pytest.mark.parametrize(("site", "path"), _cases("not_pages"))
def test_other_files_are_no_pages(site: dict[str, Any], path: str) -> None:
    assert not _layout(site).is_page(path)


@pytest.mark.parametrize(("site", "case"), _cases("links"))
def test_link_leads_to_its_page(site: dict[str, Any], case: dict[str, Any]) -> None:
    layout = _layout(site)
    path, target = case["from"], case["target"]
    url = layout.url(path, {}, layout.metadata(path, {})[0])
    expected = (case["url"], case.get("fragment", "")) if "url" in case else None
    assert layout.resolve_link(path, url, target) == expected
    assert layout.linked_path(path, target) == case.get("file")


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z").replace("T00:00:00Z", "")
    return list(value) if isinstance(value, tuple) else value
