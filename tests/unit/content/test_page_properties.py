"""What holds for any page."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_layout import parse

_SYNTAX = r"""
# ## - 1. > ``` ~~~ ` * ** _ [ ] ( ) ![ [a](b) [a]: \ &amp; | |-| $ $$ [^1] [^1]: === !!! ??? ::: :::note[ :::image
<b> </b> <a/href=x> <!-- --> <script> </script> <pre> <svg> <A </A> /> import/export import&a&from&'b' { } {#a} {:
{{< >}} {{% %}} {% %} {%raw%} {{ }} [!NOTE] [!INCLUDE --- +++ ;;; title:
"""
_FRAGMENTS = st.sampled_from([" ", "\n", "\n\n", "    ", *(part.replace("&", " ") for part in _SYNTAX.split())])
PAGES = st.lists(st.one_of(_FRAGMENTS, st.text(max_size=8)), max_size=40).map("".join)
_SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(data=st.one_of(st.binary(max_size=300), PAGES.map(lambda page: page.encode("utf-8", "replace"))))
@_SETTINGS
def test_no_bytes_raise(data: bytes) -> None:
    parsed = parse(data)
    assert (parsed.document is None) == (parsed.skipped is not None)


@given(page=PAGES, suffix=st.sampled_from([".md", ".mdx"]))
@_SETTINGS
def test_lines_and_sections_are_in_range(page: str, suffix: str) -> None:
    parsed = parse(page.encode("utf-8", "replace"), f"page{suffix}")
    lines = page.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(item.line is None or 1 <= item.line <= lines for item in parsed.diagnostics)
    if parsed.document:
        count = len(parsed.document.sections)
        assert all(1 <= (link.line or 1) <= lines and 0 <= link.section < count for link in parsed.document.links)
        assert all(0 <= media.section < count for media in parsed.document.media)


@given(page=PAGES)
@_SETTINGS
def test_text_has_single_spaces_and_nothing_unsafe(page: str) -> None:
    document = parse(page.encode("utf-8", "replace")).document
    if document:
        for section in document.sections:
            assert all(line == " ".join(line.split()) for line in section.body.split("\n"))
        assert not any(link.target.lower().startswith("javascript:") for link in document.links)


@given(
    keys=st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.from_regex(r"SECRET[0-9]{1,5}", fullmatch=True)
    ),
    page=PAGES,
    delimiter=st.sampled_from(["---", "+++"]),
)
@_SETTINGS
def test_front_matter_never_reaches_the_text(keys: dict[str, str], page: str, delimiter: str) -> None:
    sign = ":" if delimiter == "---" else " ="
    source = "".join(f'{key}{sign} "{value}"\n' for key, value in keys.items() if key not in {"date", "draft"})
    parsed = parse(f"{delimiter}\n{source}{delimiter}\n{page}".encode("utf-8", "replace"))
    if parsed.document:
        assert not any("SECRET" in section.body + section.code for section in parsed.document.sections)


@given(page=PAGES)
@_SETTINGS
def test_reading_is_deterministic(page: str) -> None:
    data = page.encode("utf-8", "replace")
    assert parse(data) == parse(data)
