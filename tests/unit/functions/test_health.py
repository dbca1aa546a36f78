"""`GET /health` tries what a deployment stands on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx

from functions.app import make_app
from shared.errors import Unavailable
from tests.unit.functions.service import ADMIN_TOKEN, API_TOKEN, SECRET

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.functions.service import Service


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

    async with open_service() as (_, services):
        deployment = replace(services.deployment(), probes={"queue": fail, "other": crash})
        transport = httpx.ASGITransport(make_app(deployment))
        async with httpx.AsyncClient(transport=transport, base_url="https://inkdex.example.org") as client:
            answer = await client.get("/health")
    assert answer.status_code == 503
    assert answer.json()["status"] == "failing"
    checks = answer.json()["checks"]
    assert {name for name, check in checks.items() if not check["ok"]} == {"queue", "other"}
    assert (checks["queue"]["error"], checks["other"]["error"]) == ("unavailable", "failed")
    assert "hunter2" not in answer.text
