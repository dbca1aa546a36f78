"""The job API: what starts jobs, what is told of them, who may ask."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.unit.functions.service import make_archive, push_body

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.functions.service import Service

REPOSITORY = {"repoUrl": "https://github.com/acme/handbook"}


async def start(service: Service, **order: object) -> Any:
    return await service.as_client("POST", "/process", json={"task": "process-all", "data": REPOSITORY, **order})


async def test_the_root_says_what_runs_here(service: Service) -> None:
    answer = await service.client.get("/")
    assert answer.status_code == 200
    assert answer.json()["name"] == "inkdex"


async def test_an_archive_is_built_and_published(docs: Service) -> None:
    (listed,) = (await docs.as_client("GET", "/jobs?site=docs&limit=1")).json()["jobs"]
    job = await docs.job(listed["jobId"])
    assert (job["state"], job["task"], job["site"], job["error"]) == ("completed", "process-all", "docs", None)
    assert job["steps"]["done"] == job["steps"]["total"] > 0
    assert job["duration"] > 0
    assert datetime.fromisoformat(job["createdAt"]) <= datetime.fromisoformat(job["finishedAt"])
    assert [item["code"] for item in job["diagnostics"]] == ["broken-link"]
    assert job["diagnosticsTotal"] == 1
    assert job["callback"]["state"] == "none"
    links = job["result"]["links"]
    assert set(links) == {"current", "manifest", "posts", "media", "report", "database"}
    for link in links.values():
        assert (await docs.client.get(link)).status_code == 200, link
    pointer = (await docs.client.get(links["current"])).json()
    assert pointer["revision"] == job["result"]["revision"]


@pytest.mark.parametrize(
    ("task", "kinds"),
    [
        ("build-assets", {"manifest", "posts", "media", "report"}),
        ("build-database", {"manifest", "database", "report"}),
    ],
)
async def test_a_build_without_publishing_leaves_the_pointer(docs: Service, task: str, kinds: set[str]) -> None:
    before = (await docs.client.get("/docs/current.json")).json()
    job = await docs.publish("docs", {"index.md": f"# Quite new\n\nFor {task}."}, task)
    assert job["state"] == "completed"
    assert set(job["result"]["links"]) == kinds
    assert (await docs.client.get(job["result"]["links"]["manifest"])).status_code == 200
    assert (await docs.client.get("/docs/current.json")).json() == before
    published = await docs.publish("docs", {"index.md": f"# Quite new\n\nFor {task}."}, "publish-r2")
    assert published["result"]["revision"] == job["result"]["revision"]
    assert (await docs.client.get("/docs/current.json")).json()["revision"] == job["result"]["revision"]


async def test_an_archive_may_be_in_the_order_itself(service: Service) -> None:
    archive = base64.b64encode(make_archive({"index.md": "# Hello\n\nWorld."})).decode()
    answer = await start(service, data={"site": "inline", "archive": archive})
    assert answer.status_code == 202
    assert (await service.wait(answer.json()["jobId"]))["state"] == "completed"
    broken = await start(service, data={"site": "inline", "archive": "bm8gYXJjaGl2ZQ=="})
    assert (broken.status_code, broken.json()["error"]["code"]) == (422, "bad-source")


async def test_the_same_id_is_the_same_job(service: Service) -> None:
    first, second = await start(service, jobId="mine-1"), await start(service, jobId="mine-1")
    assert first.status_code == second.status_code == 202
    assert first.json()["jobId"] == second.json()["jobId"] == "mine-1"
    assert (first.json()["jobs"][0]["new"], second.json()["jobs"][0]["new"]) == (True, False)
    assert len((await service.as_client("GET", "/jobs?site=acme-handbook")).json()["jobs"]) == 1
    elsewhere = await start(service, jobId="mine-1", data={"repoUrl": "acme/other"})
    assert (elsewhere.status_code, elsewhere.json()["error"]["code"]) == (409, "job-id-taken")


@pytest.mark.parametrize(
    "spelling",
    [
        "acme/handbook",
        "https://github.com/acme/handbook",
        "https://github.com/acme/handbook/",
        "https://github.com/acme/handbook.git",
        "http://www.github.com/acme/handbook",
        "https://GitHub.com/acme/handbook?tab=readme#top",
        "github.com/acme/handbook",
        "git@github.com:acme/handbook.git",
        "ssh://git@github.com/acme/handbook.git",
        "git+ssh://git@github.com/acme/handbook",
        "git://github.com/acme/handbook.git",
        " acme/handbook ",
    ],
)
async def test_repositories_are_known_by_all_their_spellings(service: Service, spelling: str) -> None:
    answer = await start(service, data={"repoUrl": spelling})
    assert answer.status_code == 202, answer.text
    job = await service.job(answer.json()["jobId"])
    assert job["site"] == "acme-handbook"
    assert "process-all of acme/handbook" in job["logs"][0]["message"]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "handbook",
        "https://example.org/acme/handbook",
        "https://ada:token@github.com/acme/handbook",
        "https://token@github.com/acme/handbook",
        "file:///etc/passwd",
        "https://github.com/acme",
        "https://github.com/../handbook",
        "https://github.com/acme/handbook/issues/1",
        "acme/hand book",
        "acme/..",
        "-acme/--upload-pack=x/y",
        "https://169.254.169.254/acme/handbook",
        "acme/handbook\n",
        "a" * 600,
    ],
)
async def test_other_addresses_are_refused(service: Service, address: str) -> None:
    answer = await start(service, data={"repoUrl": address, "site": "some"})
    if address == "acme/handbook\n":  # white space around it does no harm
        assert answer.status_code == 202
        return
    assert answer.status_code == 422, answer.text
    assert "token" not in answer.json()["error"]["message"] or "leave" in answer.json()["error"]["message"]


async def test_a_folder_is_known_by_its_address(service: Service) -> None:
    answer = await start(service, data={"repoUrl": "https://github.com/acme/handbook/tree/next/docs/en"})
    assert (await service.job(answer.json()["jobId"]))["ref"] == "next"


@pytest.mark.parametrize(
    ("order", "status", "code", "says"),
    [
        ({"task": "fly"}, 422, "unknown-task", "process-all"),
        ({"task": None}, 422, "unknown-task", "process-all"),
        ({"task": ["process-all"]}, 422, "unknown-task", "process-all"),
        ({"task": "wp-import"}, 422, "not-yet", "later"),
        ({"task": "generate-project-from-brief"}, 422, "not-yet", "later"),
        ({"data": {}}, 422, "bad-source", "exactly one"),
        ({"data": {"repoUrl": "a/b", "r2Prefix": "sources/a"}}, 422, "bad-source", "exactly one"),
        ({"data": {"archive": "uploads/../registry.json", "site": "a"}}, 422, "bad-source", "uploads/"),
        ({"data": {"r2Prefix": "build/docs/", "site": "a"}}, 422, "bad-source", "sources/"),
        ({"data": {"r2Prefix": "sources/a"}}, 422, "no-site-name", "data.site"),
        ({"data": {**REPOSITORY, "site": "Docs"}}, 422, "input", "data.site"),
        ({"data": {**REPOSITORY, "site": "jobs"}}, 422, "reserved-name", "jobs"),
        ({"data": {**REPOSITORY, "folder": "../.."}}, 422, "input", "folder"),
        ({"data": {**REPOSITORY, "branch": "--upload-pack=sh"}}, 422, "input", "branch"),
        ({"data": {**REPOSITORY, "commit": "main"}}, 422, "input", "commit"),
        ({"data": {**REPOSITORY, "settings": {"content": {"layout": "word"}}}}, 422, "input", "layout"),
        ({"data": {**REPOSITORY, "settings": {"embedder": {"base_url": "https://evil"}}}}, 422, "input", "operator"),
        ({"data": {**REPOSITORY, "surprise": 1}}, 422, "input", "surprise"),
        ({"jobId": "a b"}, 422, "input", "jobId"),
        ({"jobId": "x" * 101}, 422, "input", "jobId"),
        ({"callbackUrl": "http://example.com/"}, 422, "bad-callback-url", "https"),
        ({"callbackUrl": "https://127.0.0.1/"}, 422, "bad-callback-url", "public"),
        ({"task": "deploy-repo"}, 422, "bad-deploy", "distFolder"),
    ],
)
async def test_orders_that_make_no_sense_are_refused(
    service: Service, order: dict[str, object], status: int, code: str, says: str
) -> None:
    answer = await start(service, **order)
    assert answer.status_code == status, answer.text
    error = answer.json()["error"]
    assert error["code"] == code
    assert says in error["message"]
    assert (await service.as_client("GET", "/jobs")).json() == {"jobs": []}


@pytest.mark.parametrize("body", [b"", b"{", b"\xff", b"[" * 10_000])
async def test_what_is_no_json_is_400(service: Service, body: bytes) -> None:
    answer = await service.as_client("POST", "/process", content=body)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "malformed")


@pytest.mark.parametrize("body", [b"null", b"[]", b'"text"'])
async def test_what_is_no_object_is_422(service: Service, body: bytes) -> None:
    assert (await service.as_client("POST", "/process", content=body)).status_code == 422


async def test_uploads_are_bounded_archives(service: Service) -> None:
    good = await service.as_client("POST", "/upload", content=make_archive({"a.md": "# A"}))
    assert good.status_code == 201
    assert good.json()["key"].startswith("uploads/")
    assert good.json()["key"].endswith(".tar.gz")
    assert (await service.as_client("POST", "/upload", content=b"text")).status_code == 422
    assert (await service.as_client("POST", "/upload", content=b"\x1f\x8b" + b"x" * 200_000)).status_code == 413


async def test_inference_comes_later(service: Service) -> None:
    for name in ("embeddings", "chat/completions"):
        answer = await service.client.post(f"/inference/{name}", json={})
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "not-yet")


async def test_jobs_need_the_token(service: Service) -> None:
    for method, path in (
        ("POST", "/process"),
        ("POST", "/upload"),
        ("GET", "/jobs"),
        ("GET", "/jobs/some"),
        ("POST", "/jobs/some/cancel"),
        ("POST", "/jobs/some/retry"),
    ):
        for authorization in (None, "Bearer wrong", "Bearer", "Basic YXBpLTAxMjM0NTY3ODk6", "api-0123456789"):
            headers = {"authorization": authorization} if authorization is not None else {}
            answer = await service.client.request(method, path, headers=headers)
            assert answer.status_code == 401, (path, authorization)
            assert answer.headers["www-authenticate"].startswith("Bearer")
            assert answer.json()["error"]["code"] == "unauthorized"


async def test_a_token_that_is_not_set_is_nobodys(open_service: Callable[..., Any]) -> None:
    async with open_service(API_TOKEN="", ADMIN_TOKEN="") as (service, _):
        for path in ("/jobs", "/admin/sites"):
            for headers in ({}, {"authorization": "Bearer "}, {"authorization": "Bearer x"}):
                answer = await service.client.get(path, headers=headers)
                assert answer.status_code == 500
                assert answer.json()["error"]["code"] == "configuration"


async def test_open_jobs_spare_registered_sites_and_repositories(open_service: Callable[..., Any]) -> None:
    async with open_service(OPEN_JOBS="true") as (service, _):
        await service.register("handbook", branch="main", folder="docs")

        async def ask(**data: object) -> tuple[int, str]:
            answer = await service.client.post("/process", json={"task": data.pop("task", "process-all"), "data": data})
            return answer.status_code, answer.json().get("error", {}).get("code", "")

        assert await ask(repoUrl="acme/other") == (202, "")
        assert await ask(site="handbook") == (202, "")
        assert await ask(repoUrl="acme/handbook", branch="main") == (202, "")
        assert await ask(repoUrl="acme/handbook", branch="draft") == (401, "needs-token")
        assert await ask(repoUrl="acme/handbook", folder="other") == (401, "needs-token")
        assert await ask(site="handbook", settings={"site": {"title": "Mine"}}) == (401, "needs-token")
        assert await ask(site="handbook", r2Prefix="sources/mine") == (401, "needs-token")
        assert await ask(task="deploy-repo", repoUrl="acme/other", distFolder="dist") == (401, "needs-token")
        assert await ask(site="handbook", repoUrl="acme/other") == (409, "site-of-another-repository")


async def test_a_registered_site_is_found_by_its_repository(service: Service) -> None:
    await service.register("handbook", branch="main")
    assert (await start(service)).json()["jobs"][0]["site"] == "handbook"
    await service.register("blog", folder="blog")
    several = await start(service)
    assert several.status_code == 422
    assert "blog, handbook" in several.json()["error"]["message"]


async def test_unknown_jobs_are_404(service: Service) -> None:
    for job_id in ("nothing", "docs.0123", "a" * 300, "a%20b", "a%0a"):
        for method, path in (("GET", ""), ("POST", "/cancel"), ("POST", "/retry")):
            answer = await service.as_client(method, f"/jobs/{job_id}{path}")
            assert answer.status_code in {404, 405}, (job_id, path)


async def test_jobs_are_listed_newest_first(service: Service) -> None:
    ids = [(await start(service, jobId=f"job-{number}")).json()["jobId"] for number in range(3)]
    await start(service, jobId="other", data={"repoUrl": "acme/other"})
    listed = (await service.as_client("GET", "/jobs")).json()["jobs"]
    assert {item["jobId"] for item in listed} == {*ids, "other"}
    assert [item["createdAt"] for item in listed] == sorted((item["createdAt"] for item in listed), reverse=True)
    of_site = (await service.as_client("GET", "/jobs?site=acme-handbook&limit=2")).json()["jobs"]
    assert [item["jobId"] for item in of_site] == ["job-2", "job-1"]
    assert (await service.as_client("GET", "/jobs?state=cancelled")).json() == {"jobs": []}
    for wrong in ("state=asleep", "limit=0", "limit=501", "limit=x", "limit=%C2%B2", "site=No"):
        assert (await service.as_client("GET", f"/jobs?{wrong}")).status_code == 422, wrong


async def test_a_job_is_cancelled_once_and_runs_again(service: Service) -> None:
    await start(service, jobId="one")  # GitHub is not there, so it waits for its next attempt
    cancelled = await service.as_client("POST", "/jobs/one/cancel")
    assert (cancelled.status_code, cancelled.json()["state"]) == (200, "cancelled")
    assert (await service.as_client("POST", "/jobs/one/cancel")).status_code == 200
    again = await service.as_client("POST", "/jobs/one/retry")
    assert again.status_code == 202
    assert again.json()["state"] in {"pending", "processing"}
    assert again.json()["attempts"] >= 1
    running = await service.as_client("POST", "/jobs/one/retry")
    assert (running.status_code, running.json()["error"]["code"]) == (409, "job-not-failed")


async def test_a_finished_job_is_neither_cancelled_nor_retried(docs: Service) -> None:
    (listed,) = (await docs.as_client("GET", "/jobs?site=docs&limit=1")).json()["jobs"]
    for verb in ("cancel", "retry"):
        assert (await docs.as_client("POST", f"/jobs/{listed['jobId']}/{verb}")).status_code == 409


async def test_the_copy_is_shown_while_the_coordinator_does_not_answer(open_service: Callable[..., Any]) -> None:
    from shared.errors import Unavailable

    class Silent:
        async def job(self, _: str) -> None:
            raise Unavailable("nobody is there")

    async with open_service() as (service, services):
        await start(service, jobId="one")
        assert (await service.job("one"))["stale"] is False
        services.coordinators["acme-handbook"] = Silent()
        shown = await service.job("one")
        assert (shown["jobId"], shown["stale"]) == ("one", True)
        services.cache.forget("job:one")
        assert (await service.as_client("GET", "/jobs/one")).status_code == 404
        services.coordinators["docs"] = Silent()
        assert (await service.as_client("GET", "/jobs/docs.0123")).status_code == 503


async def test_links_have_the_deployments_address(open_service: Callable[..., Any]) -> None:
    async with open_service(PUBLIC_URL="https://search.example.org/") as (service, _):
        job = await service.publish("tiny", {"a.md": "# A\n\nB."})
        assert job["result"]["links"]["current"] == "https://search.example.org/tiny/current.json"
        site = await service.register("handbook")
        assert site["hookUrl"] == "https://search.example.org/hooks/github"
        assert site["deployUrl"].startswith("https://search.example.org/hooks/deploy/")


async def test_pushes_and_orders_of_one_site_are_in_one_list(service: Service) -> None:
    site = await service.register("handbook")
    pushed = (await service.push(site["webhookSecret"], push_body())).json()["jobId"]
    ordered = (await start(service)).json()["jobId"]
    listed = (await service.as_client("GET", "/jobs?site=handbook")).json()["jobs"]
    assert [item["jobId"] for item in listed] == [ordered, pushed]
