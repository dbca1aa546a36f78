"""Act on one message of the pipeline: plan a round, run a step, tell a client. Safe to do twice, late, in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from shared.domain.site_state import ADVANCE, CALLBACK
from shared.domain.steps import Step, step_object
from shared.errors import InvariantError
from shared.usecases.tell_client import tell_client

if TYPE_CHECKING:
    from shared.domain.jobs import Claim, Message
    from shared.ports import Coordinator, HttpClient, Workshop

__all__ = ["Office", "handle_message"]


class Office(Protocol):
    """What there is to work with, whatever the site."""

    @property
    def http(self) -> HttpClient: ...

    @property
    def public_url(self) -> str:
        """The deployment's address, without which links in callbacks are relative."""
        ...

    @property
    def inline_s(self) -> float:
        """How long a round of planning may run steps itself."""
        ...

    def coordinator(self, site: str) -> Coordinator: ...

    def callback_key(self, site: str) -> bytes: ...

    async def is_pinned(self, site: str) -> bool:
        """Whether somebody holds the site at its published revision."""
        ...

    def workshop(self, claim: Claim) -> Workshop: ...


async def handle_message(message: Message, office: Office) -> None:
    """Do what the message asks for, if somebody still wants it, and tell the site's coordinator.

    Raises:
        InkdexError: it was not done; its family says whether to try again.
    """
    coordinator = office.coordinator(message.site)
    claim = await coordinator.claim(message)
    if claim is None:
        return
    if message.stage == CALLBACK:
        key = office.callback_key(message.site)
        failure = await tell_client(claim.job, office.http, key=key, public_url=office.public_url)
        await coordinator.callback_done(message, failure)
    elif message.stage == ADVANCE:
        # The stages of a build are much code, which answering a client must not wait for.
        from shared.usecases.advance_build import advance_build

        workshop = office.workshop(claim)
        inline_s, is_pinned = office.inline_s, office.is_pinned
        await advance_build(message, claim, workshop, coordinator, inline_s=inline_s, is_pinned=is_pinned)
    else:
        await _run(message, claim, office.workshop(claim))
        await coordinator.step_done(message)


async def _run(message: Message, claim: Claim, workshop: Workshop) -> None:
    from shared.usecases.advance_build import make_services
    from shared.usecases.resolve_build import commit_of
    from shared.usecases.run_step import find_output, run_step

    data = await workshop.steps.get(step_object(message.step, "step"))
    if claim.resolution is None or data is None:
        raise InvariantError("a step was asked for before it was written down", stage=message.stage)
    step = Step.from_bytes(data)
    services = make_services(claim.resolution, workshop, workshop.check_out(commit_of(claim.resolution)))
    if await find_output(step, services.steps) is None:
        await run_step(step, services)
