"""Settings of a Worker on this machine. Secrets that nobody has set are made up, and kept for the next run."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Final

from shared.cli.worker.wrangler import read_config
from shared.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["local_variables"]

_FILE: Final = "secrets.json"
_BYTES: Final = 24


def local_variables(repository: Path, folder: Path, assignments: Sequence[str]) -> dict[str, str]:
    """Those of `assignments`, each `NAME=VALUE`, and all secrets that wrangler.toml requires.

    Raises:
        InputError: an assignment is none.
    """
    given = dict(_parse(text) for text in assignments)
    path = folder / _FILE
    kept: dict[str, str] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    for name in read_config(repository)["secrets"]["required"]:
        kept.setdefault(name, secrets.token_urlsafe(_BYTES))
    folder.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(json.dumps(kept), "utf-8")
    return {**kept, **given}


def _parse(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise InputError(f"--var {text}: write NAME=VALUE")
    return name, value
