"""YAML 1.2 scalars on PyYAML's parser, with limits that make hostile front matter harmless.

Aliases are refused (they are how a small file becomes a large value), depth and node count are limited, and only
plain values are made. PyYAML's own composer runs in C when libyaml is there, and has no limits; ours is the Python one,
fed by whichever parser is available, so that the Worker (without libyaml) reads the same values.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import yaml
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["YamlLimitError", "load_yaml"]

_MAX_DEPTH = 24
_MAX_NODES = 10_000
_TIMESTAMP = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
    r"(?:(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]*))?"
    r"(?:[ \t]*(Z|[-+]([0-9]{1,2})(?::?([0-9]{2}))?))?)?"
)


class YamlLimitError(yaml.MarkedYAMLError):
    """The document uses more than front matter may: aliases, depth or size."""


class _Resolver(BaseResolver):
    """The core schema of YAML 1.2, and dates: `no` stays a language and `12:30` stays a time."""


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]{1,18}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]{1,3})?|[-+]?[0-9]+[eE][-+]?[0-9]{1,3}",
        "-+.0123456789",
    ),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("merge", r"<<", "<"),
    ("timestamp", _TIMESTAMP.pattern, "0123456789"),
):
    _Resolver.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), [c if c != "\0" else "" for c in _first]
    )


class _LimitedComposer(Composer):
    """Builds nodes within the limits, and remembers keys that a mapping has twice."""

    depth = 0
    nodes = 0
    duplicates: list[tuple[str, int]]

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):  # type: ignore[attr-defined]
            self._refuse("aliases are not allowed")
        self.depth += 1
        self.nodes += 1
        if self.depth > _MAX_DEPTH:
            self._refuse(f"more than {_MAX_DEPTH} levels")
        if self.nodes > _MAX_NODES:
            self._refuse(f"more than {_MAX_NODES:,} values")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def compose_mapping_node(self, anchor: Any) -> Any:
        node = super().compose_mapping_node(anchor)
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    self.duplicates.append((key.value, key.start_mark.line))
                seen.add(key.value)
        return node

    def _refuse(self, problem: str) -> None:
        raise YamlLimitError(problem=problem, problem_mark=self.peek_event().start_mark)  # type: ignore[attr-defined]


class _Constructor(SafeConstructor):
    """Plain values only. A scalar that looks like a number or a date but is none stays the text it is."""

    def construct_true_or_false(self, node: Any) -> bool:
        return str(self.construct_scalar(node)).lower() == "true"

    def construct_whole_number(self, node: Any) -> int | str:
        text = str(self.construct_scalar(node))
        try:
            return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
        except ValueError:
            return text

    def construct_plain_float(self, node: Any) -> float | str:
        text = str(self.construct_scalar(node))
        try:
            return float(text)
        except ValueError:
            return text

    def construct_date(self, node: Any) -> datetime | date | str:
        text = str(self.construct_scalar(node))
        match = _TIMESTAMP.fullmatch(text)
        if match is None:
            return text
        year, month, day, hour, minute, second, fraction, zone, zone_hours, zone_minutes = match.groups()
        iso = f"{year}-{month:0>2}-{day:0>2}"
        if hour:
            iso += f"T{hour:0>2}:{minute}:{second}.{(fraction or '0')[:6]:0<6}"
        if zone:
            iso += "Z" if zone == "Z" else f"{zone[0]}{zone_hours:0>2}:{zone_minutes or '00'}"
        try:
            return datetime.fromisoformat(iso) if hour else date.fromisoformat(iso)
        except ValueError:  # no such day
            return text


for _tag, _construct in (
    ("bool", _Constructor.construct_true_or_false),
    ("int", _Constructor.construct_whole_number),
    ("float", _Constructor.construct_plain_float),
    ("timestamp", _Constructor.construct_date),
):
    _Constructor.add_constructor(f"tag:yaml.org,2002:{_tag}", _construct)  # type: ignore[type-var]


class _PythonLoader(Reader, Scanner, Parser, _LimitedComposer, _Constructor, _Resolver):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        _prepare(self)


def _prepare(loader: Any) -> None:
    Composer.__init__(loader)
    _Constructor.__init__(loader)
    _Resolver.__init__(loader)
    loader.duplicates = []


def _c_loader() -> Callable[[str], Any] | None:
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined] # there only when PyYAML was built with libyaml
    except ImportError:
        return None

    # The composer comes first: CParser brings one of its own, which recurses in C without a limit.
    class CLoader(_LimitedComposer, CParser, _Constructor, _Resolver):
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)
            _prepare(self)

    return CLoader


_c_parser: Callable[[str], Any] | None = _c_loader()


def load_yaml(text: str) -> tuple[object, list[tuple[str, int]]]:
    """(value, keys given twice with their lines from 0).

    What libyaml refuses, Python's parser decides upon, and words: a site is told the same on every machine.

    Raises:
        YamlLimitError: an alias, or too deep or too many values.
        yaml.YAMLError: not YAML, or a tag that stands for an object.
    """
    if _c_parser is not None:
        try:
            return _load(_c_parser(text))
        except YamlLimitError:
            raise
        except yaml.YAMLError:
            pass
    return _load(_PythonLoader(text))


def _load(loader: Any) -> tuple[object, list[tuple[str, int]]]:
    try:
        return loader.get_single_data(), loader.duplicates
    finally:
        loader.dispose()
