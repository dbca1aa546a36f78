"""A document as an indented outline, in which the cases under tests/cases/markdown are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shared.domain.models import ParsedFile

__all__ = ["write_outline"]


def write_outline(parsed: ParsedFile) -> str:
    """One line a fact: title, then each section with its text, code, links and media, then the diagnostics."""
    lines = []
    document = parsed.document
    if document is None:
        lines.append(f"skipped: {parsed.skipped}")
    else:
        lines.append(f"title: {document.title}")
        for index, section in enumerate(document.sections):
            anchor = f"#{section.anchor}" if section.anchor else "#"
            lines.append(" ".join([f"h{section.level}", anchor, *" > ".join(section.headings).split()]))
            lines += [f"  | {line}" for line in section.body.splitlines()]
            lines += [f"  $ {line}".rstrip() for line in section.code.splitlines()]
            lines += [_link(link) for link in document.links if link.section == index]
            lines += [
                f"  {media.kind}: {media.url} ({media.alt})" for media in document.media if media.section == index
            ]
    lines += [f"{item.severity}: {item.code} on line {item.line}" for item in parsed.diagnostics]
    return "\n".join(lines)


def _link(link: object) -> str:
    target = getattr(link, "target", "")
    resolved, fragment = getattr(link, "resolved", None), getattr(link, "fragment", "")
    leads_to = f" = {resolved}{'#' + fragment if fragment else ''}" if resolved is not None else ""
    return f"  link on line {getattr(link, 'line', None)}: {target}{leads_to} ({getattr(link, 'text', '')})"
