"""Long pages: sections stay small, and nothing is lost or doubled."""

from __future__ import annotations

from plain_layout import parse_document

WORDS = " ".join(f"w{number}" for number in range(500))


def test_long_section_continues_under_the_same_heading_at_block_boundaries() -> None:
    document = parse_document("# T\n\n## Long\n\n" + f"{WORDS}\n\n" * 10)
    assert [(section.anchor, section.headings) for section in document.sections] == [("long", ("Long",))] * 3
    assert [section.body.count("w0 ") for section in document.sections] == [4, 4, 2]


def test_long_block_is_cut_between_words() -> None:
    text = " ".join(f"w{number}" for number in range(5_000))
    sections = parse_document(text).sections
    assert " ".join(section.body for section in sections) == text
    assert max(len(section.body.split()) for section in sections) <= 2_000


def test_long_word_is_cut() -> None:
    sections = parse_document("字" * 100_000).sections
    assert "".join(section.body for section in sections) == "字" * 100_000
    assert max(len(section.body) for section in sections) <= 24_000


def test_long_code_is_cut_between_lines() -> None:
    code = "\n".join(f"line {number}" for number in range(5_000))
    sections = parse_document(f"```\n{code}\n```").sections
    assert "\n".join(section.code for section in sections) == code


def test_links_of_a_long_section_belong_to_the_part_they_stand_in() -> None:
    document = parse_document("# T\n\n" + f"{WORDS}\n\n" * 5 + "[a](b.md)\n")
    assert [link.section for link in document.links] == [1]


def test_links_before_the_first_heading_keep_their_section_when_it_has_no_text() -> None:
    document = parse_document("![a](b.png)\n\n## One\n\n[c](d.md)\n")
    assert [media.section for media in document.media] == [0]
    assert [link.section for link in document.links] == [1]


def test_empty_introduction_is_left_out() -> None:
    document = parse_document("# T\n\n## One\n\n[c](d.md)\n")
    assert [section.anchor for section in document.sections] == ["one"]
    assert [link.section for link in document.links] == [0]


def test_lines_beyond_what_is_parsed_are_plain_text() -> None:
    document = parse_document("- a\n" * 40_000 + "*last*\n")
    assert document.sections[-1].body.endswith("*last*")
