"""Take deliveries of the pipeline's queues, one message after another. Each is acknowledged or repeated by itself."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from functions.verdicts import judge, retry_delay_s
from shared.domain.jobs import Message
from shared.domain.site_state import CALLBACK
from shared.errors import InkdexError, InvariantError
from shared.usecases.handle_message import handle_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from functions.deliveries import Delivery
    from functions.verdicts import Verdict
    from shared.ports import Coordinator
    from shared.usecases.handle_message import Office

__all__ = ["consume", "consume_dead"]

_log = logging.getLogger("inkdex")

_GIVEN_UP: Final = "every attempt at telling the client crashed"


async def consume(deliveries: Sequence[Delivery], office: Office, *, retry_base_s: float) -> None:
    """Do what each message asks for."""
    for delivery in deliveries:
        message = _read(delivery)
        if message is None:
            delivery.ack()
            continue
        try:
            await handle_message(message, office)
        except Exception as error:  # noqa: BLE001 - whatever it is, the message must go on, and so must the next one
            await _settle(delivery, message, error, office, retry_base_s)
        else:
            delivery.ack()


async def consume_dead(deliveries: Sequence[Delivery], office: Office, *, retry_base_s: float) -> None:
    """Give up on messages that no attempt could do: their builds fail with what was last heard of them."""
    for delivery in deliveries:
        message = _read(delivery)
        if message is None:
            delivery.ack()
            continue
        coordinator = office.coordinator(message.site)
        try:
            if message.stage == CALLBACK:
                await coordinator.callback_done(message, _GIVEN_UP)
            else:
                await coordinator.step_failed(message, None)
        except Exception:  # noqa: BLE001 - the next one must go on
            _log.exception("A dead letter could not be told of: message %s", delivery.id)
            delivery.retry(retry_delay_s(delivery.attempts, retry_base_s))
        else:
            delivery.ack()


async def _settle(delivery: Delivery, message: Message, error: Exception, office: Office, retry_base_s: float) -> None:
    """Tell the coordinator what went wrong, then repeat the message or let it go."""
    verdict = judge(error, delivery.attempts, base_s=retry_base_s)
    if not isinstance(error, InkdexError) or isinstance(error, InvariantError):
        _log.error("The %s of message %s failed", message.stage, delivery.id, exc_info=error)
    try:
        await _tell(office.coordinator(message.site), message, verdict)
    except Exception:  # noqa: BLE001 - nobody knows yet: it must come again, even if it failed for good
        _log.exception("The coordinator could not be told of message %s", delivery.id)
        delivery.retry(verdict.retry_after_s or retry_delay_s(delivery.attempts, retry_base_s))
        return
    if verdict.retry_after_s is None:
        delivery.ack()
    else:
        delivery.retry(verdict.retry_after_s)


async def _tell(coordinator: Coordinator, message: Message, verdict: Verdict) -> None:
    """Callbacks have attempts of their own, so a failed one is counted only when it is given up."""
    if verdict.retry_after_s is not None:
        if message.stage != CALLBACK:
            await coordinator.step_troubled(message, verdict.error.message, verdict.retry_after_s)
    elif message.stage == CALLBACK:
        await coordinator.callback_done(message, verdict.error.message)
    else:
        await coordinator.step_failed(message, verdict.error)


def _read(delivery: Delivery) -> Message | None:
    """The message; None for one that is malformed, which no attempt will mend. Its content is not logged."""
    try:
        return Message.model_validate(delivery.body)
    except ValidationError:
        _log.error("Message %s is malformed and dropped", delivery.id)
        return None
