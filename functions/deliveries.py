"""What a queue hands to the consumer: one message, to be acknowledged or repeated by itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

__all__ = ["Delivery"]


@dataclass(frozen=True, slots=True)
class Delivery(ABC):
    """`body` is whatever JSON the message holds, unchecked. `attempts` counts this one."""

    id: str
    attempts: int
    body: object

    @abstractmethod
    def ack(self) -> None:
        """It is done with."""

    @abstractmethod
    def retry(self, delay_s: float) -> None:
        """Deliver it again after `delay_s`; after the last of the queue's retries, to its dead letter queue."""
