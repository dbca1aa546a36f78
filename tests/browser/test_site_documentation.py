"""What docs/site shows works: examples run in Chromium against a built folder, tables name what the code has."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from markdown_it import MarkdownIt
from playwright.sync_api import expect

from tests.browser.built_site import REPOSITORY, serve_site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.built_site import BuiltSite
    from tests.browser.conftest import OpenPage

DOCS = REPOSITORY / "docs" / "site"
COMPONENT = REPOSITORY / "web-client" / "src" / "component"
EXPRESSION = re.compile(r"""\{\{ "/?([^"]+)" \| (?:relURL|relative_url) \}\}""")


def sections(page: Path) -> dict[str, str]:
    """Heading of level 2 -> what stands below it; what stands above all is under the empty heading."""
    pieces = re.split(r"^## (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {"": pieces[0], **dict(zip(pieces[1::2], pieces[2::2], strict=True))}


def fences(text: str, *languages: str) -> list[tuple[str, str]]:
    tokens = MarkdownIt("commonmark").parse(text)
    return [(token.info, token.content) for token in tokens if token.type == "fence" and token.info in languages]


def rows(text: str) -> list[list[str]]:
    """Tables' rows without their heads: the cells, as written."""
    body = re.sub(r"^\|.*\n\|-.*\n", "", text, flags=re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in body.splitlines() if line[:2] == "| "]


def names(cells: list[str]) -> set[str]:
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


def as_page(blocks: list[tuple[str, str]]) -> str:
    """What a generator would make of the examples of one section."""
    parts: list[str] = []
    for language, text in blocks:
        if language == "html":
            parts.append(EXPRESSION.sub(r"/\1", text).replace(" is:inline", ""))
        elif language == "yaml":
            for script in yaml.safe_load(text)["extra_javascript"]:
                parts.append(f'<script type="{script["type"]}" src="{script["path"]}"></script>')
        else:
            for source, kind in re.findall(r'\{ src: "([^"]+)", type: "([^"]+)" \}', text):
                parts.append(f'<script type="{kind}" src="{source}"></script>')
            parts += re.findall(r"return (<inkdex-search.*</inkdex-search>);", text)
    return "\n".join(parts)


def whole(fragment: str) -> str:
    head = (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><link rel="icon" href="/favicon.svg">'
    )
    return fragment if fragment.startswith("<!doctype") else head + fragment


def search(page: Page, text: str) -> Locator:
    box = page.get_by_role("combobox")
    box.fill(text)
    results = page.locator("[part=result]")
    expect(results.first).to_be_visible()
    return results


def quick_starts() -> list[tuple[str, str]]:
    """(name, page) of each example; a section of several HTML pages has one each."""
    found = []
    for heading, text in sections(DOCS / "quick-start.md").items():
        blocks = fences(text, "html", "js", "yaml")
        groups = [[block] for block in blocks] if all(language == "html" for language, _ in blocks) else [blocks]
        found += [(f"{heading} {place}", as_page(group)) for place, group in enumerate(groups) if group]
    return found


def test_every_generator_has_an_example() -> None:
    headings = {name.rpartition(" ")[0] for name, _ in quick_starts()}
    assert headings >= {"Plain HTML", "Hugo", "Jekyll", "Astro", "Docusaurus", "MkDocs"}


@pytest.mark.parametrize("example", [text for _, text in quick_starts()], ids=[name for name, _ in quick_starts()])
def test_quick_starts_search(example: str, built_folder: Path, open_page: OpenPage) -> None:
    with serve_site(built_folder) as site:
        site.mounts += ["/inkdex/", "/_inkdex/"]
        page = open_page()
        # A deployment has artifacts above its scripts, and is another host.
        local = example.replace("https://search.example.org", site.url)
        if "/_inkdex/" in local:
            site.mounts.append("/")
        site.pages["/page"] = whole(local)
        page.goto(site.url + "/page")
        if "palette" in example:
            page.get_by_role("button", name="Search").click()
        search(page, "publishing")
        href = str(page.get_by_role("option").first.get_attribute("href"))
        assert href.startswith("/")


def test_the_examples_of_the_component_work(site: BuiltSite, open_page: OpenPage) -> None:
    plain, own = (text for _, text in fences((DOCS / "component.md").read_text("utf-8"), "html"))
    listener, engine = (text for _, text in fences((DOCS / "component.md").read_text("utf-8"), "js"))
    page = open_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    site.files["/listener.js"] = listener
    site.pages["/plain"] = whole(plain + '<script src="/listener.js"></script>')
    page.goto(site.url + "/plain")
    expect(page.get_by_role("combobox")).to_have_attribute("placeholder", "Search the manual")
    expect(search(page, "inkdex")).to_have_count(5)
    page.get_by_role("option").first.click()
    expect(page).to_have_title("A page of the site")
    assert re.fullmatch(r"inkdex led to http.*, result 1", said[0])

    site.pages["/own"] = whole(own)
    page.goto(site.url + "/own")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("dialog")).to_be_visible()

    said.clear()
    site.files["/engine-alone.js"] = engine
    site.pages["/engine"] = whole('<script type="module" src="/engine-alone.js"></script>')
    with page.expect_console_message() as message:
        page.goto(site.url + "/engine")
    assert "getting-started" in message.value.text


def test_the_examples_of_theming_change_what_they_say(site: BuiltSite, open_page: OpenPage) -> None:
    styles = [text for _, text in fences((DOCS / "theming.md").read_text("utf-8"), "css")]
    assert len(styles) == 3
    site.files["/own.css"] = "\n".join(styles)
    page = open_page("desktop", "dark")
    body = '<inkdex-search mode="palette"></inkdex-search>'
    page.goto(site.add_page("/", body, head='<link rel="stylesheet" href="/own.css">'))
    trigger = page.get_by_role("button", name="Search")
    assert trigger.evaluate("one => one.getBoundingClientRect().width") == 288
    trigger.click()
    search(page, "publishing")
    title = page.locator("[part=title]").first
    assert title.evaluate("one => getComputedStyle(one).color") == "rgb(11, 107, 79)"  # light, in a dark system
    assert page.locator("[part=tag]").first.evaluate("one => getComputedStyle(one).textTransform") == "uppercase"
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    expect(title).to_have_css("color", "rgb(111, 224, 184)")


def test_the_documented_policy_and_hash_let_the_component_work(
    site: BuiltSite, built_folder: Path, open_page: OpenPage
) -> None:
    (policy,) = (text for _, text in fences((DOCS / "csp.md").read_text("utf-8"), "text"))
    (example,) = (text for _, text in fences((DOCS / "csp.md").read_text("utf-8"), "html"))
    (listed,) = (json.loads(text) for _, text in fences((DOCS / "csp.md").read_text("utf-8"), "json"))
    files = json.loads((built_folder / "integrity.json").read_text("utf-8"))["files"]
    assert set(listed["files"]) < set(files)
    assert set(listed["files"]["inkdex-search.js"]) == set(files["inkdex-search.js"])
    name, _, site.policy = policy.strip().partition(": ")
    assert name == "Content-Security-Policy"
    site.pages["/"] = whole(example.replace("sha384-…", files["inkdex-search.js"]["integrity"])).replace(
        '<link rel="icon" href="/favicon.svg">', ""
    )
    page = open_page()
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
    page.goto(site.url + "/")
    search(page, "publishing")


def code_of(*suffixes: str) -> str:
    files = sorted(path for suffix in suffixes for path in COMPONENT.glob(f"*{suffix}") if ".test." not in path.name)
    return "\n".join(path.read_text("utf-8") for path in files)


def test_every_custom_property_is_documented() -> None:
    used = set(re.findall(r"var\((--inkdex-[a-z-]+)", code_of(".css")))
    documented = names([row[0] for row in rows(sections(DOCS / "theming.md")["Custom properties"])])
    assert documented == used


def test_every_part_is_documented() -> None:
    code = code_of(".ts")
    used: set[str] = set()
    for text in re.findall(r'part: (?:isOn \? "chip" : )?["`]([^"`]+)["`]', code):
        used |= set(re.sub(r"\$\{\w+\}", "", text).split())
    used |= {"chip", "chip-on"} if 'part: isOn ? "chip chip-on" : "chip"' in code else set()
    used |= {"inline", "palette", "primary"}
    used |= set(re.findall(r'renderOption\("(\w+)"', code)) | set(re.findall(r', "(plain)"\)', code))
    cells = [cell for row in rows(sections(DOCS / "theming.md")["Parts"]) for cell in row]
    assert names(cells) == used


def test_every_attribute_property_method_and_event_is_documented() -> None:
    element = (COMPONENT / "element.ts").read_text("utf-8")
    observed = re.search(r"observedAttributes = \[(.*?)\]", element, re.DOTALL)
    assert observed
    attributes = set(re.findall(r'"([a-z-]+)"', observed[1]))
    attributes |= set(re.findall(r'(?:get|has)Attribute\("([a-z-]+)"\)', element))
    attributes |= set(re.findall(r":host\(\[([a-z]+)=", code_of(".css")))
    described = sections(DOCS / "component.md")
    assert names([row[0] for row in rows(described["Attributes"])]) == attributes

    members = set(re.findall(r"^  get (\w+)\(", element, re.MULTILINE))
    between = element.partition("// What pages may call")[2].partition("// Life")[0]
    members |= {f"{name}()" for name in re.findall(r"^  (?:override |async )?(\w+)\(", between, re.MULTILINE)}
    assert names([row[0] for row in rows(described["Properties and methods"])]) == members

    events = (COMPONENT / "events.ts").read_text("utf-8")
    fields = {
        name: set(re.findall(r"readonly (\w+):", body))
        for name, body in re.findall(r'"(inkdex:\w+)": \{(.*?)\n?  ?\};', events, re.DOTALL)
    }
    assert {row[0].strip("`"): names([row[2]]) for row in rows(described["Events"])} == fields
