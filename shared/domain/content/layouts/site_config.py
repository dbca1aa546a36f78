"""Reading generators' own configuration: data files safely, programs by a careful look at their text."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["JsConfig", "as_table", "as_text", "as_texts", "lookup", "read_data", "read_texts"]

MAX_CONFIG_CHARS = 500_000
MAX_YAML_ALIASES = 200
"""A configuration has a handful. Aliases of aliases are how a small YAML file becomes a large one."""


class _ConfigLoader(yaml.SafeLoader):
    """Plain data only. Tags that would run code (`!!python/name:`, `!ENV`) become None instead of an error."""

    _aliases = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            self._aliases += 1
            if self._aliases > MAX_YAML_ALIASES:
                raise yaml.YAMLError("too many aliases")
        return super().compose_node(parent, index)


def _ignore_tag(_loader: yaml.Loader, _suffix: str, _node: yaml.Node) -> None:
    return None


_ConfigLoader.add_multi_constructor("!", _ignore_tag)
_ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/", _ignore_tag)


def read_data(path: str, text: str) -> dict[str, Any]:
    """A TOML, YAML or JSON file's table, by its suffix; an empty one if it is broken, since defaults then serve."""
    if len(text) > MAX_CONFIG_CHARS:
        return {}
    try:
        if path.endswith(".toml"):
            return tomllib.loads(text)
        data = json.loads(text) if path.endswith(".json") else yaml.load(text, Loader=_ConfigLoader)  # noqa: S506
    except (ValueError, yaml.YAMLError, RecursionError, TypeError, AttributeError, OverflowError):
        # PyYAML raises the last three on hostile keys, time stamps and tags.
        return {}
    return as_table(data)


def as_table(value: object) -> dict[str, Any]:
    """`value` if it is a table, else an empty one."""
    return {str(key): item for key, item in value.items()} if isinstance(value, dict) else {}


def lookup(table: dict[str, Any], dotted_key: str) -> Any:
    """The value at `a.b.c` without regard to case, as Hugo reads its settings; None if it is not there."""
    value: Any = table
    for key in dotted_key.lower().split("."):
        value = next((item for name, item in as_table(value).items() if name.lower() == key), None)
    return value


def as_text(value: object) -> str:
    """`value` if it is a string, else ""."""
    return value if isinstance(value, str) else ""


def as_texts(value: object) -> list[str]:
    """The strings of a list, or of a lone string."""
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def read_texts(text: str) -> list[str]:
    """The strings of a JSON file that is a list; none if it is anything else."""
    try:
        return as_texts(json.loads(text[:MAX_CONFIG_CHARS]))
    except (ValueError, RecursionError):
        return []


class JsConfig:
    """A JavaScript or TypeScript configuration, never executed. Finds `key: literal` pairs and nothing cleverer."""

    def __init__(self, text: str) -> None:
        self._text = _without_comments(text[:MAX_CONFIG_CHARS])

    def text(self, key: str) -> str:
        """The string literal at the first `key:`; "" if there is none or it is computed."""
        for rest in self._values(key):
            found = re.match(r"(['\"`])([^'\"`\n$]{0,500})\1", rest)
            return found[2] if found else ""
        return ""

    def flag(self, key: str) -> bool | None:
        """`true` or `false` at the first `key:`."""
        for rest in self._values(key):
            found = re.match(r"(true|false)\b", rest)
            return found[1] == "true" if found else None
        return None

    def texts(self, key: str) -> list[str]:
        """The string literals of the array at the first `key:`."""
        for rest in self._values(key):
            found = re.match(r"\[([^\[\]]{0,5000})\]", rest)
            return re.findall(r"['\"`]([^'\"`\n]+)['\"`]", found[1]) if found else []
        return []

    def table(self, key: str) -> JsConfig:
        """The braces after the first `key:`, as a configuration of its own; empty if there are none."""
        for rest in self._values(key, max_chars=MAX_CONFIG_CHARS):
            if rest.startswith("{"):
                return JsConfig(_balanced(rest)[1:-1])
        return JsConfig("")

    def keys(self) -> list[str]:
        """Names at the top level of the braces."""
        flat = self._text
        for _ in range(20):  # blank out nested braces from the inside
            flat, count = re.subn(r"\{[^{}]*\}|\[[^\[\]{}]*\]", "0", flat)
            if not count:
                break
        return [found[1] for found in re.finditer(r"(?:^|,)\s*['\"]?([\w-]+)['\"]?\s*:", flat)]

    def __contains__(self, text: str) -> bool:
        return text in self._text

    def _values(self, key: str, max_chars: int = 6_000) -> Iterator[str]:
        for found in re.finditer(rf"(?:^|[{{,(\s])['\"]?{re.escape(key)}['\"]?\s*:\s*", self._text):
            yield self._text[found.end() : found.end() + max_chars]


def _without_comments(text: str) -> str:
    """Drop `/* */` and `//` comments; `//` counts only after white space, so that addresses in strings survive."""
    kept: list[str] = []
    position = 0
    # A glob such as `docs/**/*.md` holds `/*` too; a comment does not start right after a word, a star or a quote.
    for found in re.finditer(r"(?<![\w*'\"])/\*", text):
        if found.start() < position:
            continue
        end = text.find("*/", found.end())
        if end < 0:
            break
        kept.append(text[position : found.start()])
        position = end + 2
    return re.sub(r"(?m)(^|\s)//.*$", r"\1", " ".join([*kept, text[position:]]))


def _balanced(text: str) -> str:
    depth = 0
    for position, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return text[: position + 1]
    return "{}"
