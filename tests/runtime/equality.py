"""Whether the Worker has published what the command line builds."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from shared.domain.revision import revision_file
from tests.runtime.cloud import build_locally
from tests.runtime.published import built_files, database_rows, mirror_site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.runtime.cloud import Cloud

__all__ = ["assert_equals_local_build"]


def assert_equals_local_build(cloud: Cloud, name: str, tree: Path, folder: Path) -> None:
    """Every JSON and block file byte for byte, search.db row for row."""
    shutil.rmtree(folder, ignore_errors=True)
    revision = mirror_site(cloud.client, name, folder / "worker")
    build_locally(tree, name, folder / "local")
    worker, local = built_files(folder / "worker"), built_files(folder / "local")
    pointer = f"{name}/current.json"  # knows of earlier revisions, which the fresh folder has not
    assert worker.keys() == local.keys()
    assert [key for key in worker if worker[key] != local[key] and key != pointer] == []
    database = revision_file(name, revision, "search.db")
    assert database_rows(folder / "worker" / database) == database_rows(folder / "local" / database)
