"""A deployment whose builds go wrong as a test says: the Worker's own code, with faults in the middle of it."""

from __future__ import annotations

import json
import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.cli.worker.staging import PACKAGES
from shared.domain.revision import manifest_name
from tests.builds.site_builder import page, read_revision
from tests.runtime.published import mirror_site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tests.runtime.cloud import Cloud, CloudSite

__all__ = ["FAULTY", "MAX_ATTEMPTS", "VARIABLES", "FaultySite", "add_faulty_site", "pages_of_parts"]

MAX_ATTEMPTS = 6
"""Of a message, before it is a dead letter."""

FAULTY: dict[str, Any] = {
    "main": "tests/runtime/worker/faulty_entry.py",
    "packages": (*PACKAGES, "tests/runtime/worker"),
    "queues": {
        "inkdex-pipeline": {"max_retries": MAX_ATTEMPTS - 1},
        "inkdex-pipeline-dead": {"max_batch_timeout": 0},
    },
}
"""Options of the Worker."""

VARIABLES = {
    "RETRY_BASE_S": "0",
    "SILENT_S": "3",
    "INLINE_S": "0",
    "EMBED_MAX_ATTEMPTS": "1",
    "EMBED_TIMEOUT_S": "3",
}
"""Every step goes through the queue, and what fails comes again at once."""

_CUT_MASK = 15
"""Of `shared/domain/parts.py`: a part ends before such a path."""


def pages_of_parts(parts: int = 3, *, files: int = 12, words: int = 12, edition: str = "") -> dict[str, str]:
    """Pages that a build cuts into so many parts. Another edition has another page in each."""
    names = [_page_name(part, number) for part in range(parts) for number in range(files)]
    pages = {}
    for place, name in enumerate(names):
        seed = f"{name} {edition}" if place % files == 1 else name
        pages[name] = page(seed, words=words, links=f"/{names[place * 7 % len(names)]}")
    return pages


def _page_name(part: int, number: int) -> str:
    for choice in range(1_000):
        name = f"{'abcdefgh'[part]}/page-{number:02}-{choice:03}.md"
        if (not zlib.crc32(name.encode()) & _CUT_MASK) == (number == 0):
            return name
    raise AssertionError("no name cuts the parts")


@dataclass
class FaultySite:
    """A site, and what goes wrong with it."""

    site: CloudSite

    @property
    def cloud(self) -> Cloud:
        return self.site.cloud

    @property
    def name(self) -> str:
        return self.site.name

    def script(self, **fields: object) -> None:
        """Replace what is scripted, and forget what was counted; `fields` as those of `Script`."""
        answer = self.cloud.client.put(f"/__faults__/{self.name}", content=json.dumps(fields))
        assert answer.status_code == 200, answer.text

    def change_faults(self, faults: Mapping[str, Sequence[object]]) -> None:
        """Let other things go wrong from now on; what was counted stays."""
        answer = self.cloud.client.post(f"/__faults__/{self.name}", content=json.dumps(faults))
        assert answer.status_code == 200, answer.text

    def report(self) -> dict[str, Any]:
        found = self.cloud.client.get(f"/__faults__/{self.name}").json()
        assert isinstance(found, dict)
        return found

    def runs(self, kind: str = "runs") -> dict[tuple[str, str], int]:
        """By stage and step, how often it was attempted; or `finished`."""
        return {(stage, key): count for stage, key, count in self.report()[kind]}

    def wait_for(self, condition: Callable[[], bool], timeout_s: float = 60.0) -> None:
        deadline = time.monotonic() + timeout_s
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError(f"it has not happened: {self.report()}")
            time.sleep(0.05)

    def wait_until_held(self) -> str:
        """The stage at which a build is held."""
        self.wait_for(lambda: self.report()["held"] is not None)
        return str(self.report()["held"])

    def release(self) -> None:
        self.cloud.client.delete(f"/__faults__/{self.name}")

    def start_build(self) -> str:
        """As an administrator; the job's id."""
        answer = self.cloud.as_admin("POST", f"/admin/sites/{self.name}/build")
        assert answer.status_code == 202, answer.text
        return str(answer.json()["jobId"])

    def complete_build(self, timeout_s: float = 120.0) -> dict[str, Any]:
        return self.expect("completed", self.start_build(), timeout_s)

    def expect(self, state: str, job_id: str, timeout_s: float = 120.0) -> dict[str, Any]:
        """The job, which must end like that."""
        job = self.cloud.wait_for_job(job_id, timeout_s)
        assert job["state"] == state, json.dumps([job, self.report()], indent=1)
        return job

    def act(self, job_id: str, verb: str) -> dict[str, Any]:
        """`cancel` or `retry` a job."""
        answer = self.cloud.as_client("POST", f"/jobs/{job_id}/{verb}")
        assert answer.status_code in {200, 202}, answer.text
        found = answer.json()
        assert isinstance(found, dict)
        return found

    def manifest_of(self, revision: str) -> int:
        """The status with which the revision's manifest is served."""
        return self.cloud.client.get(f"/{manifest_name(self.name, revision)}").status_code

    def read_whole(self, folder: Path) -> tuple[str, dict[str, bytes]]:
        """The published revision as a visitor gets it, into a new folder, with everything checked."""
        revision = mirror_site(self.cloud.client, self.name, folder)
        return revision, read_revision(folder, site=self.name)


def add_faulty_site(cloud: Cloud, name: str, files: dict[str, str], *, hook: bool = False) -> FaultySite:
    return FaultySite(cloud.add_site(name, files, hook=hook))
