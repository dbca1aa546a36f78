"""Settings of a source folder, with what the command line changes in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from shared.config import SiteConfig, load_config
from shared.errors import ConfigurationError, InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["CONFIG_NAME", "read_config"]

CONFIG_NAME = "inkdex.toml"


def read_config(
    folder: Path, config_file: Path | None = None, overrides: Mapping[str, Mapping[str, object]] | None = None
) -> SiteConfig:
    """The settings of a source folder; the defaults if it has no `inkdex.toml`.

    `overrides`, by section and setting, are what the command line says; None there leaves the file's value.

    Raises:
        InputError: there is no such file.
        ConfigurationError: a setting is unknown or out of range.
    """
    path = config_file or folder / CONFIG_NAME
    if path.is_file():
        config = load_config(path.read_bytes().decode("utf-8", "replace"), source=str(path))
    elif config_file is None:
        config = SiteConfig()
    else:
        raise InputError(f"{config_file} does not exist; `inkdex init` writes a first inkdex.toml")
    return _override(config, overrides or {})


def _override(config: SiteConfig, overrides: Mapping[str, Mapping[str, object]]) -> SiteConfig:
    fields = config.model_dump(exclude_unset=True)
    for section, values in overrides.items():
        given = {name: value for name, value in values.items() if value is not None}
        if given.get("kind", config.embedder.kind) != config.embedder.kind:
            given["dimensions"] = None  # the file's number was meant for its own embedder
        if given:
            fields[section] = {**fields.get(section, {}), **given}
    try:
        return SiteConfig.model_validate(fields)
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        raise ConfigurationError(f"an option is out of range: {problems}") from error
