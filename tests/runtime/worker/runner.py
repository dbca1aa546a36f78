"""Runs one test of a suite inside of workerd, where there is no pytest."""

import re
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from inspect import isawaitable
from typing import Any

__all__ = ["raises", "run_test"]

_LOCAL_CHARS = 200


async def run_test(suite: str, test: str, env: Any) -> dict[str, Any]:
    """`{"failure", "seconds"}` of `test(env)`: the traceback with local variables, or None."""
    start = time.perf_counter()
    failure = None
    try:
        module = import_module(f"tests.runtime.in_worker.{suite}")
        result = getattr(module, test)(env)
        if isawaitable(result):
            await result
    except Exception as error:  # noqa: BLE001 - whatever it was, the host shows it
        failure = _explain(error)
    return {"failure": failure, "seconds": time.perf_counter() - start}


@contextmanager
def raises(expected: type[BaseException], match: str = "") -> Iterator[None]:
    """What `pytest.raises` is on the host: the block must raise `expected`, with a message that `match` is found in."""
    try:
        yield
    except expected as error:
        if not re.search(match, str(error)):
            raise AssertionError(f"{error!r} does not match {match!r}") from error
    else:
        raise AssertionError(f"did not raise {expected.__name__}")


def _explain(error: BaseException) -> str:
    """A traceback in which an `assert` without a message shows the values that it was about."""
    found = traceback.TracebackException.from_exception(error, capture_locals=True)
    for frame in found.stack:
        for name, value in (frame.locals or {}).items():
            frame.locals[name] = value if len(value) <= _LOCAL_CHARS else f"{value[:_LOCAL_CHARS]}…"
    frames = [frame for frame in found.stack if "/tests/runtime/worker/runner.py" not in frame.filename]
    found.stack = traceback.StackSummary.from_list(frames)
    return "".join(found.format())
