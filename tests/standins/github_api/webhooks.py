"""Hooks of repositories, and their deliveries: sent from one thread, in order, recorded with what came back."""

from __future__ import annotations

import hashlib
import hmac
import json
import queue
import threading
import time
import uuid
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

USER_AGENT = "GitHub-Hookshot/5a3c1b7"
_KEPT_RESPONSE_BYTES = 100_000


@dataclass
class Hook:
    """`content_type` is `json` or `form`, which is GitHub's default."""

    id: int
    repository_id: int
    url: str
    secret: str | None
    content_type: str = "form"
    insecure_ssl: str = "0"
    events: list[str] = field(default_factory=lambda: ["push"])
    active: bool = True
    created_at: float = field(default_factory=time.time)
    updated_at: float = field(default_factory=time.time)
    last_response: dict[str, Any] = field(default_factory=lambda: {"code": None, "status": "unused", "message": None})


@dataclass(frozen=True)
class Delivery:
    """One try to deliver. `guid` is its X-GitHub-Delivery, which tries of the same event share.

    `status_code` is 0 when no answer came. Names of headers are in lower case in the answer, as sent in the request.
    """

    id: int
    hook_id: int
    guid: str
    event: str
    payload: dict[str, Any]
    redelivery: bool
    delivered_at: float = 0.0
    duration_s: float = 0.0
    status: str = "pending"
    status_code: int = 0
    request_headers: dict[str, str] = field(default_factory=dict)
    request_body: bytes = b""
    response_headers: dict[str, str] = field(default_factory=dict)
    response_body: str = ""


class Webhooks:
    """All hooks and deliveries. `timeout_s` is asked at every delivery, so that tests may change it."""

    def __init__(self, timeout_s: Callable[[], float], most_payload_bytes: Callable[[], int]) -> None:
        self._timeout_s = timeout_s
        self._most_payload_bytes = most_payload_bytes
        self._hooks: dict[int, Hook] = {}
        self._deliveries: list[Delivery] = []
        self._hook_ids, self._delivery_ids = count(109948940), count(12345678)
        self._jobs: queue.Queue[Callable[[httpx.Client], None] | None] = queue.Queue()
        self._failures: list[Exception] = []
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def add(self, repository_id: int, url: str, secret: str | None, **settings: Any) -> Hook:
        hook = Hook(next(self._hook_ids), repository_id, url, secret, **settings)
        self._hooks[hook.id] = hook
        return hook

    def find(self, repository_id: int, hook_id: int | None = None) -> list[Hook]:
        """The repository's hooks, or the one of that id."""
        return [
            hook
            for hook in list(self._hooks.values())
            if hook.repository_id == repository_id and hook_id in {None, hook.id}
        ]

    def remove(self, hook: Hook) -> None:
        self._hooks.pop(hook.id, None)

    def deliveries(self, hook_id: int | None = None) -> list[Delivery]:
        """What was delivered so far, oldest first."""
        return [each for each in list(self._deliveries) if hook_id in {None, each.hook_id}]

    def enqueue(self, job: Callable[[httpx.Client], None]) -> None:
        """Have the sending thread do `job`."""
        self._jobs.put(job)

    def send(self, client: httpx.Client, hook: Hook, event: str, payload: dict[str, Any]) -> None:
        """Deliver if the hook wants the event; a payload beyond GitHub's limit is dropped without a word."""
        wanted = event == "ping" or "*" in hook.events or event in hook.events
        if not hook.active or not wanted or len(json.dumps(payload)) > self._most_payload_bytes():
            return
        first = Delivery(next(self._delivery_ids), hook.id, str(uuid.uuid4()), event, payload, redelivery=False)
        self._deliver(client, hook, first)

    def send_again(self, client: httpx.Client, hook: Hook, earlier: Delivery) -> None:
        again = Delivery(
            next(self._delivery_ids), hook.id, earlier.guid, earlier.event, earlier.payload, redelivery=True
        )
        self._deliver(client, hook, again)

    def wait(self, timeout_s: float = 10.0) -> None:
        """Return when everything that was enqueued so far is delivered.

        Raises: TimeoutError, or what went wrong with a payload.
        """
        done = threading.Event()
        self.enqueue(lambda _: done.set())
        if not done.wait(timeout_s):
            raise TimeoutError("deliveries are still under way")
        if self._failures:
            raise self._failures.pop(0)

    def close(self) -> None:
        self._jobs.put(None)
        self._thread.join(timeout=10.0)

    def _work(self) -> None:
        # Nothing of the machine's proxies: receivers are tests on this machine.
        with httpx.Client(trust_env=False, follow_redirects=False) as client:
            while (job := self._jobs.get()) is not None:
                try:
                    job(client)
                except Exception as error:  # noqa: BLE001 - a test that waits reads it
                    self._failures.append(error)

    def _deliver(self, client: httpx.Client, hook: Hook, delivery: Delivery) -> None:
        body, headers = _encode(hook, delivery)
        started, begun = time.time(), time.monotonic()
        tried = replace(delivery, request_headers=headers, request_body=body, delivered_at=started)
        try:
            answer = client.post(hook.url, content=body, headers=headers, timeout=self._timeout_s())
        except httpx.TimeoutException:
            tried = replace(tried, status="timed out")
        except httpx.HTTPError:
            tried = replace(tried, status="failed to connect to host")
        else:
            tried = replace(
                tried,
                status="OK" if answer.is_success else f"Invalid HTTP Response: {answer.status_code}",
                status_code=answer.status_code,
                response_headers=dict(answer.headers),
                response_body=answer.text[:_KEPT_RESPONSE_BYTES],
            )
        tried = replace(tried, duration_s=round(time.monotonic() - begun, 2))
        hook.last_response = {"code": tried.status_code or None, "status": _state(tried), "message": tried.status}
        self._deliveries.append(tried)


def _encode(hook: Hook, delivery: Delivery) -> tuple[bytes, dict[str, str]]:
    """The body, and headers of which the signature covers just those bytes."""
    text = json.dumps(delivery.payload, separators=(",", ":"), ensure_ascii=False)
    is_json = hook.content_type == "json"
    body = text.encode() if is_json else urlencode({"payload": text}).encode()
    headers = {
        "Accept": "*/*",
        "Content-Type": "application/json" if is_json else "application/x-www-form-urlencoded",
        "User-Agent": USER_AGENT,
        "X-GitHub-Delivery": delivery.guid,
        "X-GitHub-Event": delivery.event,
        "X-GitHub-Hook-ID": str(hook.id),
        "X-GitHub-Hook-Installation-Target-ID": str(hook.repository_id),
        "X-GitHub-Hook-Installation-Target-Type": "repository",
    }
    if hook.secret:
        key = hook.secret.encode()
        headers["X-Hub-Signature"] = f"sha1={hmac.new(key, body, hashlib.sha1).hexdigest()}"
        headers["X-Hub-Signature-256"] = f"sha256={hmac.new(key, body, hashlib.sha256).hexdigest()}"
    return body, headers


def _state(delivery: Delivery) -> str:
    return "active" if delivery.status == "OK" else "timeout" if delivery.status == "timed out" else "misconfigured"
