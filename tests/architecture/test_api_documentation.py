"""docs/api.md names every route and every setting of the HTTP side, and nothing that there is not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

from functions.app import ENDPOINTS
from functions.settings import Settings
from shared.domain.job_requests import LATER_TASKS, ProcessData, ProcessRequest
from shared.domain.job_views import JobView
from shared.domain.jobs import JobState, Task
from shared.domain.sites import SiteSettings

TEXT = (Path(__file__).parents[2] / "docs/api.md").read_text("utf-8")
OF_THE_API = (
    "inkdex_secret",
    "public_url",
    "admin_token",
    "api_token",
    "open_jobs",
    "callback_hosts",
    "max_body_bytes",
    "max_upload_bytes",
    "query_cap_per_day",
    "query_timeout_s",
)


def test_every_route_is_documented() -> None:
    routes = {f"{one.method} {re.sub(':path', '', one.path)}" for one in ENDPOINTS}
    documented = set(re.findall(r"`((?:GET|POST|PUT|DELETE) /[^`? ]*)`", TEXT))
    assert documented == routes


def test_every_setting_of_the_api_is_documented() -> None:
    named = {name for name in re.findall(r"\b[A-Z][A-Z0-9_]{3,}\b", TEXT) if "_" in name}
    assert named - {"INKDEX_DATA"} <= {name.upper() for name in Settings.model_fields}
    assert named >= {name.upper() for name in OF_THE_API}


def test_every_task_state_and_field_is_documented() -> None:
    names = [*get_args(Task), *LATER_TASKS, *get_args(JobState)]
    for model in (ProcessData, JobView, SiteSettings):
        names += [field.alias or name for name, field in model.model_fields.items()]
    missing = [name for name in names if f"`{name}`" not in TEXT and f'"{name}"' not in TEXT]
    assert not missing


def test_the_example_is_accepted() -> None:
    (example,) = re.findall(r"```json\n(.+?)```", TEXT, re.DOTALL)
    ProcessRequest.model_validate(json.loads(example))
