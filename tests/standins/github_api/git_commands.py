"""Runs the git command line in an environment of its own: no setting of the machine has a part in it."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_BRANCH = "main"
_CONFIGURATION = f"""\
[init]
    defaultBranch = {DEFAULT_BRANCH}
[user]
    name = Octo Cat
    email = 583231+octocat@users.noreply.example.com
[safe]
    directory = *
[gc]
    auto = 0
[maintenance]
    auto = false
[core]
    quotePath = false
    autocrlf = false
    fsync = none
[commit]
    gpgSign = false
[tag]
    gpgSign = false
[push]
    default = current
[protocol "file"]
    allow = always
"""


class GitError(Exception):
    """A git command failed. The message is what it wrote to its standard error."""


def write_environment(root: Path) -> dict[str, str]:
    """Write a git configuration into `root`; returns the environment in which it is the only one."""
    configuration = root / "gitconfig"
    configuration.write_text(_CONFIGURATION, "utf-8")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {
        **inherited,
        "GIT_CONFIG_GLOBAL": str(configuration),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "HOME": str(root),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def run_git(directory: Path, environment: dict[str, str], *arguments: str, given: bytes = b"") -> bytes:
    """The standard output of `git *arguments` in `directory`.

    Raises:
        GitError: git left with another code than 0.
    """
    done = subprocess.run(
        ["git", *arguments],
        cwd=directory,
        env=environment,
        input=given,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
