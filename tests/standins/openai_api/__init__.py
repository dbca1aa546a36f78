"""A stand-in for OpenAI's API over real HTTP, directly or below an AI Gateway's path.

It serves embeddings, chat completions, files and batches with the original's limits, error bodies and headers, and is
held to the original by the official client's tests. Texts get near vectors when they are near; answers of the chat are
scripted, or follow from the question; batches move when the test says so, or by a clock. Faults are scripted for every
endpoint. `python -m tests.standins.openai_api` runs it as a process, which is scripted over HTTP (see `control`).
"""

from tests.standins.openai_api.calls import LoggedRequest
from tests.standins.openai_api.chat_script import ChatAnswer
from tests.standins.openai_api.errors import ApiError
from tests.standins.openai_api.faults import Fault, FaultKind
from tests.standins.openai_api.service import API_KEY
from tests.standins.openai_api.standin import OpenAIStandIn

__all__ = ["API_KEY", "ApiError", "ChatAnswer", "Fault", "FaultKind", "LoggedRequest", "OpenAIStandIn"]
