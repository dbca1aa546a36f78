"""The block of keys at the head of a page: YAML between `---`, TOML between `+++`, JSON in `{ }` or between `;;;`.

The formats are python-frontmatter handlers with loaders of our own, which refuse what only an attacker writes.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml
from frontmatter.default_handlers import BaseHandler

from shared.domain.content.diagnostics import ContentCode, diagnose
from shared.domain.content.json_value import DepthError, to_json_object
from shared.domain.content.yaml_loader import YamlLimitError, load_yaml

if TYPE_CHECKING:
    from shared.domain.models import Diagnostic, JsonValue

__all__ = ["FrontMatter", "read_front_matter"]

MAX_FRONT_MATTER_CHARS = 65_536
_MAX_DEPTH = 24


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys, the rest of the page, and the number of the file's line on which that rest begins."""

    values: dict[str, JsonValue]
    body: str
    body_line: int = 1
    diagnostics: list[Diagnostic] = field(default_factory=list)


class _FrontMatterError(Exception):
    """`line` counts from 0 in the front matter's own text."""

    def __init__(self, message: str, line: int = 0, code: ContentCode = ContentCode.BAD_FRONT_MATTER) -> None:
        super().__init__(message)
        self.line = line
        self.code = code


class _Handler(BaseHandler):
    """A format. `split` gives the source between the delimiters and the body; `first_line` is the source's line."""

    opening: re.Pattern[str]
    closing: re.Pattern[str]
    first_line = 2

    def __init__(self) -> None:  # the base class wants one boundary for both ends
        self.duplicates: list[tuple[str, int]] = []

    def detect(self, text: str) -> bool:
        return self.opening.match(text) is not None

    def split(self, text: str) -> tuple[str, str]:
        opening = self.opening.match(text)
        assert opening is not None
        closing = self.closing.search(text, opening.end() - 1)
        if closing is None:
            raise ValueError("unclosed")
        return text[opening.end() : closing.start() + 1], text[closing.end() :]


class _YamlHandler(_Handler):
    opening = re.compile(r"---[ \t]*\n")
    closing = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)")

    def load(self, fm: str) -> object:  # type: ignore[override]
        try:
            value, self.duplicates = load_yaml(fm)
        except yaml.MarkedYAMLError as error:
            code = ContentCode.FRONT_MATTER_LIMIT if isinstance(error, YamlLimitError) else ContentCode.BAD_FRONT_MATTER
            mark = error.problem_mark or error.context_mark
            raise _FrontMatterError(str(error.problem or error.context), mark.line if mark else 0, code) from error
        except yaml.YAMLError as error:  # a character that YAML does not allow
            raise _FrontMatterError(str(error).splitlines()[0]) from error
        return value


class _TomlHandler(_Handler):
    opening = re.compile(r"\+\+\+[ \t]*\n")
    closing = re.compile(r"\n\+\+\+[ \t]*(?:\n|\Z)")

    _strings = re.compile(r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'')
    _long_number = re.compile(r"[0-9_]{400}")
    _long_key = re.compile(r"(?<![\w'\"-])(?:[\w'\"-]++[ \t]*+\.[ \t]*+){16}")

    def load(self, fm: str) -> object:  # type: ignore[override]
        bare = self._strings.sub('""', fm)
        # tomllib recurses into arrays and inline tables; its time grows with the square of a key's parts, and of a
        # number's digits.
        if _bracket_depth(bare) > _MAX_DEPTH or self._long_key.search(bare):
            raise _FrontMatterError(f"more than {_MAX_DEPTH} levels", code=ContentCode.FRONT_MATTER_LIMIT)
        if self._long_number.search(bare):
            raise _FrontMatterError("a number of 400 digits", code=ContentCode.FRONT_MATTER_LIMIT)
        try:
            return tomllib.loads(fm)
        except tomllib.TOMLDecodeError as error:
            place = re.search(r"at line (\d+)", str(error))
            line = int(place[1]) - 1 if place else max(fm.count("\n") - 1, 0)
            raise _FrontMatterError(str(error), line) from error
        except ValueError as error:  # a number with more digits than Python converts
            raise _FrontMatterError(str(error)) from error


class _JsonHandler(_Handler):
    opening = re.compile(r";;;[ \t]*\n")
    closing = re.compile(r"\n;;;[ \t]*(?:\n|\Z)")

    _strings = re.compile(r'"(?:\\.|[^"\\])*"')

    def load(self, fm: str) -> object:  # type: ignore[override]
        if _bracket_depth(self._strings.sub("", fm)) > _MAX_DEPTH:
            raise _FrontMatterError(f"more than {_MAX_DEPTH} levels", code=ContentCode.FRONT_MATTER_LIMIT)
        try:
            return json.loads(fm)
        except json.JSONDecodeError as error:  # whose words differ between versions of Python
            raise _FrontMatterError("it is not JSON", error.lineno - 1) from error
        except ValueError as error:
            raise _FrontMatterError(str(error)) from error


class _BareJsonHandler(_JsonHandler):
    """Hugo's JSON: an object that opens on the first line. It ends with the first line that closes it."""

    opening = re.compile(r"\{[ \t]*(?:\n\s*)?(?=[\"}])")
    first_line = 1

    _tokens = re.compile(r'"(?:\\.|[^"\\])*"|[{}]')

    def split(self, text: str) -> tuple[str, str]:
        depth = 0
        for token in self._tokens.finditer(text, 0, MAX_FRONT_MATTER_CHARS):
            depth += {"{": 1, "}": -1}.get(token[0], 0)
            if depth == 0:
                return text[: token.end()], text[token.end() :].removeprefix("\n")
        raise ValueError("unclosed")


_HANDLERS = (_YamlHandler, _TomlHandler, _JsonHandler, _BareJsonHandler)


def read_front_matter(path: str, text: str) -> FrontMatter:
    """Split the page and read its keys. What cannot be read is a diagnostic, and the page has no keys."""
    handler = next((made for made in (kind() for kind in _HANDLERS) if made.detect(text)), None)
    if handler is None:
        return FrontMatter({}, text)
    try:
        source, body = handler.split(text)
    except ValueError:
        what = "The front matter that opens on line 1 is never closed."
        return FrontMatter({}, text, 1, [diagnose(path, 1, ContentCode.UNCLOSED_FRONT_MATTER, what)])
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    try:
        values = _load_object(handler, source)
    except _FrontMatterError as error:
        line = handler.first_line + error.line
        what = f"The front matter cannot be read: {error} (line {line})."
        return FrontMatter({}, body, body_line, [diagnose(path, line, error.code, what)])
    diagnostics = [
        diagnose(path, handler.first_line + line, ContentCode.DUPLICATE_KEY, f"Front matter has the key {key!r} twice.")
        for key, line in handler.duplicates
    ]
    return FrontMatter(values, body, body_line, diagnostics)


def _load_object(handler: _Handler, source: str) -> dict[str, JsonValue]:
    if len(source) > MAX_FRONT_MATTER_CHARS:
        what = f"longer than {MAX_FRONT_MATTER_CHARS:,} characters"
        raise _FrontMatterError(what, code=ContentCode.FRONT_MATTER_LIMIT)
    value: object = handler.load(source)
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise _FrontMatterError("it is not a list of keys with values")
    try:
        return to_json_object(value)
    except DepthError as error:
        raise _FrontMatterError(str(error), code=ContentCode.FRONT_MATTER_LIMIT) from error


def _bracket_depth(text: str) -> int:
    deepest = depth = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
