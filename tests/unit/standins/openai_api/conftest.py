"""The OpenAI stand-in, running, and the official client."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openai
import pytest

from tests.standins.openai_api import API_KEY, OpenAIStandIn

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="package")
def running_openai_api() -> Iterator[OpenAIStandIn]:
    with OpenAIStandIn() as standin:
        yield standin


@pytest.fixture
def openai_api(running_openai_api: OpenAIStandIn) -> OpenAIStandIn:
    running_openai_api.reset()
    return running_openai_api


@pytest.fixture(scope="package")
def opened_openai_client(running_openai_api: OpenAIStandIn) -> Iterator[openai.OpenAI]:
    """Opened once: that takes longer than most tests."""
    with openai.OpenAI(api_key=API_KEY, base_url=running_openai_api.base_url, max_retries=0, timeout=5.0) as opened:
        yield opened


@pytest.fixture
def openai_client(openai_api: OpenAIStandIn, opened_openai_client: openai.OpenAI) -> openai.OpenAI:
    """A client that retries nothing, of a stand-in that has forgotten everything."""
    return opened_openai_client
