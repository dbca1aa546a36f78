"""What the test wants the chat to answer."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class ChatAnswer:
    content: str | None
    finish_reason: Literal["stop", "length", "content_filter"] = "stop"
    refusal: str | None = None


class ChatScript:
    """Answers for the next requests, in order, and answers for every question that contains a text."""

    def __init__(self) -> None:
        self._next: list[ChatAnswer] = []
        self._rules: list[tuple[str, ChatAnswer]] = []
        self._lock = threading.Lock()

    def add_next(self, *answers: ChatAnswer | str) -> None:
        with self._lock:
            self._next += map(_as_answer, answers)

    def add_rule(self, text: str, answer: ChatAnswer | str) -> None:
        with self._lock:
            self._rules.append((text, _as_answer(answer)))

    def find(self, question: str) -> ChatAnswer | None:
        """The newest rule that fits; else the next answer, which is then used up; else None."""
        with self._lock:
            for text, answer in reversed(self._rules):
                if text in question:
                    return answer
            return self._next.pop(0) if self._next else None

    def clear(self) -> None:
        with self._lock:
            self._next.clear()
            self._rules.clear()


def _as_answer(answer: ChatAnswer | str) -> ChatAnswer:
    return answer if isinstance(answer, ChatAnswer) else ChatAnswer(answer)
