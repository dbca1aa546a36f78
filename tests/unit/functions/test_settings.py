"""Settings come from strings, complain by name, and never show a secret."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from functions.settings import Settings
from shared.errors import ConfigurationError

WRANGLER = Path(__file__).parents[3] / "wrangler.toml"
SECRETS = {name for name, field in Settings.model_fields.items() if field.annotation is SecretStr}


def read(**variables: object) -> Settings:
    return Settings.read(variables.get)


def test_everything_has_a_default() -> None:
    settings = read()
    assert settings == Settings()
    assert settings.limits.silent_s == 300
    assert not settings.can_embed


def test_strings_become_values_and_what_is_empty_is_not_set() -> None:
    settings = read(
        OPEN_JOBS="true", CALLBACK_HOSTS=" a.example, b.example:8080,,", SILENT_S="2.5", EMBED_DIMENSIONS="", OTHER="x"
    )
    assert settings.open_jobs
    assert settings.callback_hosts == ("a.example", "b.example:8080")
    assert settings.limits.silent_s == 2.5
    assert settings.embed_dimensions == 384
    assert settings.api.callback_hosts == settings.callback_hosts


def test_what_is_no_string_is_not_set() -> None:
    assert read(PUBLIC_URL=object(), ADMIN_TOKEN=None) == Settings()


def test_a_bad_value_is_told_by_its_name_and_not_shown() -> None:
    with pytest.raises(ConfigurationError, match=r"EMBED_DIMENSIONS: .*wrangler\.toml") as caught:
        read(EMBED_DIMENSIONS="secret-by-mistake")
    assert "secret-by-mistake" not in str(caught.value)
    assert caught.value.context["setting"] == "EMBED_DIMENSIONS"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("name", sorted(SECRETS))
def test_secrets_are_never_shown(name: str) -> None:
    settings = read(**{name.upper(): "hush-hush"})
    assert settings.need(name) == "hush-hush"
    for shown in (repr(settings), str(settings), settings.model_dump_json(), repr(settings.api)):
        assert "hush-hush" not in shown


def test_a_missing_secret_names_the_command_that_sets_it() -> None:
    with pytest.raises(ConfigurationError, match=r"INKDEX_SECRET is not set.*npx wrangler secret put INKDEX_SECRET"):
        read().need("inkdex_secret")


@pytest.mark.parametrize(
    ("variables", "can_embed", "uses_gateway"),
    [
        ({}, False, False),
        ({"OPENAI_API_KEY": "k"}, True, False),
        ({"CF_AIG_TOKEN": "t"}, False, False),  # OpenAI itself must not get a gateway's token
        ({"CF_AIG_TOKEN": "t", "OPENAI_API_KEY": "k"}, True, False),
        ({"OPENAI_BASE_URL": "https://gateway.ai.cloudflare.com/v1/a/g/openai", "CF_AIG_TOKEN": "t"}, True, True),
        ({"OPENAI_BASE_URL": "https://gateway.ai.cloudflare.com/v1/a/g/openai", "OPENAI_API_KEY": "k"}, True, True),
        ({"OPENAI_BASE_URL": "https://gateway.example.org/openai", "CF_AIG_TOKEN": "t"}, True, True),
        ({"OPENAI_BASE_URL": "https://api.example.org/v1", "OPENAI_API_KEY": "k"}, True, False),
    ],
)
def test_a_key_or_a_gateway_makes_vectors_possible(
    variables: dict[str, str], can_embed: bool, uses_gateway: bool
) -> None:
    settings = read(**variables)
    assert (settings.can_embed, settings.uses_gateway) == (can_embed, uses_gateway)


def test_wrangler_toml_shows_every_setting_with_its_default() -> None:
    text = WRANGLER.read_text("utf-8")
    shown = dict(re.findall(r'^# ([A-Z_]+) = "(.*)"$', text, re.MULTILINE))
    assert {name.lower() for name in shown} == set(Settings.model_fields) - SECRETS
    assert read(**shown) == Settings()
    told = set(re.findall(r"^#   ([A-Z_]+) {2,}", text, re.MULTILINE))
    assert {name.lower() for name in told} == SECRETS
