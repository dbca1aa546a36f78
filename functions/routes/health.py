"""`GET /health`: does everything that a build and a visitor need answer, and which versions are these?"""

from __future__ import annotations

import asyncio
import logging
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final, Literal

from pydantic import BaseModel

from functions.endpoints import Endpoint, answer_json
from functions.incoming import deployment_of
from shared.domain.revision import FORMAT
from shared.errors import InkdexError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from functions.deployment import Deployment

__all__ = ["ENDPOINTS", "Check", "Health", "Versions"]

_log = logging.getLogger("inkdex")

_TIMEOUT_S: Final = 5.0
_PROBE: Final = "health"
"""Reserved among the names of sites: its coordinator knows no job, the stores have no such object."""
_PACKAGES: Final = (
    "markdown-it-py",
    "mdit-py-plugins",
    "pydantic",
    "python-frontmatter",
    "snowballstemmer",
    "starlette",
)


class Check(BaseModel):
    """`error`: the kind of failure, without its details."""

    ok: bool
    duration_ms: int
    error: str | None = None


class Versions(BaseModel):
    inkdex: str
    format: int
    python: str
    packages: dict[str, str]


class Health(BaseModel):
    status: Literal["ok", "failing"]
    checks: dict[str, Check]
    versions: Versions


async def _health(request: Request) -> Response:
    deployment = deployment_of(request)
    checks = await _check_all(_probes(deployment))
    good = all(check.ok for check in checks.values())
    answer = Health(status="ok" if good else "failing", checks=checks, versions=_versions())
    return answer_json(answer, 200 if good else 503)


def _probes(deployment: Deployment) -> dict[str, Callable[[], Awaitable[object]]]:
    return {
        "artifacts": lambda: deployment.reader.find(f"{_PROBE}/current.json"),
        "private": lambda: deployment.private.has(_PROBE),
        "cache": lambda: deployment.cache.get(_PROBE),
        "coordinator": lambda: deployment.coordinator(_PROBE).job(_PROBE),
        **deployment.probes,
    }


async def _check_all(probes: Mapping[str, Callable[[], Awaitable[object]]]) -> dict[str, Check]:
    """All at once, with one timer for all: in a Worker each costs as much as a probe."""
    tasks = {name: asyncio.ensure_future(_check(name, probe)) for name, probe in probes.items()}
    _, late = await asyncio.wait(tasks.values(), timeout=_TIMEOUT_S)
    for task in late:
        task.cancel()
    timeout = Check(ok=False, duration_ms=round(_TIMEOUT_S * 1000), error="timeout")
    return {name: timeout if task in late else task.result() for name, task in tasks.items()}


async def _check(name: str, probe: Callable[[], Awaitable[object]]) -> Check:
    loop = asyncio.get_running_loop()
    start = loop.time()
    error = None
    try:
        await probe()
    except Exception as failure:  # noqa: BLE001 - whatever it is, this is where it is told
        error = failure.code if isinstance(failure, InkdexError) else "failed"
        _log.warning("Health: %s failed: %r", name, failure)
    return Check(ok=error is None, duration_ms=round((loop.time() - start) * 1000), error=error)


@cache
def _versions() -> Versions:
    """They are read from files that come with the packages, which takes longer than everything else here."""
    packages = {name: found for name in _PACKAGES if (found := _version(name))}
    return Versions(
        inkdex=_version("inkdex") or "unknown", format=FORMAT, python=platform.python_version(), packages=packages
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


ENDPOINTS = (
    Endpoint("GET", "/health", _health, "Whether everything answers, and versions", answers={200: Health, 503: Health}),
)
