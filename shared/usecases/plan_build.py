"""plan: which files of the source are pages, and by which rules they are read."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256
from typing import TYPE_CHECKING

from shared.domain.content.layouts import CONFIG_FILES, detect_layout, find_root, make_layout
from shared.domain.encoding import to_json
from shared.domain.steps import VERSIONS
from shared.domain.text import TOKENIZER_VERSION
from shared.errors import InputError
from shared.usecases.stages.services import ParseContext, save_context

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shared.config import ContentConfig, LayoutName, SiteConfig
    from shared.domain.models import SourceFile
    from shared.ports import SourceReader
    from shared.usecases.stages.services import StepServices

__all__ = ["BuildPlan", "plan_build", "read_config_texts"]

_MAX_CONFIG_BYTES = 1_000_000
"""A larger file is no configuration of a site."""


@dataclass(frozen=True, slots=True)
class BuildPlan:
    """`pages` in path order; `paths` are all files of the source; `evidence` says why this layout was taken."""

    context: ParseContext
    pages: tuple[SourceFile, ...]
    paths: frozenset[str]
    evidence: str

    @property
    def digest(self) -> str:
        """Names the source, the settings that its pages are read by, and what this version of Inkdex makes of them.

        Equal digests and an equal date mean equal documents, so equal revisions have equal files (but `report.json`).
        """
        files = [[file.path, file.content_id] for file in self.pages]
        return sha256(to_json([VERSIONS, self.context.key, files])).hexdigest()[:32]


async def plan_build(config: SiteConfig, services: StepServices) -> BuildPlan:
    """Detect the layout and choose the pages.

    Raises:
        InputError: there is no page to build.
    """
    files = await services.source.list_files()
    texts = await read_config_texts(files, services.source)
    paths = [file.path for file in files]
    name, root, evidence = _choose_layout(config.content, paths, texts)
    context = ParseContext(
        layout=name,
        root=root,
        config_texts=texts,
        base_url=config.site.base_url,
        language=config.site.language,
        content=config.content,
        weights=config.ranking.weights,
        tokenizer=TOKENIZER_VERSION,
    )
    layout = make_layout(
        name, root, config_texts=texts, base_url=config.site.base_url, language=config.site.language, paths=paths
    )
    pages = tuple(file for file in files if layout.is_page(file.path) and _is_chosen(file.path, config.content))
    if not pages:
        where = f"{root}/" if root else "the folder"
        raise InputError(
            f"no Markdown page in {where} (layout {name}: {evidence}). "
            "Name the folder and the layout under [content] in inkdex.toml; `inkdex init` writes the file",
            code="no-pages",
        )
    await save_context(services.steps, context)
    return BuildPlan(context, pages, frozenset(paths), evidence)


async def read_config_texts(files: Iterable[SourceFile], source: SourceReader) -> dict[str, str]:
    """The site generator's configuration files, by path."""
    wanted = [file for file in files if file.path in CONFIG_FILES and file.size_bytes <= _MAX_CONFIG_BYTES]
    return {file.path: (await source.read(file)).decode("utf-8", "replace") for file in wanted}


def _choose_layout(content: ContentConfig, paths: Sequence[str], texts: dict[str, str]) -> tuple[LayoutName, str, str]:
    if content.layout == "auto":
        found = detect_layout(paths, texts.get)
        root = found.root if content.root is None else content.root
        return found.name, root, found.evidence
    root = find_root(content.layout, paths, texts.get) if content.root is None else content.root
    return content.layout, root, "named in inkdex.toml"


def _is_chosen(path: str, content: ContentConfig) -> bool:
    if content.include and not any(_matches(path, pattern) for pattern in content.include):
        return False
    return not any(_matches(path, pattern) for pattern in content.exclude)


def _matches(path: str, pattern: str) -> bool:
    """`*` matches within and across folders; a pattern that names a folder takes all in it."""
    return fnmatchcase(path, pattern) or path.startswith(pattern.rstrip("/") + "/")
