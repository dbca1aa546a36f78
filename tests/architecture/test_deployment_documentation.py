"""docs/deploy.md says what is: every setting and secret, no route that is not there, and files that exist."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import SecretStr

from functions.app import ENDPOINTS
from functions.settings import Settings

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs/deploy.md").read_text("utf-8")
WRANGLER = (ROOT / "wrangler.toml").read_text("utf-8")
NAMES = sorted(name.upper() for name in Settings.model_fields)
SECRETS = {name for name in NAMES if Settings.model_fields[name.lower()].annotation is SecretStr}
VARIABLES = sorted({*NAMES} - SECRETS)


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_explained_where_an_operator_looks(name: str) -> None:
    assert f"`{name}`" in TEXT, f"docs/deploy.md does not name {name}"
    assert re.search(rf"^#\s+{name}\b", WRANGLER, re.MULTILINE), f"wrangler.toml does not name {name}"


def test_nothing_is_explained_that_is_no_setting() -> None:
    tables = re.findall(r"^\| (`[A-Z].*?) \|", TEXT, re.MULTILINE)
    told = {name for row in tables for name in re.findall(r"`([A-Z_]+)`", row)}
    assert told == {*NAMES}


@pytest.mark.parametrize("name", VARIABLES)
def test_defaults_in_wrangler_toml_are_the_defaults(name: str) -> None:
    default = Settings.model_fields[name.lower()].default
    found = re.search(rf'^# {name} = "(.*)"$', WRANGLER, re.MULTILINE)
    assert found is not None, f"wrangler.toml shows no default of {name}"
    shown = Settings.read(lambda asked: found[1] if asked == name else None)
    assert getattr(shown, name.lower()) == default


def test_routes_that_are_named_exist() -> None:
    known = [re.sub(r"\{[^}]*\}", "[^/]+", endpoint.path) for endpoint in ENDPOINTS]
    for path in re.findall(r"(?:\$INKDEX|(?:GET|POST|PUT|DELETE) )(/[a-z0-9/{}.-]*)", TEXT):
        asked = re.sub(r"\{[^}]*\}", "x", path)
        assert any(re.fullmatch(pattern, asked) for pattern in known), f"there is no route {path}"


def test_resources_that_are_created_are_those_of_the_configuration() -> None:
    config = tomllib.loads(WRANGLER)
    for bucket in config["r2_buckets"]:
        assert f"wrangler r2 bucket create {bucket['bucket_name']}\n" in TEXT
    for consumer in config["queues"]["consumers"]:
        assert f"wrangler queues create {consumer['queue']}\n" in TEXT


def test_the_workflow_runs_what_the_readme_tells() -> None:
    workflow = (ROOT / ".github/workflows/deploy.yml").read_text("utf-8")
    assert ".ci/run" in workflow
    assert "uv run inkdex worker deploy" in workflow
    for path in re.findall(r"\]\((?!http)([^)#]+)", TEXT):
        assert (ROOT / "docs" / path).exists(), f"docs/deploy.md leads to {path}"
