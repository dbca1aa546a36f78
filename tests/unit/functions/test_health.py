"""`GET /health` tries what a deployment stands on."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx

from functions.app import make_app
from shared.errors import Unavailable
from tests.unit.functions.service import ADMIN_TOKEN, API_TOKEN, SECRET

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import pytest

    from tests.unit.functions.service import Service


async def ask_with(probes: Mapping[str, Callable[[], Awaitable[object]]], open_service: Callable[..., Any]) -> Any:
    """The health of a deployment with these probes of its own."""
    async with open_service() as (_, services):
        deployment = replace(services.deployment(), probes=probes)
        transport = httpx.ASGITransport(make_app(deployment))
        async with httpx.AsyncClient(transport=transport, base_url="https://inkdex.example.org") as client:
            return await client.get("/health")


async def test_a_healthy_deployment_tells_its_versions(service: Service) -> None:
    answer = await service.client.get("/health")
    assert answer.status_code == 200
    health = answer.json()
    assert health["status"] == "ok"
    assert {"artifacts", "private", "cache", "coordinator"} <= set(health["checks"])
    assert all(check["ok"] for check in health["checks"].values())
    assert health["versions"]["format"] == 1
    assert health["versions"]["python"].startswith("3.")
    assert health["versions"]["packages"]["pydantic"]
    for secret in (ADMIN_TOKEN, API_TOKEN, SECRET):
        assert secret not in answer.text


async def test_what_fails_is_named_without_its_details(open_service: Callable[..., Any]) -> None:
    async def fail() -> None:
        raise Unavailable("the password is hunter2")

    async def crash() -> None:
        raise ZeroDivisionError("hunter2")

    answer = await ask_with({"queue": fail, "other": crash}, open_service)
    assert answer.status_code == 503
    assert answer.json()["status"] == "failing"
    checks = answer.json()["checks"]
    assert {name for name, check in checks.items() if not check["ok"]} == {"queue", "other"}
    assert (checks["queue"]["error"], checks["other"]["error"]) == ("unavailable", "failed")
    assert "hunter2" not in answer.text


async def test_what_does_not_answer_is_not_waited_for(
    open_service: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("functions.routes.health._TIMEOUT_S", 0.2)
    ended = asyncio.Event()

    async def hang() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    answer = await ask_with({"queue": hang}, open_service)
    checks = answer.json()["checks"]
    assert checks["queue"] == {"ok": False, "duration_ms": 200, "error": "timeout"}
    assert all(check["ok"] for name, check in checks.items() if name != "queue")
    await asyncio.wait_for(ended.wait(), 5.0)
