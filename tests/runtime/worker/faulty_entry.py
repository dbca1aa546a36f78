"""The very Worker, whose builds go wrong as a test says: `PUT /__faults__/SITE` takes the fields of a `Script`, `POST`
other faults in its place, `GET` tells what has happened, `DELETE` lets go on what is held.

Messages are lost, copied and delayed between the queue and the Worker's own consumer. Only tests stage this file.
"""

from __future__ import annotations

import asyncio
import json
from types import SimpleNamespace
from typing import Any

from workers import Response

from functions import coordinator, entry
from functions.bindings.javascript import from_js_value, to_js_value, unwrap
from functions.entry import VectorCacheStore
from tests.runtime.worker.fault_script import change_faults, script_of
from tests.runtime.worker.faulty_parts import install

__all__ = ["Default", "SiteCoordinator", "VectorCacheStore"]

_PATH = "/__faults__/"
_LATE = "late"
"""The field of a message that was sent again, around the original."""

install()


class Default(entry.Default):
    async def fetch(self, request: Any) -> Any:
        path = "/" + request.url.split("/", 3)[3]
        if not path.startswith(_PATH):
            return await super().fetch(request)
        site = path.removeprefix(_PATH)
        if request.method == "PUT":
            script_of(site, json.loads(await request.text()))
        elif request.method == "POST":
            change_faults(site, json.loads(await request.text()))
        elif request.method == "DELETE":
            script_of(site).held = None
        return Response(json.dumps(script_of(site).report()), headers={"content-type": "application/json"})

    async def queue(self, batch: Any, _env: Any = None, _ctx: Any = None) -> None:
        delivered = unwrap(batch)
        if delivered.queue.endswith("-dead"):
            await super().queue(delivered)
            return
        for message in delivered.messages:
            await self._deliver(delivered.queue, message)

    async def _deliver(self, queue: str, message: Any) -> None:
        body = from_js_value(message.body)
        if _LATE in body:
            await self._hand_over(queue, message, body[_LATE])
            return
        script = script_of(body["site"])
        if script.drops.get(body["stage"], 0) > 0:
            script.drops[body["stage"]] -= 1
            message.ack()
        elif int(message.attempts) == 1 and script.late_s:
            for _ in range(script.copies):
                await self._send_again(body, script.random.randint(0, script.late_s))
            message.ack()
        else:
            copies = 1 if script.together or int(message.attempts) > 1 else script.copies
            for _ in range(copies - 1):
                await self._send_again(body, 0)
            await self._hand_over(queue, message, body)

    async def _send_again(self, body: Any, delay_s: int) -> None:
        options = to_js_value({"contentType": "json", "delaySeconds": delay_s})
        await unwrap(self.env).PIPELINE.send(to_js_value({_LATE: body}), options)

    async def _hand_over(self, queue: str, message: Any, body: Any) -> None:
        """As the queue does; or several times at once, of which only the first says what becomes of the message."""
        script = script_of(body["site"])
        batches = [_batch_of(queue, message, body, message.ack, message.retry)]
        if script.together:
            batches += [_batch_of(queue, message, body, _ignore, _ignore)] * (script.copies - 1)
        await asyncio.gather(*(super(Default, self).queue(one) for one in batches))


class SiteCoordinator(coordinator.SiteCoordinator):
    async def alarm(self, _info: Any = None) -> None:
        if script_of(await self._find_name()).alarms:
            await super().alarm()


def _batch_of(queue: str, message: Any, body: Any, ack: Any, retry: Any) -> Any:
    one = SimpleNamespace(id=message.id, attempts=message.attempts, body=to_js_value(body), ack=ack, retry=retry)
    return SimpleNamespace(queue=queue, messages=[one])


def _ignore(*_: Any) -> None: ...
