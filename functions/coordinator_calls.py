"""Calls of a `Coordinator` as JSON: which methods there are, what they take and give, and how errors travel."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, TypeAdapter

import shared.errors as families
from shared.domain.jobs import Claim, Job, JobError, JobRequest, Message, Progress, Resolution
from shared.errors import InkdexError, InvariantError, RateLimited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.ports import Coordinator

__all__ = ["METHODS", "answer_call", "pack_arguments", "unpack_answer"]

METHODS: Final[dict[str, tuple[Any, Any]]] = {
    "submit": (tuple[JobRequest], tuple[Job, bool]),
    "job": (tuple[str], Job | None),
    "jobs": (tuple[()], list[Job]),
    "cancel": (tuple[str], Job | None),
    "retry": (tuple[str], Job | None),
    "claim": (tuple[Message], Claim | None),
    "advanced": (tuple[Message, Resolution, list[Progress], list[tuple[str, str]]], None),
    "completed": (tuple[Message, Resolution, list[Progress], dict[str, Any], list[list[Any]], int], None),
    "step_done": (tuple[Message], None),
    "step_troubled": (tuple[Message, str, float], None),
    "step_failed": (tuple[Message, JobError | None], None),
    "may_publish": (tuple[Message], bool),
    "callback_done": (tuple[Message, str | None], None),
    "pause": (tuple[float], bool),
    "resume": (tuple[()], None),
    "tick": (tuple[()], None),
    "take_query": (tuple[int], bool),
}
"""Arguments and result of each method; no other can be called."""

_RESULT: Final = "="
"""Before a result; without it, an answer is a failure."""
_FAMILIES: Final = {name: getattr(families, name) for name in families.__all__}


class _Failure(BaseModel):
    """An error of ours, as its family. `context` holds what of it is JSON."""

    family: str
    message: str
    code: str
    context: dict[str, str | int | float | bool | None] = {}
    retry_after_s: float | None = None


async def answer_call(coordinator: Coordinator, method: str, arguments: str) -> str:
    """Call the method; its result, or one of our errors, as text. Any other error is the caller's to see as a crash."""
    try:
        given = _arguments_of(method).validate_json(arguments)
        result = await getattr(coordinator, method)(*given)
        return f"{_RESULT}{_result_of(method).dump_json(result).decode()}"
    except InkdexError as error:
        return _pack_failure(error).model_dump_json()


def pack_arguments(method: str, arguments: Sequence[object]) -> str:
    return _arguments_of(method).dump_json(tuple(arguments)).decode()


def unpack_answer(method: str, answer: str) -> Any:
    """The result.

    Raises:
        InkdexError: what the coordinator has raised, of the same family.
    """
    if answer.startswith(_RESULT):
        return _result_of(method).validate_json(answer.removeprefix(_RESULT))
    failure = _Failure.model_validate_json(answer)
    family = _FAMILIES.get(failure.family, InvariantError)
    if issubclass(family, RateLimited):
        raise family(failure.message, code=failure.code, retry_after_s=failure.retry_after_s or 0.0, **failure.context)
    raise family(failure.message, code=failure.code, **failure.context)


def _pack_failure(error: InkdexError) -> _Failure:
    # A subclass of a family, which only its own module knows, travels as the family.
    family = next(kind.__name__ for kind in type(error).__mro__ if kind.__name__ in _FAMILIES)
    plain = {key: value for key, value in error.context.items() if isinstance(value, str | int | float | bool | None)}
    return _Failure(
        family=family,
        message=error.message,
        code=error.code,
        context=plain,
        retry_after_s=getattr(error, "retry_after_s", None),
    )


@cache
def _arguments_of(method: str) -> TypeAdapter[Any]:
    if method not in METHODS:
        raise InvariantError(f"a coordinator has no method {method[:100]!r}")
    return TypeAdapter(METHODS[method][0])


@cache
def _result_of(method: str) -> TypeAdapter[Any]:
    return TypeAdapter(METHODS[method][1])
