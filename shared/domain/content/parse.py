"""One file of a site -> one document, or the reason why there is none. Pure, and safe for any bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.domain.content.cleaning import clean_page
from shared.domain.content.decode import decode_page
from shared.domain.content.diagnostics import ContentCode, diagnose
from shared.domain.content.front_matter import read_front_matter
from shared.domain.content.links import is_data_uri, is_unsafe
from shared.domain.content.mdx import looks_like_mdx
from shared.domain.content.page_reader import read_page
from shared.domain.content.rich_text import squeeze
from shared.domain.content.titles import humanise_file_name, plain_title
from shared.domain.git_objects import is_lfs_pointer
from shared.domain.models import Document, Link, Media, ParsedFile

if TYPE_CHECKING:
    from datetime import datetime

    from shared.config import ContentConfig
    from shared.domain.content.front_matter import FrontMatter
    from shared.domain.content.layout import Layout, Metadata
    from shared.domain.content.sections import Outline
    from shared.domain.models import Diagnostic, SkipReason

__all__ = ["parse_file", "refuse_large_file"]

_LAYOUTS_WITHOUT_MDX = frozenset({"hugo", "jekyll", "mkdocs", "vitepress", "eleventy"})


def parse_file(
    path: str, data: bytes, layout: Layout, settings: ContentConfig, *, default_language: str, as_of: datetime
) -> ParsedFile:
    """Read the page at `path`. What is wrong with it is told in diagnostics; nothing that it holds raises.

    `as_of` is the commit's date, aware: a page dated later is not published yet.
    """
    if refused := refuse_large_file(path, len(data), settings):
        return refused
    if is_lfs_pointer(data):
        found = diagnose(
            path, None, ContentCode.GIT_LFS_POINTER, "The page lies in Git LFS; here is only a pointer to it."
        )
        return ParsedFile(path, None, "broken", (found,))
    text, diagnostics = decode_page(path, data)
    if text is None:
        return ParsedFile(path, None, "broken", tuple(diagnostics))
    front_matter = read_front_matter(path, text)
    metadata, notes = layout.metadata(path, front_matter.values)
    diagnostics += front_matter.diagnostics + notes
    switches_at = _switch_dates(metadata, settings)
    skipped = _reason_to_skip(metadata, settings, as_of)
    if skipped:
        return ParsedFile(path, None, skipped, tuple(diagnostics), switches_at)

    page = _Page(path, layout, layout.url(path, front_matter.values, metadata))
    document = page.read(front_matter, metadata, default_language)
    diagnostics += page.diagnostics
    if not (page.has_title or _has_content(document)):
        diagnostics.append(diagnose(path, None, ContentCode.NO_TEXT, "The page has no text."))
        return ParsedFile(path, None, "no_text", tuple(diagnostics), switches_at)
    return ParsedFile(path, document, None, tuple(diagnostics), switches_at)


def refuse_large_file(path: str, size_bytes: int, settings: ContentConfig) -> ParsedFile | None:
    """What becomes of a file that is too large, so that nobody needs to read it; None if it is not."""
    if size_bytes <= settings.max_file_bytes:
        return None
    what = f"The file has {size_bytes:,} bytes, more than {settings.max_file_bytes:,}."
    return ParsedFile(path, None, "broken", (diagnose(path, None, ContentCode.FILE_TOO_LARGE, what),))


def _reason_to_skip(metadata: Metadata, settings: ContentConfig, as_of: datetime) -> SkipReason | None:
    if metadata.opted_out:
        return "opted_out"
    if metadata.draft and not settings.drafts:
        return "draft"
    if metadata.published and metadata.published > as_of and not settings.future:
        return "future"
    if metadata.expires and metadata.expires <= as_of:
        return "expired"
    return None


def _switch_dates(metadata: Metadata, settings: ContentConfig) -> tuple[datetime, ...]:
    """Dates at which the reason to skip the page changes while its bytes do not."""
    if metadata.opted_out or (metadata.draft and not settings.drafts):
        return ()
    published = None if settings.future else metadata.published
    return tuple(sorted(date for date in (published, metadata.expires) if date))


def _has_content(document: Document) -> bool:
    has_text = any(section.body or section.code or section.headings for section in document.sections)
    return has_text or bool(document.description or document.media)


class _Page:
    """Reads one page's text, and judges the targets in it."""

    def __init__(self, path: str, layout: Layout, url: str) -> None:
        self._path = path
        self._layout = layout
        self._url = url
        self.diagnostics: list[Diagnostic] = []
        self.has_title = False

    def read(self, front_matter: FrontMatter, metadata: Metadata, default_language: str) -> Document:
        outline = self._read_outline(front_matter, plain_title(metadata.title))
        self.has_title = bool(outline.title)
        return Document(
            path=self._path,
            url=self._url,
            title=outline.title or humanise_file_name(self._path),
            sections=outline.sections,
            description=squeeze(metadata.description),
            language=metadata.language or default_language,
            published=metadata.published,
            updated=metadata.updated,
            tags=metadata.tags,
            categories=metadata.categories,
            authors=metadata.authors,
            aliases=metadata.aliases,
            weight=metadata.weight,
            image=self._safe(metadata.image, 1) if metadata.image else None,
            front_matter=front_matter.values,
            links=self._links(outline),
            media=self._media(outline),
        )

    def _read_outline(self, front_matter: FrontMatter, title: str) -> Outline:
        body, first_line = front_matter.body, front_matter.body_line
        may_be_mdx = self._layout.name not in _LAYOUTS_WITHOUT_MDX
        is_mdx = self._path.endswith(".mdx") or (may_be_mdx and looks_like_mdx(body))
        cleaned, unclosed = clean_page(body, is_mdx=is_mdx)
        for offset in unclosed[:1]:
            line = first_line + body.count("\n", 0, offset)
            what = f"The tag {body[offset : offset + 20].splitlines()[0]!r} is never closed."
            self.diagnostics.append(diagnose(self._path, line, ContentCode.UNCLOSED_TAG, what))
        outline, problems = read_page(
            cleaned, title=title, slug=self._layout.new_slugger(), first_line=first_line, is_mdx=is_mdx
        )
        seen = set()
        for line, code, what in problems:
            if code not in seen:  # one of a kind tells enough; a hostile page has thousands
                self.diagnostics.append(diagnose(self._path, line, code, what))
            seen.add(code)
        return outline

    def _links(self, outline: Outline) -> tuple[Link, ...]:
        links = []
        for section, found in outline.links:
            target = self._safe(found.target, found.line)
            if target:
                url, fragment = self._layout.resolve_link(self._path, self._url, target) or (None, "")
                links.append(Link(target, found.text, section, found.line, url, fragment))
        return tuple(links)

    def _media(self, outline: Outline) -> tuple[Media, ...]:
        media = []
        for section, found in outline.media:
            if is_data_uri(found.url):
                continue
            target = self._safe(found.url, found.line)
            if target:
                resolved = self._layout.resolve_link(self._path, self._url, target)
                url = resolved[0] if resolved else target
                media.append(Media(url, found.alt, squeeze(found.title), section, found.kind))
        return tuple(media)

    def _safe(self, target: str, line: int) -> str | None:
        if not is_unsafe(target):
            return target
        what = f"The link target {target[:60]!r} is not safe to publish."
        self.diagnostics.append(diagnose(self._path, line, ContentCode.UNSAFE_LINK, what))
        return None
