"""What clients of the job API rely on, in real workerd: shapes of requests and callbacks, and what becomes of jobs."""

from __future__ import annotations

import hmac
import time
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from shared.domain.secrets import derive_secret
from tests.runtime.callback_receiver import CallbackReceiver
from tests.runtime.cloud import SECRET, Cloud, open_cloud
from tests.unit.functions.service import make_archive
from tests.unit.functions.test_process_golden import golden, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    import httpx

    from tests.runtime.conftest import StartWorker

FILES = {"index.md": "# Hello\n\nWorld."}


@pytest.fixture(scope="module")
def client() -> Iterator[CallbackReceiver]:
    with CallbackReceiver() as receiver:
        yield receiver


@pytest.fixture(scope="module")
def cloud(
    worker_server: StartWorker, client: CallbackReceiver, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Cloud]:
    variables = {
        "PUBLIC_URL": "https://inkdex.example.org",
        "CALLBACK_HOSTS": client.host,
        "MAX_BODY_BYTES": "50000",
    }
    yield from open_cloud(worker_server, tmp_path_factory.mktemp("cloud"), variables)


@pytest.fixture(autouse=True)
def _fresh(client: CallbackReceiver) -> None:
    client.callbacks.clear()
    client.statuses.clear()


def order(cloud: Cloud, client: CallbackReceiver, job_id: str, **changes: Any) -> httpx.Response:
    """`POST /process` of an archive, as the golden request has it."""
    uploaded = cloud.as_client("POST", "/upload", content=make_archive(FILES))
    wanted = golden("request")
    wanted["data"]["archive"] = uploaded.json()["key"]
    wanted |= {"jobId": job_id, "callbackUrl": f"http://{client.host}/done", **changes}
    return cloud.as_client("POST", "/process", json=wanted)


def test_requests_answers_and_callbacks_keep_their_shape(cloud: Cloud, client: CallbackReceiver) -> None:
    accepted = order(cloud, client, "golden-1")
    assert (accepted.status_code, accepted.json()) == (202, golden("accepted"))
    job = cloud.wait_for_job("golden-1")
    assert shape({**job, "callback": None}, golden("job")) == golden("job")
    (told,) = client.wait_for(1)
    assert told.path == "/done"
    assert shape(told.content, golden("callback")) == golden("callback")
    key = derive_secret(SECRET, "callback", "golden").encode()
    assert told.headers["x-inkdex-signature"] == "sha256=" + hmac.new(key, told.body, sha256).hexdigest()


def test_a_failure_is_told_in_the_same_shape(cloud: Cloud, client: CallbackReceiver) -> None:
    uploaded = cloud.as_client("POST", "/upload", content=b"\x1f\x8b no archive").json()
    order(cloud, client, "golden-2", data={"site": "golden", "archive": uploaded["key"]})
    job = cloud.wait_for_job("golden-2")
    (told,) = client.wait_for(1)
    wanted = {**golden("callback-failed"), "jobId": "golden-2"}
    assert shape(told.content, wanted) == wanted
    assert told.content["result"]["error"]["message"] == job["error"]["message"]


def test_the_same_job_id_is_the_same_job(cloud: Cloud, client: CallbackReceiver) -> None:
    for _ in range(3):
        accepted = order(cloud, client, "once")
        assert (accepted.status_code, accepted.json()["jobId"]) == (202, "once")
    cloud.wait_for_job("once")
    client.wait_for(1)
    time.sleep(0.5)
    assert len(client.callbacks) == 1


def test_a_callback_that_fails_is_repeated(cloud: Cloud, client: CallbackReceiver) -> None:
    client.statuses += [500, 302]
    order(cloud, client, "repeated")
    cloud.wait_for_job("repeated")
    first, second, third = client.wait_for(3)
    assert first.body == second.body == third.body
    deadline = time.monotonic() + 10
    while (told := cloud.job("repeated")["callback"])["state"] != "delivered":
        assert time.monotonic() < deadline, told
        time.sleep(0.1)
    assert told["attempts"] == 3


@pytest.mark.parametrize("url", ["https://10.0.0.7/done", "https://localhost/done", "http://example.org/done"])
def test_callbacks_go_to_no_private_host(cloud: Cloud, client: CallbackReceiver, url: str) -> None:
    refused = order(cloud, client, "refused", callbackUrl=url)
    assert refused.status_code == 422
    assert cloud.as_client("GET", "/jobs/refused").status_code == 404


def test_tasks_that_build_leave_the_pointer_and_publishing_moves_it(cloud: Cloud, client: CallbackReceiver) -> None:
    pages = {"index.md": "# Steps\n\nOne after the other."}
    key = cloud.as_client("POST", "/upload", content=make_archive(pages)).json()["key"]
    results = {}
    for task in ("build-assets", "build-database", "publish-r2"):
        data = {"site": "by-steps", "archive": key}
        order(cloud, client, task, task=task, data=data)
        results[task] = cloud.wait_for_job(task)["result"]
        published = cloud.client.get("/by-steps/current.json").status_code == 200
        assert published is (task == "publish-r2")
    assert len({result["revision"] for result in results.values()}) == 1


def test_a_revision_is_committed_to_a_repository(cloud: Cloud, client: CallbackReceiver) -> None:
    cloud.github.create_repo("octocat", "pages", files={"README.md": "# Pages"})
    site = cloud.add_site("deployed", {"index.md": "# Deployed\n\nBy git."}, hook=False)
    data = {"repoUrl": "https://github.com/octocat/deployed", "distFolder": "search"}
    order(cloud, client, "deploy", task="deploy-repo", data={**data, "repository": "octocat/pages"})
    job = cloud.wait_for_job("deploy")
    assert job["state"] == "completed", job["error"]
    deployed = job["result"]["deployed"]
    pages = cloud.github.hub.repositories.find("octocat", "pages")
    assert pages is not None
    listed = pages.git("ls-tree", "-r", "--name-only", deployed["commit"]).decode().split()
    assert f"search/{site.name}/current.json" in listed
    assert f"search/{site.name}/revisions/{job['result']['revision']}/search.db" in listed
    assert "README.md" in listed
