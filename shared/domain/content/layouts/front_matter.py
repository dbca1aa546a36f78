"""Typed access to front matter, which anyone may have written: wrong values are reported and passed over."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from shared.domain.content.layouts.dates import parse_date
from shared.domain.content.layouts.urls import parse_target
from shared.domain.models import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from shared.domain.models import JsonValue

__all__ = ["FrontMatterReader"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,4}")
_NAME_KEYS = ("name", "label", "title", "value")
_IMAGE_KEYS = ("image", "src", "url", "path", "file", "relative_url", "light", "dark")


class FrontMatterReader:
    """Looks keys up without regard to case, `a.b` inside `a`, and collects a diagnostic for each value it cannot use.

    Every method takes keys in order of precedence and answers with the first that has a usable value.
    """

    def __init__(self, path: str, front_matter: Mapping[str, JsonValue]) -> None:
        self._path = path
        self._values = _lower_keys(front_matter)
        self._reported: set[str] = set()
        self.diagnostics: list[Diagnostic] = []

    def value(self, key: str) -> JsonValue:
        """What stands under `key`, of whatever type; None if nothing does."""
        value: JsonValue = self._values.get(key)
        if value is None and "." in key:
            outer, _, inner = key.partition(".")
            nested = self._values.get(outer)
            value = _lower_keys(nested).get(inner) if isinstance(nested, dict) else None
        return value

    def text(self, *keys: str) -> str:
        """One line of text; `false` counts as nothing, numbers as their digits."""
        for key in keys:
            value = self.value(key)
            if value is None or value is False:
                continue
            text = _one_line(value)
            if text is None:
                self._report(key, "text", "Write it as one line of text, in quotes if need be.")
            elif text:
                return text
        return ""

    def texts(self, *keys: str, separator: str | None = None) -> tuple[str, ...]:
        """A list's texts without repeats. A lone string is split at `separator` (" " stands for any white space)."""
        for key in keys:
            value = self.value(key)
            if value is None or value is False:
                continue
            items = (
                _split(value, separator) if isinstance(value, str) else value if isinstance(value, list) else [value]
            )
            texts = [_name(item) for item in items if item is not None]
            if None in texts:
                self._report(key, "a list of texts", "Write it as a list, one text an entry.")
            found = tuple(dict.fromkeys(text for text in texts if text))
            if found:
                return found
        return ()

    def date(self, *keys: str) -> datetime | None:
        """A moment in UTC. Booleans are passed over: `lastUpdated: false` and `published: true` are switches."""
        for key in keys:
            value = self.value(key)
            if value is None or isinstance(value, bool) or value == "":
                continue
            found = parse_date(value) if isinstance(value, str) else None
            if found is not None:
                return found
            self._add(key, "bad-date", f"`{key}` is not a date. Write it as 2024-12-31 or 2024-12-31T23:59:00Z.")
        return None

    def number(self, *keys: str) -> float | None:
        """A finite number, also when written as a string."""
        for key in keys:
            value = self.value(key)
            if value is None or isinstance(value, bool) or value == "":
                continue
            try:
                number = float(value) if isinstance(value, int | float | str) else math.nan
            except (ValueError, OverflowError):
                number = math.nan
            if math.isfinite(number):
                return number
            self._report(key, "a number", "Write it without quotes or units.")
        return None

    def flag(self, *keys: str) -> bool | None:
        """A switch; None if no key is there."""
        for key in keys:
            value = self.value(key)
            if isinstance(value, bool):
                return value
            if isinstance(value, str) and value.strip().lower() in ("true", "false", "yes", "no"):
                return value.strip().lower() in ("true", "yes")
            if value is not None:
                self._report(key, "true or false", "Write `true` or `false` without quotes.")
        return None

    def language(self, *keys: str) -> str:
        """A language tag such as `en` or `pt-BR`."""
        for key in keys:
            if text := self.text(key):
                if _LANGUAGE.fullmatch(text):
                    return text.replace("_", "-")
                self._report(key, "a language tag", "Write it as `en` or `pt-BR`.")
        return ""

    def image(self, *keys: str) -> str:
        """An image's address as written: a string, the first of a list, or a table's `src` or the like."""
        for key in keys:
            value = self.value(key)
            if isinstance(value, list):
                value = value[0] if value else None
            if isinstance(value, dict):
                table = _lower_keys(value)
                value = next((table[name] for name in _IMAGE_KEYS if isinstance(table.get(name), str)), None)
            if isinstance(value, str):
                if text := _one_line(value):
                    return text
            elif value is not None and not isinstance(value, bool):
                self._report(key, "an image's address", "Write the path or the address of one image.")
        return ""

    def site_address(self, *keys: str) -> str:
        """A path on this site (`/guide/`, `my-page`); an address with a scheme or a host is refused."""
        for key in keys:
            text = self.text(key)
            if not text:
                continue
            target = parse_target(text)
            if target is not None and target.path:
                return target.path
            self._report(key, "an address on this site", "Write a path such as /guide/start/.")
        return ""

    def _report(self, key: str, wanted: str, remedy: str) -> None:
        self._add(key, "bad-front-matter-value", f"`{key}` is not {wanted}. {remedy}")

    def _add(self, key: str, code: str, message: str) -> None:
        if key not in self._reported:
            self._reported.add(key)
            self.diagnostics.append(Diagnostic(self._path, None, code, message))


def _lower_keys(table: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Keys in lower case; of two that differ in case only, the first wins."""
    lowered: dict[str, JsonValue] = {}
    for key, value in table.items():
        lowered.setdefault(str(key).lower(), value)
    return lowered


def _one_line(value: JsonValue) -> str | None:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if not isinstance(value, int) or abs(value) < 10**18 else None
    return None


def _name(value: JsonValue) -> str | None:
    """An entry's text; of a table (an author, a Docusaurus tag) its name."""
    if isinstance(value, dict):
        table = _lower_keys(value)
        value = next((table[key] for key in _NAME_KEYS if isinstance(table.get(key), str)), None)
    return _one_line(value)


def _split(text: str, separator: str | None) -> list[JsonValue]:
    if separator is None:
        return [text]
    return [*(text.split() if separator == " " else (part.strip() for part in text.split(separator)))]
