"""Puts what one instance of the Worker needs into a folder of its own: modules, packages, settings, configuration."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from shared.adapters.local.web_client import ensure_web_client
from shared.cli.worker.folders import find_repository
from shared.cli.worker.npm import ensure_npm_packages
from shared.cli.worker.pyodide_bundle import ensure_pyodide_bundle
from shared.cli.worker.snapshots import digest_of
from shared.cli.worker.staging import stage
from shared.cli.worker.vendor import ensure_vendored
from shared.cli.worker.wrangler import (
    installed_version,
    make_local,
    placed_config,
    write_config,
    write_variables,
    write_workerd,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

__all__ = ["WORKERD", "Parts", "Placed", "finish", "place"]

WORKERD: Final = "workerd"
"""The program that wrangler is told to start."""

_APP: Final = "app"


@dataclass(frozen=True, slots=True)
class Parts:
    """What a Worker is made of; `WorkerServer` explains each."""

    main: str
    packages: Sequence[str]
    files: Mapping[str, str]
    variables: Mapping[str, str]
    env_file: Path | None
    reload: bool
    queues: Mapping[str, Mapping[str, object]]


class Placed(NamedTuple):
    """`bundle`: the folder of the Python runtime. `digest` names the snapshot of exactly these files."""

    config: dict[str, Any]
    bundle: Path
    digest: str


def place(folder: Path, parts: Parts, say: Callable[[str], None]) -> Placed:
    """Everything but what depends on a snapshot. What is missing on this machine is fetched and made."""
    repository = find_repository()
    folder.mkdir(parents=True, exist_ok=True)
    modules = ensure_npm_packages(repository, say)
    ensure_web_client(say)
    bundle = ensure_pyodide_bundle(modules / "pyodide", say)
    vendored = ensure_vendored(repository, say)
    packages = folder / "python_modules"
    packages.unlink(missing_ok=True)
    packages.symlink_to(vendored)
    write_variables(folder, parts.variables, parts.env_file)
    stage(repository, folder / _APP, parts.packages, parts.files)
    config = placed_config(repository, main=f"{_APP}/{parts.main}", base=_APP)
    make_local(config, parts.queues)
    digest = digest_of(folder / _APP, config, (bundle.name, vendored.name, installed_version(modules, "workerd")))
    if parts.reload:
        config["build"] = _build(folder, parts.packages)
    return Placed(config, bundle, digest)


def finish(folder: Path, placed: Placed, options: Sequence[str]) -> None:
    """The rest. `options` are for workerd."""
    bundle = f"--pyodide-bundle-disk-cache-dir={placed.bundle}"
    write_config(folder, placed.config)
    write_workerd(folder / WORKERD, find_repository() / "node_modules", [bundle, *options])


def _build(folder: Path, packages: Sequence[str]) -> dict[str, Any]:
    """wrangler's hook: stage anew whatever changes."""
    repository = find_repository()
    command = [sys.executable, "-m", "shared.cli.worker.staging", os.fspath(folder / _APP), *packages]
    # wrangler joins these to the folder of its configuration, even if they are absolute.
    watched = [os.path.relpath(repository / package, folder) for package in packages]
    return {"command": shlex.join(command), "cwd": os.fspath(repository), "watch_dir": watched}
