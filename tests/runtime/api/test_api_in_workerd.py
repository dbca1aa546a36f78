"""Every check of the API that asks over HTTP alone, against the Worker in real workerd."""

from __future__ import annotations

import inspect

from tests.unit.functions import test_admin, test_health, test_hooks, test_jobs_api, test_published_files

_HERE = {"service", "docs"}
"""Fixtures that this folder has. Checks that want others look inside a deployment, or open one with other settings."""


def _take_tests() -> None:
    for module in (test_hooks, test_published_files, test_admin, test_health, test_jobs_api):
        for name, check in vars(module).items():
            if not name.startswith("test_") or not callable(check):
                continue
            marked = [mark.args[0] for mark in getattr(check, "pytestmark", ()) if mark.name == "parametrize"]
            given = {part for names in marked for part in (names.split(",") if isinstance(names, str) else names)}
            if {*inspect.signature(check).parameters} - given <= _HERE:
                taken = name if name not in globals() else f"{name}_{module.__name__.rpartition('.')[2]}"
                globals()[taken] = check


_take_tests()


def test_the_checks_have_been_found() -> None:
    assert sum(name.startswith("test_") and callable(check) for name, check in globals().items()) > 50
