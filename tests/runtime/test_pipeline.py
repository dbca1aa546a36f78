"""A `git push` becomes a published revision, in real workerd: the same one that the command line makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builds.site_builder import page
from tests.runtime.cloud import Cloud, open_cloud
from tests.runtime.equality import assert_equals_local_build
from tests.runtime.published import published_revision

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.runtime.conftest import StartWorker


@pytest.fixture(scope="module")
def cloud(worker_server: StartWorker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    yield from open_cloud(worker_server, tmp_path_factory.mktemp("cloud"))


def pages(count: int, *, words: int = 60) -> dict[str, str]:
    """Pages in a few folders that link to one another."""
    names = [f"guide/{number % 7}/page-{number:03}.md" for number in range(count)]
    return {name: page(number, words=words, links=f"/{names[number * 7 % count]}") for number, name in enumerate(names)}


def test_a_push_publishes_what_the_command_line_builds(cloud: Cloud, tmp_path: Path) -> None:
    site = cloud.add_site("equal", pages(90))
    job_id = site.push({"news.md": "---\ntitle: News\ntags: [fresh]\n---\n\n# News\n\nSomething happened.\n"})
    job = cloud.wait_for_job(job_id)
    assert job["state"] == "completed", job["error"]
    assert job["commit"] == site.tree.git("rev-parse", "HEAD")
    assert job["result"]["revision"] == published_revision(cloud.client, "equal")
    assert_equals_local_build(cloud, "equal", site.tree.path, tmp_path)


def test_a_second_push_reads_and_embeds_the_changed_part_only(cloud: Cloud, tmp_path: Path) -> None:
    site = cloud.add_site("again", pages(90))
    assert site.build()["state"] == "completed"
    cloud.github.hub.log.clear()
    cloud.openai.reset()
    edited = "guide/3/page-010.md"
    job = cloud.wait_for_job(site.push({edited: page("edited", words=80)}))
    assert job["state"] == "completed", job["error"]
    assert cloud.github.hub.log.find("*/tarball/*") == []
    assert len(cloud.github.hub.log.find("*/git/blobs/*")) <= 41, "one part, and the settings"
    texts = [text for request in cloud.openai.requests for text in request.inputs]
    assert 0 < len(texts) <= 6, "only sections that have changed"
    assert job["duration"] < 15_000
    assert_equals_local_build(cloud, "again", site.tree.path, tmp_path)
