"""Pages written to break a build, in an isolate that deep recursion or a large heap would end: equal to a laptop's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builds.site_builder import page
from tests.cases.hostile.write_folder import hostile_pages
from tests.runtime.cloud import Cloud, open_cloud
from tests.runtime.test_pipeline import assert_equals_local_build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.runtime.conftest import StartWorker

_SIZE = 20_000
"""Of the long pages: this machine's Python reads them at their full size in other tests."""


@pytest.fixture(scope="module")
def cloud(worker_server: StartWorker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cloud]:
    yield from open_cloud(worker_server, tmp_path_factory.mktemp("cloud"))


def test_hostile_pages_lose_no_other_and_become_what_a_laptop_makes_of_them(cloud: Cloud, tmp_path: Path) -> None:
    pages = dict(hostile_pages(_SIZE))
    site = cloud.add_site("hostile", {"index.md": page("harmless"), **pages})
    job = site.build(timeout_s=300)
    assert job["state"] == "completed", job["error"]
    assert job["diagnosticsTotal"] > 20
    assert_equals_local_build(cloud, "hostile", site.tree.path, tmp_path)
