"""Diagnostics as JSON: in the records of steps, and in `report.json`."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from shared.domain.models import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["encode_diagnostics"]

_FIELDS = tuple(field.name for field in fields(Diagnostic))


def encode_diagnostics(diagnostics: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    return [{name: getattr(diagnostic, name) for name in _FIELDS} for diagnostic in diagnostics]
