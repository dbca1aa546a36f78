"""The state of a stand-in: what its routes share."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from tests.standins.github_api.accounts import Accounts
from tests.standins.github_api.documents import moment
from tests.standins.github_api.faults import Faults
from tests.standins.github_api.git_commands import write_environment
from tests.standins.github_api.post_receive import write_script
from tests.standins.github_api.push_payloads import RefUpdate, describe_ping, describe_push, list_known_commits
from tests.standins.github_api.rate_limits import RateLimits
from tests.standins.github_api.repositories import Repositories
from tests.standins.github_api.request_log import RequestLog
from tests.standins.github_api.routes_refs import NO_SHA
from tests.standins.github_api.webhooks import Webhooks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import httpx

    from tests.standins.github_api.accounts import Account
    from tests.standins.github_api.repositories import Repository
    from tests.standins.github_api.webhooks import Hook


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
        self.repositories = Repositories(self.root, self.git_environment, self.accounts, hook=write_script(self.root))
        self.webhooks = Webhooks(lambda: self.limits.hook_timeout_s, lambda: self.limits.hook_payload_bytes)

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

    @property
    def default_sender(self) -> Account:
        """Who pushes with the git command line: the bare repositories ask nobody for a name."""
        return self.accounts.find_or_create("octocat")

    def add_hook(self, repository: Repository, url: str, secret: str | None, **settings: Any) -> Hook:
        """Register a hook and ping it; `settings` as the fields of `Hook`."""
        hook = self.webhooks.add(repository.id, url, secret, **settings)
        self.ping(repository, hook)
        return hook

    def ping(self, repository: Repository, hook: Hook) -> None:
        payload = describe_ping(self, repository, self.describe_hook(repository, hook), self.default_sender)
        self.webhooks.enqueue(lambda client: self.webhooks.send(client, hook, "ping", payload))

    def announce_push(self, repository: Repository, updates: Sequence[tuple[str, str, str]], sender: Account) -> None:
        """Tell the repository's hooks of moved refs: (sha before, sha after, ref) each. Payloads are made later."""
        repository.pushed_at = time.time()
        moved = [RefUpdate(*update) for update in updates]
        known = list_known_commits(repository, moved)
        for update in moved:
            self.webhooks.enqueue(partial(self._send_push, repository, update, known, sender))

    def commit_and_announce(
        self,
        repository: Repository,
        files: Mapping[str, bytes | str | None],
        message: str = "Change files",
        **where: Any,
    ) -> str:
        """`Repository.commit_files`, of which the hooks hear as of a push; returns the commit's sha."""
        ref = f"refs/heads/{where.get('branch') or repository.default_branch}"
        before = repository.find_ref(ref)
        sha = repository.commit_files(files, message, **where)
        self.announce_push(repository, [(before[0] if before else NO_SHA, sha, ref)], self.default_sender)
        return sha

    def describe_hook(self, repository: Repository, hook: Hook) -> dict[str, Any]:
        url = f"{self.api_url}/repos/{repository.full_name}/hooks/{hook.id}"
        config = {"content_type": hook.content_type, "insecure_ssl": hook.insecure_ssl, "url": hook.url}
        return {
            "type": "Repository",
            "id": hook.id,
            "name": "web",
            "active": hook.active,
            "events": list(hook.events),
            "config": {**config, "secret": "********"} if hook.secret else config,
            "updated_at": moment(hook.updated_at),
            "created_at": moment(hook.created_at),
            "url": url,
            "test_url": f"{url}/test",
            "ping_url": f"{url}/pings",
            "deliveries_url": f"{url}/deliveries",
            "last_response": dict(hook.last_response),
        }

    def close(self) -> None:
        self.webhooks.close()
        self.repositories.close()

    def _send_push(
        self, repository: Repository, update: RefUpdate, known: Sequence[str], sender: Account, client: httpx.Client
    ) -> None:
        hooks = self.webhooks.find(repository.id)
        payload = describe_push(self, repository, update, known, sender) if hooks else {}
        for hook in hooks:
            self.webhooks.send(client, hook, "push", payload)
