"""Documents as JSON between the stages of a build. Not an artifact: both ends are the same version of Inkdex."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.domain.encoding import from_json, to_json
from shared.domain.models import Diagnostic, Document, Link, Media, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["decode_diagnostics", "decode_documents", "encode_diagnostics", "encode_documents"]

_DOCUMENT_FIELDS = tuple(field.name for field in fields(Document))
_SECTION_FIELDS = tuple(field.name for field in fields(Section))
_LINK_FIELDS = tuple(field.name for field in fields(Link))
_DIAGNOSTIC_FIELDS = tuple(field.name for field in fields(Diagnostic))
_MEDIA_FIELDS = tuple(field.name for field in fields(Media))


def encode_documents(documents: Iterable[Document]) -> bytes:
    return to_json([_row(document) for document in documents])


def _row(document: Document) -> list[Any]:
    return [_plain(getattr(document, name)) for name in _DOCUMENT_FIELDS]


def _plain(value: object) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Section):
        return [_plain(getattr(value, name)) for name in _SECTION_FIELDS]
    if isinstance(value, Link):
        return [getattr(value, name) for name in _LINK_FIELDS]
    if isinstance(value, Media):
        return [getattr(value, name) for name in _MEDIA_FIELDS]
    return value


def decode_documents(data: bytes) -> list[Document]:
    return [_document(dict(zip(_DOCUMENT_FIELDS, row, strict=True))) for row in from_json(data)]


def _document(values: dict[str, Any]) -> Document:
    for name in ("tags", "categories", "authors", "aliases"):
        values[name] = tuple(values[name])
    for name in ("published", "updated"):
        values[name] = datetime.fromisoformat(values[name]) if values[name] else None
    values["sections"] = tuple(
        Section(anchor, level, tuple(headings), body, code)
        for anchor, level, headings, body, code in values["sections"]
    )
    values["links"] = tuple(Link(*row) for row in values["links"])
    values["media"] = tuple(Media(*row) for row in values["media"])
    return Document(**values)


def encode_diagnostics(diagnostics: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    return [{name: getattr(diagnostic, name) for name in _DIAGNOSTIC_FIELDS} for diagnostic in diagnostics]


def decode_diagnostics(rows: Iterable[dict[str, Any]]) -> list[Diagnostic]:
    return [Diagnostic(**row) for row in rows]
