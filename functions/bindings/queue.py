"""A `StepQueue` on a queue, and what it delivers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from functions.bindings.javascript import from_js_value, to_js_value, translated
from functions.deliveries import Delivery

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.jobs import Message

__all__ = ["PipelineQueue", "deliveries_of"]

_MAX_MESSAGES: Final = 100
"""In one request, which may have 256 KB. A message has less than 500 bytes."""
_MAX_DELAY_S: Final = 86_400


class PipelineQueue:
    def __init__(self, queue: Any) -> None:
        self._queue = queue

    async def send(self, messages: Sequence[tuple[Message, float]]) -> None:
        for start in range(0, len(messages), _MAX_MESSAGES):
            batch = [
                {
                    "body": message.model_dump(mode="json"),
                    "contentType": "json",
                    "delaySeconds": _whole_seconds(delay_s),
                }
                for message, delay_s in messages[start : start + _MAX_MESSAGES]
            ]
            with translated(lambda _: None, "the queue"):
                await self._queue.sendBatch(to_js_value(batch))


@dataclass(frozen=True, slots=True)
class _QueueDelivery(Delivery):
    message: Any

    def ack(self) -> None:
        self.message.ack()

    def retry(self, delay_s: float) -> None:
        self.message.retry(to_js_value({"delaySeconds": _whole_seconds(delay_s)}))


def deliveries_of(batch: Any) -> list[Delivery]:
    """The messages of a batch, with bodies as Python has JSON."""
    return [
        _QueueDelivery(str(message.id), int(message.attempts), from_js_value(message.body), message)
        for message in batch.messages
    ]


def _whole_seconds(delay_s: float) -> int:
    return min(_MAX_DELAY_S, max(0, math.ceil(delay_s)))
