"""Settings of a site: `inkdex.toml`. Every one has a default, so that a folder without the file builds.

Names and meanings are for authors: docs name each of them, and a test holds the two together.
"""

from __future__ import annotations

import tomllib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "CONFIG_NAME",
    "BuildConfig",
    "ContentConfig",
    "EmbedderConfig",
    "FieldWeights",
    "LayoutName",
    "RankingConfig",
    "SiteConfig",
    "SiteSection",
    "load_config",
    "override_config",
]

CONFIG_NAME = "inkdex.toml"

LayoutName = Literal[
    "auto", "plain", "hugo", "jekyll", "astro", "starlight", "docusaurus", "mkdocs", "vitepress", "eleventy"
]


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SiteSection(_Settings):
    """`[site]`: who the site is."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,62}$")] = "site"
    """Names the site's folder among the artifacts."""
    title: str = ""
    """Shown on the search page. Empty: the name."""
    base_url: str = "/"
    """Put before every page's URL: a path such as `/docs/`, or a full address."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$")] = "en"
    """Language of pages that name none."""


class ContentConfig(_Settings):
    """`[content]`: which files are pages, and how to read them."""

    layout: LayoutName = "auto"
    """The site generator whose URL rules hold."""
    root: str | None = None
    """Folder of the pages, relative to the source folder. Unset: as the layout has it."""
    include: tuple[str, ...] = ()
    """Globs of files to take. Empty: every page of the layout."""
    exclude: tuple[str, ...] = ()
    """Globs of files to leave out; wins over `include`."""
    drafts: bool = False
    """Take pages that are marked as drafts."""
    future: bool = False
    """Take pages dated after the commit."""
    max_file_bytes: Annotated[int, Field(ge=1_000, le=50_000_000)] = 2_000_000
    """Larger files are left out with a diagnostic."""

    @field_validator("root")
    @classmethod
    def _inside(cls, value: str | None) -> str | None:
        if value is None:
            return None
        path = PurePosixPath(value)
        if path.is_absolute() or ".." in path.parts:
            raise ValueError("must be a folder inside the source folder")
        return "" if str(path) == "." else str(path)


class FieldWeights(_Settings):
    """`[ranking.weights]`: how much a word counts where it stands, next to 1 in the body."""

    title: Annotated[float, Field(ge=0, le=100)] = 3.0
    headings: Annotated[float, Field(ge=0, le=100)] = 2.0
    body: Annotated[float, Field(ge=0, le=100)] = 1.0
    code: Annotated[float, Field(ge=0, le=100)] = 0.7
    tags: Annotated[float, Field(ge=0, le=100)] = 2.0


class RankingConfig(_Settings):
    """`[ranking]`: BM25F and the fusion of words with meaning."""

    k1: Annotated[float, Field(gt=0, le=10)] = 1.2
    """How soon more occurrences of a word stop counting."""
    b: Annotated[float, Field(ge=0, le=1)] = 0.75
    """How much the length of a section counts against it."""
    weights: FieldWeights = FieldWeights()
    words: Annotated[float, Field(ge=0, le=1)] = 0.75
    """Share of words in the fused score; meaning has the rest."""


class EmbedderConfig(_Settings):
    """`[embedder]`: where the vectors for search by meaning come from."""

    kind: Literal["static", "openai", "none"] = "static"
    """`static`: word vectors that come with Inkdex. `openai`: OpenAI's API or one like it. `none`: words only."""
    model: str = "text-embedding-3-small"
    """Model name for `openai`."""
    dimensions: Annotated[int, Field(ge=32, le=3072)] | None = None
    """Numbers in a vector. Unset: 128 for `static`, 384 for `openai`."""
    base_url: str = "https://api.openai.com/v1"
    """API address for `openai`; an AI Gateway's address works too."""
    timeout_s: Annotated[float, Field(gt=0, le=600)] = 60.0
    """Time-out of one request."""
    max_attempts: Annotated[int, Field(ge=1, le=20)] = 6
    """Tries of one request before the build fails."""

    @property
    def effective_dimensions(self) -> int:
        return self.dimensions or (128 if self.kind == "static" else 384)


class BuildConfig(_Settings):
    """`[build]`: how the build runs."""

    keep_revisions: Annotated[int, Field(ge=1, le=100)] = 5
    """Published revisions kept for roll-back; older ones are removed."""


class SiteConfig(_Settings):
    """The whole of `inkdex.toml`."""

    site: SiteSection = SiteSection()
    content: ContentConfig = ContentConfig()
    ranking: RankingConfig = RankingConfig()
    embedder: EmbedderConfig = EmbedderConfig()
    build: BuildConfig = BuildConfig()


def load_config(text: str, *, source: str = "inkdex.toml") -> SiteConfig:
    """Read settings from TOML.

    Raises:
        ConfigurationError: not TOML, an unknown setting, or a value out of range; the message names each place.
    """
    try:
        return SiteConfig.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{source} is not valid TOML: {error}") from error
    except ValidationError as error:
        raise ConfigurationError(f"{source}: {_tell(error)}") from error


def override_config(config: SiteConfig, overrides: Mapping[str, Mapping[str, object]]) -> SiteConfig:
    """Settings with some of them changed, by section and name; None leaves a setting as it is.

    Raises:
        ConfigurationError: a setting is unknown or out of range.
    """
    fields: dict[str, Any] = config.model_dump(exclude_unset=True)
    for section, values in overrides.items():
        given = {name: value for name, value in values.items() if value is not None}
        if given.get("kind", config.embedder.kind) != config.embedder.kind:
            given["dimensions"] = None  # the file's number was meant for its own embedder
        if given:
            fields[section] = {**fields.get(section, {}), **given}
    try:
        return SiteConfig.model_validate(fields)
    except ValidationError as error:
        raise ConfigurationError(f"an option is out of range: {_tell(error)}") from error


def _tell(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
