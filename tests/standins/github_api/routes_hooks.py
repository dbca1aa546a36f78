"""Hooks of a repository: made, changed, pinged, and their deliveries read and sent again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from starlette.responses import Response

from tests.standins.github_api.calls import REPOSITORY, ApiRoute, Call, not_found, reply, unprocessable
from tests.standins.github_api.documents import moment
from tests.standins.github_api.routes_refs import NO_SHA

if TYPE_CHECKING:
    from tests.standins.github_api.webhooks import Delivery, Hook

_CONTENT_TYPES = {"json", "form"}


def list_hooks(call: Call) -> list[Any]:
    return [describe_hook(call, hook) for hook in call.paginate(call.hub.webhooks.find(call.repository.id))]


def get_hook(call: Call) -> dict[str, Any]:
    return describe_hook(call, _find_hook(call))


def create_hook(call: Call) -> Response:
    config = call.given.get("config")
    url = config.get("url") if isinstance(config, dict) else None
    if not isinstance(url, str) or urlsplit(url).scheme not in {"http", "https"}:
        raise _invalid("url", "Hook must have a valid config[url]")
    assert isinstance(config, dict)
    if call.given.get("name", "web") != "web":
        raise _invalid("name", "name must be web")
    events = call.given.get("events", ["push"])
    known = call.hub.webhooks.find(call.repository.id)
    if any(hook.url == url and set(hook.events) & set(events) for hook in known):
        raise _invalid(None, "Hook already exists on this repository")
    content_type = config.get("content_type", "form")
    hook = call.hub.add_hook(
        call.repository,
        url,
        config.get("secret"),
        events=list(events),
        active=bool(call.given.get("active", True)),
        content_type=content_type if content_type in _CONTENT_TYPES else "form",
        insecure_ssl=str(config.get("insecure_ssl", "0")),
    )
    described = describe_hook(call, hook)
    return reply(described, 201, {"location": described["url"]})


def change_hook(call: Call) -> dict[str, Any]:
    hook, given = _find_hook(call), call.given
    config = given.get("config", {})
    hook.url = config.get("url", hook.url)
    hook.secret = config.get("secret", hook.secret)
    hook.content_type = config.get("content_type", hook.content_type)
    hook.insecure_ssl = str(config.get("insecure_ssl", hook.insecure_ssl))
    hook.active = bool(given.get("active", hook.active))
    added = [event for event in given.get("add_events", []) if event not in hook.events]
    kept = [event for event in given.get("events", hook.events) if event not in given.get("remove_events", [])]
    hook.events = [*kept, *added]
    return describe_hook(call, hook)


def delete_hook(call: Call) -> Response:
    call.hub.webhooks.remove(_find_hook(call))
    return Response(status_code=204)


def ping_hook(call: Call) -> Response:
    call.hub.ping(call.repository, _find_hook(call))
    return Response(status_code=204)


def send_latest_push(call: Call) -> Response:
    """Deliver the latest push again, as GitHub's "test the push hook"."""
    _find_hook(call)
    sha, ref = call.repository.find_commit("HEAD"), f"refs/heads/{call.repository.default_branch}"
    if sha:
        assert call.token
        parent = call.repository.objects.describe(f"{sha}^")
        call.hub.announce_push(call.repository, [(parent[0] if parent else NO_SHA, sha, ref)], call.token.account)
    return Response(status_code=204)


def list_deliveries(call: Call) -> list[Any]:
    """Latest first, and without what was sent and answered."""
    deliveries = call.hub.webhooks.deliveries(_find_hook(call).id)[::-1]
    return [_describe_delivery(call, each) for each in call.paginate(deliveries)]


def get_delivery(call: Call) -> dict[str, Any]:
    delivery = _find_delivery(call)
    request = {"headers": delivery.request_headers, "payload": delivery.payload}
    response = {"headers": delivery.response_headers, "payload": delivery.response_body}
    hook = _find_hook(call)
    return {**_describe_delivery(call, delivery), "url": hook.url, "request": request, "response": response}


def redeliver(call: Call) -> Response:
    hook, delivery = _find_hook(call), _find_delivery(call)
    call.hub.webhooks.enqueue(lambda client: call.hub.webhooks.send_again(client, hook, delivery))
    return Response(json.dumps({}), 202, media_type="application/json; charset=utf-8")


def describe_hook(call: Call, hook: Hook) -> dict[str, Any]:
    return call.hub.describe_hook(call.repository, hook)


def _find_hook(call: Call) -> Hook:
    hook_id = call.params["hook_id"]
    found = call.hub.webhooks.find(call.repository.id, int(hook_id)) if hook_id.isdecimal() else []
    # Only those who may administer a repository learn of its hooks.
    if not found or not (call.token and call.token.can_write):
        raise not_found()
    return found[0]


def _find_delivery(call: Call) -> Delivery:
    hook = _find_hook(call)
    found = [each for each in call.hub.webhooks.deliveries(hook.id) if str(each.id) == call.params["delivery_id"]]
    if not found:
        raise not_found()
    return found[0]


def _describe_delivery(call: Call, delivery: Delivery) -> dict[str, Any]:
    return {
        "id": delivery.id,
        "guid": delivery.guid,
        "delivered_at": moment(delivery.delivered_at),
        "redelivery": delivery.redelivery,
        "duration": delivery.duration_s,
        "status": delivery.status,
        "status_code": delivery.status_code,
        "event": delivery.event,
        "action": None,
        "installation_id": None,
        "repository_id": call.repository.id,
        "throttled_at": None,
    }


def _invalid(field: str | None, message: str) -> Exception:
    error = {"resource": "Hook", "code": "custom", "message": message}
    return unprocessable("Validation Failed", errors=[{**error, "field": field} if field else error])


_PAGE = "rest/repos/webhooks"
_HOOK = REPOSITORY + "/hooks/{hook_id}"
_DELIVERY = _HOOK + "/deliveries/{delivery_id}"
ROUTES = [
    ApiRoute("GET", REPOSITORY + "/hooks", list_hooks, f"{_PAGE}#list-repository-webhooks", writes=True),
    ApiRoute("POST", REPOSITORY + "/hooks", create_hook, f"{_PAGE}#create-a-repository-webhook"),
    ApiRoute("GET", _HOOK, get_hook, f"{_PAGE}#get-a-repository-webhook"),
    ApiRoute("PATCH", _HOOK, change_hook, f"{_PAGE}#update-a-repository-webhook"),
    ApiRoute("DELETE", _HOOK, delete_hook, f"{_PAGE}#delete-a-repository-webhook"),
    ApiRoute("POST", _HOOK + "/pings", ping_hook, f"{_PAGE}#ping-a-repository-webhook"),
    ApiRoute("POST", _HOOK + "/tests", send_latest_push, f"{_PAGE}#test-the-push-repository-webhook"),
    ApiRoute("GET", _HOOK + "/deliveries", list_deliveries, f"{_PAGE}#list-deliveries-for-a-repository-webhook"),
    ApiRoute("GET", _DELIVERY, get_delivery, f"{_PAGE}#get-a-delivery-for-a-repository-webhook"),
    ApiRoute("POST", _DELIVERY + "/attempts", redeliver, f"{_PAGE}#redeliver-a-delivery-for-a-repository-webhook"),
]
