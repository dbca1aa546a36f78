"""Put the search component into a folder of artifacts, after a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shared.adapters.local.component_files import publish_component
from shared.adapters.local.web_client import ensure_web_client
from shared.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["add_component"]


def add_component(out: Path, say: Callable[[str], None]) -> None:
    """The artifacts are whole without it, so where it cannot be built, that is said and no failure."""
    try:
        publish_component(ensure_web_client(say), out)
    except ConfigurationError as error:
        say(f"The search component is not in {out}: {error.message}")
