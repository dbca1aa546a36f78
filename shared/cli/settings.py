"""Settings of a source folder, with what the command line changes in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.config import CONFIG_NAME, SiteConfig, load_config, override_config
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["CONFIG_NAME", "read_config"]


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
    return override_config(config, overrides or {})
