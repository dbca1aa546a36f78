"""`<inkdex-search>` in pages of static sites, under the strictest policy, as a site owner puts it there."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import find_violations
from tests.browser.built_site import REPOSITORY, build_folder, serve_site
from tests.browser.conftest import take_picture
from tests.browser.fake_engine import use_fake_engine

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page, Route

    from tests.browser.built_site import BuiltSite
    from tests.browser.chromium import ColorScheme, Device
    from tests.browser.conftest import OpenPage

INLINE = "<inkdex-search></inkdex-search>"
PALETTE = '<inkdex-search mode="palette"></inkdex-search><textarea aria-label="Elsewhere"></textarea>'


def box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def results(page: Page) -> Locator:
    return page.locator("[part~=result]")


def titles(page: Page) -> list[str]:
    return page.locator("[part=title]").all_inner_texts()


def wait_until(page: Page, expression: str) -> None:
    """Playwright's own way evaluates strings in the page, which its policy forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"not so after 5 seconds: {expression}")


def message(page: Page, state: str) -> Locator:
    return page.locator(f"[part=message][data-state={state}]")


def announcement(page: Page) -> Locator:
    return page.locator("[part=announcement]")


@pytest.fixture
def inline(site: BuiltSite, open_page: OpenPage) -> Page:
    page = open_page()
    page.goto(site.add_page("/", INLINE))
    return page


@pytest.fixture
def palette(site: BuiltSite, open_page: OpenPage) -> Page:
    page = open_page()
    page.goto(site.add_page("/", PALETTE))
    expect(page.get_by_role("button", name="Search")).to_be_visible()
    return page


@pytest.fixture
def fake(site: BuiltSite, open_page: OpenPage) -> Page:
    """An inline search whose engine answers as a test wants it."""
    page = open_page()
    use_fake_engine(page)
    page.goto(site.add_page("/", INLINE))
    return page


# In a page


def test_one_script_and_one_element_are_a_search(inline: Page) -> None:
    box(inline).fill("roll back a revision")
    expect(results(inline).first).to_be_visible()
    assert "Publishing to a static host" in titles(inline)
    assert inline.locator("style, [style], script:not([src])").count() == 0


def test_nothing_is_asked_of_another_origin_and_nothing_of_the_engine_before_it_is_needed(
    site: BuiltSite, open_page: OpenPage
) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.add_page("/", INLINE))
    expect(box(page)).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if re.search(r"/assets/|engine|\.json$", url)] == []
    box(page).focus()
    expect(box(page)).to_have_attribute("placeholder", "Search Inkdex documentation")
    assert [url for url in asked if "current.json" in url]
    box(page).fill("revision")
    expect(results(page).first).to_be_visible()
    assert [url for url in asked if not url.startswith(site.url)] == []


def test_hovering_warms_up(inline: Page) -> None:
    with inline.expect_request("**/current.json"):
        box(inline).hover()


def test_the_address_is_read_and_written(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(site.add_page("/", INLINE) + "?q=sqlite&lang=x")
    expect(box(page)).to_have_value("sqlite")
    expect(results(page).first).to_be_visible()
    box(page).fill("vectors")
    expect(page).to_have_url(re.compile(r"\?q=vectors&lang=x$"))
    box(page).fill("")
    expect(page).to_have_url(re.compile(r"/\?lang=x$"))


def test_the_address_is_left_alone_with_no_url_and_in_a_palette(site: BuiltSite, open_page: OpenPage) -> None:
    for body in ("<inkdex-search no-url></inkdex-search>", '<inkdex-search mode="palette"></inkdex-search>'):
        page = open_page()
        page.goto(site.add_page("/", body) + "?q=sqlite")
        page.evaluate("document.querySelector('inkdex-search').open()")
        expect(box(page)).to_have_value("")
        box(page).fill("vectors")
        expect(results(page).first).to_be_visible()
        box(page).press("Enter")
        expect(options(page).first).to_have_attribute("aria-selected", "true")
        assert page.url.endswith("/?q=sqlite")


def test_going_back_asks_what_was_asked_there(inline: Page) -> None:
    inline.evaluate("history.pushState(null, '', '?q=sqlite')")
    inline.evaluate("history.pushState(null, '', '?q=vectors')")
    inline.go_back()
    expect(box(inline)).to_have_value("sqlite")
    expect(results(inline).first).to_be_visible()


# The palette


def test_ctrl_k_opens_the_palette_and_escape_gives_the_focus_back(palette: Page) -> None:
    trigger = palette.get_by_role("button", name="Search")
    trigger.focus()
    palette.keyboard.press("Control+k")
    expect(palette.get_by_role("dialog", name="Search")).to_be_visible()
    expect(box(palette)).to_be_focused()
    palette.keyboard.type("vectors")
    expect(results(palette).first).to_be_visible()
    palette.keyboard.press("Escape")
    expect(palette.get_by_role("dialog")).to_be_hidden()
    expect(trigger).to_be_focused()
    palette.keyboard.press("Control+k")
    expect(box(palette)).to_have_value("vectors")
    palette.keyboard.press("Control+k")
    expect(palette.get_by_role("dialog")).to_be_hidden()


def test_hotkeys_do_not_disturb_typing_elsewhere(palette: Page) -> None:
    elsewhere = palette.get_by_label("Elsewhere")
    elsewhere.focus()
    palette.keyboard.type("a/b")
    palette.keyboard.press("Control+k")
    expect(elsewhere).to_have_value("a/b")
    expect(palette.get_by_role("dialog")).to_be_hidden()
    palette.get_by_role("heading").click()
    palette.keyboard.press("/")
    expect(palette.get_by_role("dialog")).to_be_visible()
    expect(box(palette)).to_have_value("")


def test_hotkeys_can_be_others_or_none(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(site.add_page("/", '<inkdex-search mode="palette" hotkeys="alt+s"></inkdex-search>'))
    expect(page.get_by_role("button", name="Search")).to_have_attribute("aria-keyshortcuts", "Alt+S")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Alt+s")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('inkdex-search').setAttribute('hotkeys', 'none')")
    expect(page.locator("[part=trigger]")).not_to_have_attribute("aria-keyshortcuts", re.compile("."))
    page.keyboard.press("Alt+s")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_click_beside_the_palette_closes_it(palette: Page) -> None:
    palette.get_by_role("button", name="Search").click()
    expect(palette.get_by_role("dialog")).to_be_visible()
    palette.mouse.click(5, 400)
    expect(palette.get_by_role("dialog")).to_be_hidden()


def test_a_page_may_bring_its_own_button(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(site.add_page("/", '<inkdex-search mode="palette"><button slot="trigger">Find</button></inkdex-search>'))
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Find")).to_be_focused()


# Keys and roles


def test_the_box_is_a_combobox_and_the_list_follows_the_keys(inline: Page, site: BuiltSite) -> None:
    # By words alone: an answer by meaning, which follows, would change the list below the keys.
    inline.goto(site.add_page("/", INLINE.replace("<inkdex-search", "<inkdex-search no-meaning")))
    expect(box(inline)).to_have_attribute("aria-expanded", "false")
    box(inline).fill("phrase")
    expect(box(inline)).to_have_attribute("aria-expanded", "true")
    listbox = inline.get_by_role("listbox", name="Search results")
    expect(listbox).to_have_attribute("id", str(box(inline).get_attribute("aria-controls")))
    count = options(inline).count()
    assert count > 8

    def active() -> int:
        return options(inline).evaluate_all("list => list.findIndex((one) => one.ariaSelected === 'true')")

    for key, place in [
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("PageDown", 6),
        ("PageUp", 1),
        ("End", count - 1),
        ("ArrowDown", -1),
        ("ArrowUp", count - 1),
        ("Home", 0),
        ("ArrowUp", -1),
    ]:
        inline.keyboard.press(key)
        assert active() == place, key
        described = box(inline).get_attribute("aria-activedescendant")
        assert described == (options(inline).nth(place).get_attribute("id") if place >= 0 else None)
        expect(box(inline)).to_be_focused()
    inline.keyboard.press("ArrowDown")
    inline.keyboard.press("ArrowRight")
    assert active() == -1
    inline.keyboard.press("ArrowDown")
    inline.keyboard.type("s")
    expect(box(inline)).to_have_value("phrases")
    assert active() == -1


def test_the_active_option_is_in_view(inline: Page) -> None:
    box(inline).fill("phrase")
    expect(results(inline).first).to_be_visible()
    inline.keyboard.press("ArrowUp")
    expect(options(inline).last).to_be_in_viewport()


def test_the_accessibility_tree_has_groups_of_options(fake: Page) -> None:
    box(fake).fill("word")
    expect(fake.get_by_role("listbox")).to_match_aria_snapshot("""
      - listbox "Search results":
        - group "alpha page":
          - option "alpha page alpha Jan 2, 2026 guide"
          - option "Above › Part of alpha What alpha says."
        - group "beta page":
          - option "beta page beta Jan 2, 2026 guide"
          - option "Above › Part of beta What beta says."
    """)


def test_enter_goes_to_the_best_result_and_then_follows_it(inline: Page) -> None:
    box(inline).fill("sqlite")
    box(inline).press("Enter")
    expect(options(inline).first).to_have_attribute("aria-selected", "true")
    href = str(options(inline).first.get_attribute("href"))
    box(inline).press("Enter")
    expect(inline).to_have_title("A page of the site")
    assert inline.url.endswith(href)


def test_ctrl_enter_opens_a_new_tab(inline: Page) -> None:
    box(inline).fill("sqlite")
    box(inline).press("Enter")
    expect(options(inline).first).to_have_attribute("aria-selected", "true")
    with inline.context.expect_page() as opened:
        box(inline).press("Control+Enter")
    expect(opened.value).to_have_title("A page of the site")
    expect(inline).to_have_title("Test")


def test_escape_clears_an_inline_search(inline: Page) -> None:
    box(inline).fill("sqlite")
    expect(results(inline).first).to_be_visible()
    inline.keyboard.press("Escape")
    expect(box(inline)).to_have_value("")
    expect(results(inline)).to_have_count(0)
    expect(box(inline)).to_be_focused()
    expect(box(inline)).to_have_attribute("aria-expanded", "false")


def test_fingers_open_a_palette_and_a_result(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page("phone")
    page.goto(site.add_page("/", PALETTE))
    page.get_by_role("button", name="Search").tap()
    box(page).fill("vectors")
    expect(results(page).first).to_be_visible()
    assert page.get_by_role("dialog").evaluate("one => one.getBoundingClientRect().width === innerWidth")
    heights = options(page).evaluate_all("list => list.map((one) => one.getBoundingClientRect().height)")
    assert min(heights) >= 44
    page.locator("[part=panel]").dispatch_event("touchmove")
    expect(box(page)).not_to_be_focused()
    href = str(options(page).first.get_attribute("href"))
    options(page).first.tap()
    expect(page).to_have_title("A page of the site")
    assert page.url.endswith(href)


def test_the_close_button_of_a_phone_closes(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page("phone")
    page.goto(site.add_page("/", PALETTE))
    page.get_by_role("button", name="Search").tap()
    page.get_by_role("button", name="Close").tap()
    expect(page.get_by_role("dialog")).to_be_hidden()


# Answers that come in steps


def test_meaning_reorders_what_nobody_is_at(fake: Page) -> None:
    box(fake).fill("reorder")
    expect(fake.locator("[part=status]")).to_have_text("4 pages · looking at meaning…")
    assert titles(fake) == ["alpha page", "beta page", "gamma page", "delta page"]
    fake.wait_for_timeout(300)  # longer than it takes to show that something is waited for: nothing is
    expect(fake.get_by_role("listbox")).to_have_attribute("aria-busy", "false")
    expect(announcement(fake)).to_have_text("4 pages. The arrow keys move through them.")
    fake.evaluate("window.answerLater()")
    expect(fake.locator("[part=status]")).to_have_text("4 pages")
    assert titles(fake) == ["delta page", "gamma page", "beta page", "alpha page"]
    expect(announcement(fake)).to_have_text("Results are now ordered by meaning too.")


def test_an_answer_that_nobody_has_heard_of_is_announced_as_it_is_in_the_end(fake: Page) -> None:
    box(fake).fill("reorder")
    expect(results(fake)).to_have_count(4)
    fake.evaluate("window.answerLater()")
    expect(announcement(fake)).to_have_text("4 pages. The arrow keys move through them.")
    assert titles(fake) == ["delta page", "gamma page", "beta page", "alpha page"]


def test_what_the_reader_has_active_does_not_move(fake: Page) -> None:
    box(fake).fill("reorder")
    expect(results(fake)).to_have_count(4)
    for _ in range(3):
        fake.keyboard.press("ArrowDown")
    active = options(fake).nth(2)
    expect(active).to_contain_text("beta page")
    before = active.bounding_box()
    expect(announcement(fake)).to_have_text("4 pages. The arrow keys move through them.")
    fake.evaluate("window.answerLater()")
    expect(announcement(fake)).to_have_text(
        "Results are now ordered by meaning too. Those up to where you are have not moved."
    )
    assert titles(fake) == ["alpha page", "beta page", "delta page", "gamma page"]
    assert active.bounding_box() == before
    expect(active).to_have_attribute("aria-selected", "true")
    expect(box(fake)).to_have_attribute("aria-activedescendant", str(active.get_attribute("id")))


def test_what_the_reader_points_at_does_not_move(fake: Page) -> None:
    box(fake).fill("reorder")
    fake.get_by_role("option", name="gamma page").hover()
    before = fake.get_by_role("option", name="gamma page").bounding_box()
    fake.evaluate("window.answerLater()")
    expect(fake.locator("[part=status]")).to_have_text("4 pages")
    assert titles(fake) == ["alpha page", "beta page", "gamma page", "delta page"]
    assert fake.get_by_role("option", name="gamma page").bounding_box() == before


def test_without_meaning_words_answer_and_say_so(fake: Page) -> None:
    box(fake).fill("degraded")
    expect(results(fake)).to_have_count(1)
    expect(fake.locator("[part=note]")).to_have_text("Found by words. Search by meaning cannot be reached right now.")
    fake.evaluate("document.querySelector('inkdex-search').setAttribute('no-meaning', '')")
    box(fake).fill("words")
    expect(results(fake)).to_have_count(2)
    assert [asked["meaning"] for asked in fake.evaluate("window.asked")] == ["auto", "off"]


def test_tags_filter_and_dates_sort(fake: Page) -> None:
    box(fake).fill("word")
    group = fake.get_by_role("group", name="Filter by tag")
    chip = group.get_by_role("button", name="guide")
    expect(chip).to_have_attribute("aria-pressed", "false")
    chip.click()
    expect(results(fake)).to_have_count(1)
    chip = group.get_by_role("button", name="guide")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    group.get_by_role("button", name="Newest first").click()
    expect(group.get_by_role("button", name="Newest first")).to_have_attribute("aria-pressed", "true")
    group.get_by_role("button", name="guide").click()
    expect(results(fake)).to_have_count(2)
    assert [(asked["filter"]["tags"], asked["sort"]) for asked in fake.evaluate("window.asked")] == [
        ([], "relevance"),
        (["guide"], "relevance"),
        (["guide"], "date"),
        ([], "date"),
    ]


def test_nothing_found_suggests_words_of_the_site(fake: Page) -> None:
    box(fake).fill("nothing")
    expect(message(fake, "nothing")).to_contain_text("Nothing found for “nothing”")
    expect(fake.get_by_role("group", name="Did you mean")).to_be_visible()
    fake.get_by_role("option", name="nothingness").click()
    expect(box(fake)).to_have_value("nothingness")
    expect(box(fake)).to_be_focused()
    expect(results(fake)).to_have_count(2)


def test_a_fault_says_so_and_tells_the_page(fake: Page) -> None:
    fake.evaluate("addEventListener('inkdex:error', ({ detail }) => { window.told = detail; })")
    box(fake).fill("fault")
    expect(message(fake, "error")).to_contain_text("The search failed")
    expect(message(fake, "error")).to_contain_text("the engine is broken")
    assert fake.evaluate("window.told") == {"query": "fault", "code": "fault", "message": "the engine is broken"}


# Recent searches


def test_recent_searches_come_back_and_can_be_cleared(palette: Page) -> None:
    palette.keyboard.press("Control+k")
    for query in ("sqlite", "vectors"):
        box(palette).fill(query)
        expect(results(palette).first).to_be_visible()
        box(palette).press("Enter")
        expect(options(palette).first).to_have_attribute("aria-selected", "true")
    palette.reload()
    palette.keyboard.press("Control+k")
    recent = palette.get_by_role("group", name="Recent searches").get_by_role("option")
    expect(recent).to_have_text(["vectors", "sqlite"])
    palette.keyboard.press("ArrowDown")
    palette.keyboard.press("ArrowDown")
    palette.keyboard.press("Enter")
    expect(box(palette)).to_have_value("sqlite")
    expect(results(palette).first).to_be_visible()
    box(palette).fill("")
    palette.get_by_role("button", name="Clear: Recent searches").click()
    expect(recent).to_have_count(0)
    assert palette.evaluate("localStorage.length") == 0


def test_no_recent_keeps_nothing(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(site.add_page("/", "<inkdex-search no-recent></inkdex-search>"))
    box(page).fill("sqlite")
    box(page).press("Enter")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    box(page).fill("")
    expect(options(page)).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


# Networks and files that fail


def test_a_slow_network_shows_progress_and_only_the_last_question_is_answered(inline: Page) -> None:
    box(inline).focus()
    expect(box(inline)).to_have_attribute("placeholder", re.compile("Inkdex"))
    held: list[str] = []
    given_up: list[str] = []
    inline.on("requestfailed", lambda request: given_up.append(request.url))
    inline.route("**/objects/**", lambda route: held.append(route.request.url))
    box(inline).fill("sqlite")
    expect(message(inline, "loading")).to_be_visible()
    expect(announcement(inline)).to_have_text("Searching…")
    take_picture(inline, "component-loading")
    first = list(held)
    assert first
    box(inline).fill("")
    inline.wait_for_event("requestfailed", lambda request: request.url in first)
    inline.unroute_all(behavior="ignoreErrors")
    box(inline).fill("publishing")
    expect(results(inline).first).to_be_visible()
    assert "Publishing to a static host" in titles(inline)
    expect(box(inline)).to_have_value("publishing")


@pytest.mark.parametrize(
    ("content", "title"),
    [('{"terms": 1}', "The search index is damaged"), ("not json", "The search index is damaged")],
)
def test_a_damaged_shard_is_said_and_retrying_helps(inline: Page, content: str, title: str) -> None:
    def damage(route: Route) -> None:
        route.fulfill(body=content, content_type="application/json")

    inline.route("**/objects/**", damage)
    box(inline).fill("publishing")
    expect(message(inline, "error")).to_contain_text(title)
    expect(announcement(inline)).to_contain_text(title)
    expect(box(inline)).to_have_attribute("aria-expanded", "false")
    take_picture(inline, "component-damaged")
    inline.unroute("**/objects/**")
    inline.get_by_role("button", name="Try again").click()
    expect(results(inline).first).to_be_visible()


def test_a_missing_index_says_what_to_do(built_folder: Path, tmp_path: Path, open_any: OpenPage) -> None:
    folder = tmp_path / "dist"
    shutil.copytree(built_folder, folder)
    (folder / "docs" / "current.json").unlink()
    with serve_site(folder) as site:
        page = open_any()
        page.goto(site.add_page("/", INLINE))
        box(page).fill("word")
        expect(message(page, "error")).to_contain_text("This site has no search index yet")


def test_going_offline_is_said_and_coming_back_goes_on(site: BuiltSite, open_any: OpenPage) -> None:
    page = open_any()
    page.goto(site.add_page("/", INLINE))
    box(page).focus()
    expect(box(page)).to_have_attribute("placeholder", re.compile("Inkdex"))
    page.context.set_offline(True)
    box(page).fill("publishing")
    expect(message(page, "offline")).to_contain_text("You are offline")
    take_picture(page, "component-offline")
    page.context.set_offline(False)
    expect(results(page).first).to_be_visible()


def test_a_new_revision_is_picked_up_after_some_minutes(tmp_path: Path, open_page: OpenPage) -> None:
    source = tmp_path / "docs"
    shutil.copytree(REPOSITORY / "examples" / "docs", source, ignore=shutil.ignore_patterns(".inkdex"))
    folder = tmp_path / "dist"
    build_folder(source, folder)
    with serve_site(folder) as site:
        page = open_page()
        page.clock.install()
        page.goto(site.add_page("/", INLINE))
        page.evaluate("window.revisions = []")
        page.evaluate("addEventListener('inkdex:ready', ({ detail }) => window.revisions.push(detail.revision))")
        box(page).fill("sqlite")
        expect(results(page).first).to_be_visible()
        (source / "birds.md").write_text("# Birds\n\nA zebrafinch sings.\n", "utf-8")
        build_folder(source, folder)
        box(page).fill('"zebrafinch"')  # meaning finds something for any word, but no phrase
        page.clock.run_for(1000)
        expect(message(page, "nothing")).to_be_visible()
        page.get_by_role("heading").click()
        page.clock.run_for(6 * 60_000)
        with page.expect_response("**/current.json"):
            box(page).focus()
        wait_until(page, "window.revisions.length === 2")
        box(page).fill("zebrafinch ")
        expect(results(page)).to_contain_text(["A zebrafinch sings."])


def test_several_sites_in_one_folder_need_a_name(built_folder: Path, tmp_path: Path, open_page: OpenPage) -> None:
    folder = tmp_path / "dist"
    shutil.copytree(built_folder, folder)
    (folder / "inkdex.json").write_text(json.dumps({"sites": ["blog", "docs"]}))
    with serve_site(folder) as site:
        page = open_page()
        page.goto(site.add_page("/", INLINE))
        box(page).fill("sqlite")
        expect(message(page, "error")).to_contain_text('say site="…"')
        page.goto(site.add_page("/", '<inkdex-search site="docs" base="/search"></inkdex-search>'))
        box(page).fill("sqlite")
        expect(results(page).first).to_be_visible()


# Languages and looks


@pytest.mark.parametrize(
    ("lang", "label", "direction"),
    [
        ("de-AT", "Suche", "ltr"),
        ("fr", "Rechercher", "ltr"),
        ("es", "Buscar", "ltr"),
        ("pt-BR", "Pesquisar", "ltr"),
        ("ja", "検索", "ltr"),
        ("zh", "搜索", "ltr"),
        ("ar", "بحث", "rtl"),
        ("tlh", "Search", "ltr"),
    ],
)
def test_the_interface_speaks_the_language_of_the_page(
    site: BuiltSite, open_page: OpenPage, lang: str, label: str, direction: str
) -> None:
    page = open_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(site.add_page("/", INLINE, lang=lang))
    expect(box(page)).to_have_accessible_name(label)
    assert page.locator("[part~=root]").evaluate("one => getComputedStyle(one).direction") == direction
    languages = [url for url in loaded if re.search(r"/assets/[a-z]{2}-", url)]
    assert len(languages) == (0 if label == "Search" else 1)
    box(page).fill("roll back a revison ")
    expect(results(page).first).to_be_visible()
    take_picture(page, f"component-language-{lang}")


def test_lang_and_dir_of_the_element_win(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(site.add_page("/", '<inkdex-search lang="ar" dir="ltr"></inkdex-search>', lang="de"))
    expect(box(page)).to_have_accessible_name("بحث")
    assert page.locator("[part~=root]").evaluate("one => getComputedStyle(one).direction") == "ltr"
    page.evaluate("document.querySelector('inkdex-search').lang = 'fr'")
    expect(box(page)).to_have_accessible_name("Rechercher")


def test_pages_style_it_by_properties_parts_and_color_scheme(site: BuiltSite, open_page: OpenPage) -> None:
    site.files["/own.css"] = (
        "inkdex-search { --inkdex-accent: rgb(200, 0, 100); color-scheme: dark; }"
        " inkdex-search::part(input) { border-radius: 20px; }"
    )
    page = open_page()
    page.goto(site.add_page("/", INLINE, head='<link rel="stylesheet" href="/own.css">'))
    box(page).fill("sqlite")
    expect(results(page).first).to_be_visible()
    title = page.locator("[part=title]").first
    assert title.evaluate("one => getComputedStyle(one).color") == "rgb(200, 0, 100)"
    assert box(page).evaluate("one => getComputedStyle(one).borderRadius") == "20px"
    assert box(page).evaluate("one => getComputedStyle(one).color") == "rgb(230, 232, 238)"


def test_motion_stops_where_it_is_not_wanted(palette: Page) -> None:
    palette.keyboard.press("Control+k")
    moving = palette.evaluate("document.querySelector('inkdex-search').shadowRoot.getAnimations().length")
    assert moving == 0


def test_it_can_be_read_with_forced_colours(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page()
    page.emulate_media(forced_colors="active")
    page.goto(site.add_page("/", INLINE))
    box(page).fill("sqlite")
    expect(results(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    option = options(page).first
    assert option.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    take_picture(page, "component-forced-colours")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("body", [INLINE, PALETTE], ids=["inline", "palette"])
def test_axe_finds_nothing_wrong(site: BuiltSite, open_page: OpenPage, scheme: ColorScheme, body: str) -> None:
    page = open_page("desktop", scheme)
    use_fake_engine(page)
    page.goto(site.add_page("/", body))
    expect(page.locator("[part=trigger], [part=input]").first).to_be_visible()
    assert find_violations(page) == []
    page.evaluate("document.querySelector('inkdex-search').open()")
    expect(box(page)).to_be_focused()
    for query in ("word", "degraded", "nothing", "fault"):
        box(page).fill(query)
        shown = {"nothing": message(page, "nothing"), "fault": message(page, "error")}
        expect(shown.get(query, page.locator("[part=status]"))).to_be_visible()
        if query != "fault":
            expect(options(page).first).to_be_visible()
            page.keyboard.press("ArrowDown")
        assert find_violations(page) == [], query
    box(page).fill("word")
    box(page).press("Enter")
    page.locator("[part~=chip]").first.click()
    expect(page.locator("[part~=chip-on]")).to_be_visible()
    assert find_violations(page) == []
    box(page).fill("")
    expect(page.get_by_role("group", name="Recent searches")).to_be_visible()
    assert find_violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["phone", "desktop"])
@pytest.mark.parametrize("mode", ["inline", "palette"])
def test_every_state_fits_its_screen(
    mode: str, device: Device, scheme: ColorScheme, site: BuiltSite, open_page: OpenPage
) -> None:
    page = open_page(device, scheme)
    use_fake_engine(page)
    page.goto(site.add_page("/", INLINE if mode == "inline" else PALETTE))
    expect(page.locator("[part=trigger], [part=input]").first).to_be_visible()
    name = f"component-{mode}-{device}-{scheme}"
    take_picture(page, f"{name}-closed")
    page.evaluate("document.querySelector('inkdex-search').open()")
    expect(box(page)).to_be_focused()
    take_picture(page, f"{name}-open")
    for query in ("reorder", "word", "degraded", "nothing", "fault"):
        box(page).fill(query)
        shown = {"nothing": page.get_by_role("option"), "fault": message(page, "error")}
        expect(shown.get(query, results(page)).first).to_be_visible()
        if query == "word":
            box(page).press("Enter")
            page.keyboard.press("ArrowDown")
        take_picture(page, f"{name}-{query}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{query}: {wide} pixels too wide"
        panel = page.locator("[part=panel]")
        assert panel.evaluate("one => one.scrollWidth - one.clientWidth") <= 0, query
    box(page).fill("")
    expect(page.get_by_role("group", name="Recent searches")).to_be_visible()
    take_picture(page, f"{name}-recent")


# Events, properties and methods


def test_the_page_is_told_what_happens_and_may_step_in(fake: Page) -> None:
    fake.evaluate("""() => {
      window.told = [];
      for (const name of ["ready", "search", "select"])
        document.addEventListener(`inkdex:${name}`, (event) => {
          window.told.push([event.type, event.detail, event.target.localName]);
          if (name === "select") event.preventDefault();
        });
    }""")
    box(fake).fill("word")
    expect(results(fake)).to_have_count(2)
    options(fake).nth(2).click()
    told = fake.evaluate("window.told")
    assert [name for name, _, _ in told] == ["inkdex:ready", "inkdex:search", "inkdex:select"]
    assert {target for _, _, target in told} == {"inkdex-search"}
    assert told[1][1] == {
        "query": "word",
        "shown": 2,
        "total": 2,
        "meaning": "off",
        "tags": [],
        "sort": "relevance",
        "took": 1,
    }
    assert told[2][1]["position"] == 2
    assert told[2][1]["title"] == "beta page"
    assert told[2][1]["newTab"] is False
    expect(fake).to_have_title("Test")


def test_a_query_is_told_once_when_typing_pauses(fake: Page) -> None:
    fake.evaluate("window.told = []")
    fake.evaluate("addEventListener('inkdex:search', ({ detail }) => window.told.push(detail.query))")
    box(fake).press_sequentially("words")
    wait_until(fake, "window.told.length > 0")
    assert fake.evaluate("window.told") == ["words"]


def test_opening_and_closing_are_told(palette: Page) -> None:
    palette.evaluate("window.told = []")
    for name in ("inkdex:open", "inkdex:close"):
        palette.evaluate("(name) => addEventListener(name, ({ type }) => window.told.push(type))", name)
    palette.evaluate("document.querySelector('inkdex-search').open()")
    expect(palette.get_by_role("dialog")).to_be_visible()
    assert palette.evaluate("document.querySelector('inkdex-search').opened") is True
    palette.evaluate("document.querySelector('inkdex-search').close()")
    expect(palette.get_by_role("dialog")).to_be_hidden()
    wait_until(palette, "window.told.length === 2")
    assert palette.evaluate("window.told") == ["inkdex:open", "inkdex:close"]


def test_a_query_can_be_set_before_and_after_the_element_is_defined(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page()
    site.files["/early.js"] = "document.querySelector('inkdex-search').query = 'sqlite';"
    page.goto(site.add_page("/", INLINE + '<script src="/early.js"></script>'))
    expect(box(page)).to_have_value("sqlite")
    expect(results(page).first).to_be_visible()
    page.evaluate("document.querySelector('inkdex-search').query = 'vectors'")
    expect(box(page)).to_have_value("vectors")
    expect(results(page).first).to_contain_text(re.compile("vector", re.IGNORECASE))


def test_it_survives_being_moved_in_the_page(inline: Page) -> None:
    box(inline).fill("sqlite")
    expect(results(inline).first).to_be_visible()
    inline.evaluate("document.body.append(document.querySelector('inkdex-search'))")
    expect(box(inline)).to_have_value("sqlite")
    expect(results(inline).first).to_be_visible()
    inline.keyboard.press("/")
    expect(box(inline)).to_be_focused()


def test_limit_and_more(site: BuiltSite, open_page: OpenPage) -> None:
    page = open_page()
    page.goto(site.add_page("/", '<inkdex-search limit="3"></inkdex-search>'))
    box(page).fill("inkdex")
    expect(results(page)).to_have_count(3)
    page.get_by_role("button", name="Show more results").click()
    expect(results(page)).to_have_count(6)
    active = results(page).nth(3).get_by_role("option").first
    expect(active).to_have_attribute("aria-selected", "true")
