"""Python's log on the Worker's console: one entry a record, where standard error would make one of each line."""

from __future__ import annotations

import logging

import js

__all__ = ["ConsoleHandler"]


class ConsoleHandler(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            text = self.format(record)
            if record.levelno >= logging.ERROR:
                js.console.error(text)
            elif record.levelno >= logging.WARNING:
                js.console.warn(text)
            else:
                js.console.log(text)
        except Exception:  # noqa: BLE001 - as logging has it: what goes wrong here must not fail the work
            self.handleError(record)
