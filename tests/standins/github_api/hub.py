"""The state of a stand-in: what its routes share."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.standins.github_api.accounts import Accounts
from tests.standins.github_api.faults import Faults
from tests.standins.github_api.git_commands import write_environment
from tests.standins.github_api.rate_limits import RateLimits
from tests.standins.github_api.repositories import Repositories
from tests.standins.github_api.request_log import RequestLog

if TYPE_CHECKING:
    from pathlib import Path

    from tests.standins.github_api.accounts import Account
    from tests.standins.github_api.repositories import Repository


@dataclass
class Limits:
    """GitHub's documented limits, which tests may lower."""

    tree_entries: int = 100_000
    tree_bytes: int = 7_000_000
    blob_bytes: int = 100_000_000
    content_bytes: int = 1_000_000
    directory_entries: int = 1_000
    compare_files: int = 300
    archive_link_s: float = 300.0
    hook_timeout_s: float = 10.0
    hook_payload_bytes: int = 25_000_000


@dataclass
class Hub:
    """`api_url` and `archive_url` have no slash at their end; they name the same server by different host names."""

    root: Path
    api_url: str
    archive_url: str
    limits: Limits = field(default_factory=Limits)
    log: RequestLog = field(default_factory=RequestLog)
    faults: Faults = field(default_factory=Faults)
    rates: RateLimits = field(default_factory=RateLimits)
    accounts: Accounts = field(default_factory=Accounts)
    archive_key: bytes = field(default_factory=lambda: secrets.token_bytes(16))

    def __post_init__(self) -> None:
        self.root = self.root.resolve()
        self.root.mkdir(parents=True, exist_ok=True)
        self.git_environment = write_environment(self.root)
        self.repositories = Repositories(self.root, self.git_environment, self.accounts, hook="#!/bin/sh\nexit 0\n")

    @property
    def html_url(self) -> str:
        """Stands for github.com, which nothing of this serves: pages are named, as in GitHub's answers, and no more."""
        return f"{self.api_url}/html"

    def forget_scripts(self) -> None:
        """Drop the log, faults, used requests and lowered limits; repositories, tokens and hooks stay."""
        self.log.clear()
        self.faults.clear()
        self.rates.reset()
        self.limits = Limits()

    def announce_push(self, repository: Repository, updates: list[tuple[str, str, str]], sender: Account) -> None:
        """Tell the repository's hooks of moved refs: (sha before, sha after, ref) each."""
        repository.pushed_at = time.time()

    def close(self) -> None:
        self.repositories.close()
