"""A first inkdex.toml: every setting with its default and what it means, and what was found out about the folder."""

from __future__ import annotations

import ast
import inspect
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from shared.config import SiteConfig, SiteSection
from shared.domain.content.layouts import detect_layout, make_layout
from shared.usecases.plan_build import read_config_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shared.ports import SourceReader

__all__ = ["DetectedSite", "Setting", "Table", "describe_settings", "detect_site", "render_config"]


@dataclass(frozen=True, slots=True)
class DetectedSite:
    """What a folder seems to be. `pages` counts its Markdown pages, `evidence` says why this layout."""

    name: str
    layout: str
    root: str
    evidence: str
    pages: int


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `default` None is one that is better left unset."""

    name: str
    default: Any
    explanation: str
    """Empty where the table's own says it all."""


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table and its settings, in the order of shared/config.py."""

    name: str
    explanation: str
    settings: tuple[Setting, ...]


async def detect_site(source: SourceReader, folder_name: str) -> DetectedSite:
    """Look at the files' names and the site generator's configuration."""
    files = await source.list_files()
    paths = [file.path for file in files]
    texts = await read_config_texts(files, source)
    found = detect_layout(paths, texts.get)
    layout = make_layout(found.name, found.root, config_texts=texts, base_url="/", language="en", paths=paths)
    pages = sum(layout.is_page(path) for path in paths)
    return DetectedSite(_site_name(folder_name), found.name, found.root, found.evidence, pages)


def _site_name(folder_name: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", folder_name.lower()).strip("-")[:63].strip("-")
    return name or SiteSection().name


def describe_settings() -> list[Table]:
    """All settings as shared/config.py explains them, in the docstrings that follow its fields."""
    return _tables(SiteConfig, "")


def _tables(model: type[BaseModel], prefix: str) -> list[Table]:
    explanations = _field_docstrings(model)
    settings: list[Setting] = []
    inner: list[Table] = []
    for name, field in model.model_fields.items():
        if isinstance(field.default, BaseModel):
            inner += _tables(type(field.default), f"{prefix}{name}.")
        else:
            explanation = explanations.get(name, "") + _choices(field.annotation)
            settings.append(Setting(name, field.default, explanation))
    if not settings:
        return inner
    summary = (inspect.getdoc(model) or "").partition(": ")[2]
    return [Table(prefix.rstrip("."), summary[:1].upper() + summary[1:], tuple(settings)), *inner]


def _choices(annotation: object) -> str:
    """The values of a setting that takes one of many; few are told by its explanation."""
    values = get_args(annotation) if get_origin(annotation) is Literal else ()
    return f" One of {', '.join(values)}." if len(values) > 3 else ""


def _field_docstrings(model: type[BaseModel]) -> dict[str, str]:
    (definition,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(definition, ast.ClassDef)
    found = {}
    for field, after in zip(definition.body, definition.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(after, ast.Expr):
            found[field.target.id] = " ".join(str(ast.literal_eval(after.value)).split())
    return found


def render_config(detected: DetectedSite) -> str:
    """The text of an inkdex.toml: what was detected is set, every other setting is a comment that shows its default."""
    chosen: dict[str, dict[str, object]] = {
        "site": {"name": detected.name},
        "content": {"layout": detected.layout, "root": detected.root},
    }
    lines = ["# Settings of Inkdex. A line that begins with # shows a default: remove the # to change it.", ""]
    for table in describe_settings():
        lines += _render_table(table, chosen.get(table.name, {}))
    return "\n".join(lines)


def _render_table(table: Table, chosen: Mapping[str, object]) -> list[str]:
    lines = [f"# {table.explanation}", f"[{table.name}]"]
    for setting in table.settings:
        if setting.explanation:
            lines.append(f"# {setting.explanation}")
        if setting.name in chosen:
            lines.append(f"{setting.name} = {_toml(chosen[setting.name])}")
        else:
            lines.append(f"# {setting.name} =" + ("" if setting.default is None else f" {_toml(setting.default)}"))
        if setting.explanation:
            lines.append("")
    return lines if not lines[-1] else [*lines, ""]


def _toml(value: object) -> str:
    """A value of ours as TOML has it: texts, numbers, switches and lists of texts are written as in JSON."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
