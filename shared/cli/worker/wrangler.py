"""How wrangler is called here, and the configuration for this machine that is derived from wrangler.toml."""

from __future__ import annotations

import json
import os
import shlex
import tomllib
from typing import TYPE_CHECKING, Any, Final

from shared.cli.worker.folders import CACHE
from shared.cli.worker.npm import find_node
from shared.errors import ConfigurationError, InvariantError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = [
    "environment",
    "installed_version",
    "make_local",
    "placed_config",
    "read_config",
    "wrangler_command",
    "write_config",
    "write_variables",
    "write_workerd",
]

_LOCAL_FLAGS: Final = ("python_workers_development", "experimental")
"""With these, workerd takes the Python runtime from a folder. A deployed Worker must not have them."""


def read_config(repository: Path) -> dict[str, Any]:
    """`wrangler.toml`."""
    return tomllib.loads((repository / "wrangler.toml").read_text("utf-8"))


def placed_config(repository: Path, *, main: str, base: str) -> dict[str, Any]:
    """`wrangler.toml` for a configuration file in another folder, in which `base` and `main` lie.

    Files are staged there before wrangler starts, so the build command is left out.
    """
    config = read_config(repository)
    del config["$schema"], config["build"]
    config["main"], config["base_dir"] = main, base
    config["assets"]["directory"] = os.fspath(repository / config["assets"]["directory"])
    return config


def make_local(config: dict[str, Any], queues: Mapping[str, Mapping[str, object]] | None = None) -> None:
    """Change a configuration for a workerd on this machine. `queues`: settings of consumers, by queue, to be changed.

    Raises:
        InvariantError: nobody consumes such a queue.
    """
    config.pop("secrets", None)
    config["compatibility_flags"] += _LOCAL_FLAGS
    consumers = {consumer["queue"]: consumer for consumer in config["queues"]["consumers"]}
    for name, settings in (queues or {}).items():
        if name not in consumers:
            raise InvariantError(f"wrangler.toml has no consumer of {name!r}")
        consumers[name].update(settings)


def write_workerd(path: Path, modules: Path, options: Sequence[str]) -> None:
    """Write a program that starts workerd with options that Miniflare does not pass on."""
    workerd = shlex.quote(os.fspath(_find_workerd(modules)))
    path.write_text(f'#!/bin/sh\ncommand=$1\nshift\nexec {workerd} "$command" {shlex.join(options)} "$@"\n', "utf-8")
    path.chmod(0o755)


def wrangler_command(modules: Path) -> list[str]:
    """The start of a command line. Without wrangler's own launcher, which is one more process to wait for."""
    return [find_node(), "--no-warnings", os.fspath(modules / "wrangler" / "wrangler-dist" / "cli.js")]


def environment(folder: Path, workerd: Path | None = None) -> dict[str, str]:
    """The environment for wrangler: nothing is sent anywhere, and what it writes goes into `folder`."""
    values = {
        **os.environ,
        "CLOUDFLARE_CF_FETCH_ENABLED": "false",
        "FORCE_COLOR": "0",
        "NODE_COMPILE_CACHE": os.fspath(CACHE / "node"),
        "NO_COLOR": "1",
        "WRANGLER_HIDE_BANNER": "true",
        "WRANGLER_LOG_PATH": os.fspath(folder / "wrangler-logs"),
        "WRANGLER_NO_SKILLS_UPDATE_PROMPTS": "true",
        # Instances would find one another, and answer for one another.
        "WRANGLER_REGISTRY_PATH": os.fspath(folder / "registry"),
        "WRANGLER_SEND_METRICS": "false",
        # Two more Workers in the same workerd, which only people look at.
        "X_LOCAL_EXPLORER": "false",
        "X_LOCAL_OBSERVABILITY": "false",
    }
    if workerd is not None:
        values["MINIFLARE_WORKERD_PATH"] = os.fspath(workerd)
    return values


def write_config(folder: Path, config: Mapping[str, Any]) -> None:
    """Write `wrangler.json`."""
    (folder / "wrangler.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")


def write_variables(folder: Path, variables: Mapping[str, str], file: Path | None) -> None:
    """Write `.dev.vars`, which wrangler reads and does not print: those of `file`, and `variables` over them.

    Raises:
        ConfigurationError: a value cannot be written in that format.
    """
    path = folder / ".dev.vars"
    path.touch(mode=0o600)
    given = file.read_text("utf-8").rstrip("\n") + "\n" if file else ""
    path.write_text(given + "".join(f"{name}={_quote(name, value)}\n" for name, value in variables.items()), "utf-8")


def _quote(name: str, value: str) -> str:
    """The value between marks that do not occur in it; only double quotes would change what stands between them."""
    for mark in ("'", "`"):
        if mark not in value:
            return f"{mark}{value}{mark}"
    raise ConfigurationError(f"{name} holds both ' and `, which .dev.vars cannot", setting=name)


def _find_workerd(modules: Path) -> Path:
    """The program for this platform, a package of its own. npm's package `workerd` holds a script that looks for it."""
    found = next(modules.glob("@cloudflare/workerd-*/bin/workerd"), None)
    if found is None:
        raise ConfigurationError("npm has installed no workerd for this platform; remove node_modules and try again")
    return found


def installed_version(modules: Path, package: str) -> str:
    """The version of an npm package that is installed."""
    version: str = json.loads((modules / package / "package.json").read_text("utf-8"))["version"]
    return version
