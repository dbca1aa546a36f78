"""Reading keys: what values become, and what is refused."""

from __future__ import annotations

import pytest

from shared.domain.content import yaml_loader
from shared.domain.content.front_matter import read_front_matter

VALUES = """\
title: "A: b"
date: 2024-01-02
time: 2024-01-02 10:00:00 +0100
zulu: 2024-01-02T10:00:00Z
none:
language: no
clock: 12:30
number: 010
real: 1.5e3
yes: on
list: [a, {b: c}]
not_a_date: 2024-02-30
infinite: .inf
1: one
"""
EXPECTED = {
    "title": "A: b",
    "date": "2024-01-02",
    "time": "2024-01-02T10:00:00+01:00",
    "zulu": "2024-01-02T10:00:00+00:00",
    "none": None,
    "language": "no",
    "clock": "12:30",
    "number": 10,
    "real": 1500.0,
    "yes": "on",
    "list": ["a", {"b": "c"}],
    "not_a_date": "2024-02-30",
    "infinite": ".inf",
    "1": "one",
}


def test_yaml_values_are_json() -> None:
    found = read_front_matter("a.md", f"---\n{VALUES}---\nText\n")
    assert found.values == EXPECTED
    assert (found.body, found.diagnostics) == ("Text\n", [])


def test_yaml_reads_the_same_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_loader, "_c_parser", None)
    assert read_front_matter("a.md", f"---\n{VALUES}---\n").values == EXPECTED


@pytest.mark.parametrize(
    "source", ["a: b: c", "a:\n\t- b", 'a: "\\ud800"', "a: \x01", "a: [1", "- a\nb: c", "a: !!python/x y"]
)
def test_broken_yaml_is_told_in_the_same_words_without_libyaml(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"---\n{source}\n---\nText\n"
    told = read_front_matter("a.md", page)
    monkeypatch.setattr(yaml_loader, "_c_parser", None)
    assert read_front_matter("a.md", page) == told


def test_toml_values_are_json() -> None:
    source = "+++\nb = 2024-01-02T10:00:00Z\nc = 2024-01-02\nd = 07:32:00\n[e]\nf = [1, 2]\n+++\nText\n"
    found = read_front_matter("a.md", source)
    assert found.values == {
        "b": "2024-01-02T10:00:00+00:00",
        "c": "2024-01-02",
        "d": "07:32:00",
        "e": {"f": [1, 2]},
    }
    assert found.body_line == 8


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("---\na: b\nc: d: e\n---\n", 3),
        ("---\na: b\nc: [d\n---\n", 4),
        ("+++\na = 1\nb = c\n+++\n", 3),
        (";;;\n{\n  'a': 1}\n;;;\n", 3),
        ('{\n  "a": 1,\n}\n', 3),
        ("---\n- a\n---\n", 2),
        ("---\na: !!python/object/apply:os.system [ls]\n---\n", 2),
        ("---\na: !secret b\n---\n", 2),
    ],
)
def test_broken_front_matter_names_its_line_in_the_file(source: str, line: int) -> None:
    found = read_front_matter("a.md", f"{source}Body\n")
    assert [(item.code, item.line) for item in found.diagnostics] == [("bad-front-matter", line)]
    assert (found.values, found.body) == ({}, "Body\n")


@pytest.mark.parametrize(
    "source",
    [
        "---\na: &x [1]\nb: *x\n---\n",
        "---\na: " + "[" * 100 + "]" * 100 + "\n---\n",
        "---\n" + "- " * 100 + "a\n---\n",
        "---\n" + "a: b\n" * 20_000 + "---\n",
        "+++\na = " + "[" * 100 + "]" * 100 + "\n+++\n",
        "+++\n" + "a." * 100 + "a = 1\n+++\n",
        "+++\na = " + "1" * 1_000 + "\n+++\n",
        ";;;\n" + '{"a":' * 100 + "1" + "}" * 100 + "\n;;;\n",
    ],
)
@pytest.mark.parametrize("with_libyaml", [True, False])
def test_hostile_front_matter_is_refused(source: str, with_libyaml: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not with_libyaml:
        monkeypatch.setattr(yaml_loader, "_c_parser", None)
    found = read_front_matter("a.md", f"{source}Body\n")
    assert [item.code for item in found.diagnostics] == ["front-matter-limit"]
    assert (found.values, found.body) == ({}, "Body\n")


def test_duplicate_keys_are_reported_at_any_level() -> None:
    found = read_front_matter("a.md", "---\na:\n  b: 1\n  b: 2\na: 3\n---\n")
    assert [(item.code, item.line) for item in found.diagnostics] == [("duplicate-key", 4), ("duplicate-key", 5)]


def test_escaped_surrogates_become_storable_text() -> None:
    found = read_front_matter("a.md", '{"a": "\\ud800"}\n')
    assert str(found.values["a"]).encode()


@pytest.mark.parametrize("source", ["{{< a >}}\n", "{% a %}\n", "{a}\n", "----\n", "text\n---\na: b\n---\n", "{\n"])
def test_other_openings_are_no_front_matter(source: str) -> None:
    assert read_front_matter("a.md", source).body == source


def test_empty_front_matter_has_no_keys() -> None:
    found = read_front_matter("a.md", "---\n---\nText")
    assert (found.values, found.body, found.body_line, found.diagnostics) == ({}, "Text", 3, [])
