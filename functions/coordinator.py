"""One site's coordinator as a Durable Object: what it decides is in shared/domain/build_state.py."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Any, Final

from workers import DurableObject

from functions.bindings.coordinator_storage import DurableStorage
from functions.bindings.javascript import is_nothing, unwrap
from functions.coordinator_calls import answer_call
from functions.wiring import make_coordination
from shared.errors import InvariantError

if TYPE_CHECKING:
    from shared.usecases.coordinate_site import SiteCoordination

__all__ = ["SiteCoordinator"]

_NAME: Final = "site"
_ALARM_AGAIN_S: Final = 30.0

_log = logging.getLogger("inkdex")


class SiteCoordinator(DurableObject):
    """Named by its site. It is told by calls, and woken by its alarm."""

    def __init__(self, ctx: Any, env: Any) -> None:
        super().__init__(ctx, env)
        self._context = unwrap(ctx)
        self._environment = unwrap(env)
        self._storage = DurableStorage(self._context.storage)
        self._coordination: SiteCoordination | None = None

    async def answer_call(self, method: str, arguments: str) -> str:
        """A call of `CoordinatorStub`. Only methods of the port can be called."""
        return await answer_call(await self._open(), method, arguments)

    async def alarm(self, _info: Any = None) -> None:
        """Look after what is silent. After a failure the alarm is set again: the runtime gives up after six."""
        try:
            await (await self._open()).tick()
        except Exception:  # noqa: BLE001 - whatever it was, the alarm must go on
            _log.exception("The coordinator's alarm failed and is set again")
            await self._storage.set_alarm(time.time() + _ALARM_AGAIN_S)

    async def _open(self) -> SiteCoordination:
        if self._coordination is None:
            site = await self._find_name()
            # Another call may have come meanwhile: there must be one holder of the state.
            if self._coordination is None:
                self._coordination = make_coordination(self._environment, site, self._storage)
        return self._coordination

    async def _find_name(self) -> str:
        """The site. An alarm may find an object that does not know its own name any more, so it is written down."""
        name = getattr(self._context.id, "name", None)
        names = DurableStorage(self._context.storage, "name/")
        if not is_nothing(name):
            await names.save({_NAME: str(name)})
            return str(name)
        known = await names.load()
        if _NAME not in known:
            raise InvariantError("a coordinator must be asked for by its site's name")
        return known[_NAME]
