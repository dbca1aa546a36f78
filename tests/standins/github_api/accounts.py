"""Users, organisations and their tokens, and who may see which repository."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tests.standins.github_api.repositories import Repository

TOKEN = "stand-in-token-of-octocat"
"""The token of the user `octocat`, who may read and write every repository of the stand-in."""

AccountKind = Literal["User", "Organization"]


@dataclass(frozen=True)
class Account:
    login: str
    id: int
    kind: AccountKind

    @property
    def email(self) -> str:
        return f"{self.id}+{self.login}@users.noreply.example.com"


@dataclass(frozen=True)
class Token:
    """`repositories`: full names that a private repository must be among to be seen; None means all of the stand-in."""

    value: str
    account: Account
    can_write: bool = True
    repositories: frozenset[str] | None = None

    def sees(self, repository: Repository) -> bool:
        if not repository.private or repository.owner == self.account:
            return True
        return self.repositories is None or repository.full_name.lower() in self.repositories


@dataclass
class Accounts:
    """All accounts and tokens. Logins are found without regard to case, as GitHub's."""

    _accounts: dict[str, Account] = field(default_factory=dict)
    _tokens: dict[str, Token] = field(default_factory=dict)
    _ids: count[int] = field(default_factory=lambda: count(583231))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.create_token(TOKEN, "octocat")

    def find(self, login: str) -> Account | None:
        return self._accounts.get(login.lower())

    def find_by_email(self, email: str) -> Account | None:
        """The account whose address that is; None for the addresses of everybody else."""
        login = email.partition("@")[0].partition("+")[2]
        account = self.find(login) if login else None
        return account if account and account.email == email else None

    def find_or_create(self, login: str, kind: AccountKind = "User") -> Account:
        with self._lock:
            known = self._accounts.get(login.lower())
            return known or self._accounts.setdefault(login.lower(), Account(login, next(self._ids), kind))

    def create_token(
        self, value: str, login: str, *, can_write: bool = True, repositories: list[str] | None = None
    ) -> Token:
        """Make `value` a token of `login`. `repositories`: the only private ones that it opens beside its own."""
        seen = None if repositories is None else frozenset(name.lower() for name in repositories)
        self._tokens[value] = Token(value, self.find_or_create(login), can_write, seen)
        return self._tokens[value]

    def find_token(self, value: str) -> Token | None:
        return self._tokens.get(value)
