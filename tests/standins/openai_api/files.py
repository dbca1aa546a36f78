"""Files, kept in memory."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from tests.standins.openai_api.errors import ApiError, bad_request, missing_parameter
from tests.standins.openai_api.multipart import Upload
from tests.standins.openai_api.pages import make_page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.standins.openai_api.clock import Clock

PURPOSES = ["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]
MAX_FILE_BYTES = 512 * 2**20
MAX_BATCH_FILE_BYTES = 200 * 2**20
BATCH_FILE_LIFE_S = 30 * 86_400
_DOWNLOADABLE = {"batch", "batch_output", "fine-tune", "fine-tune-results"}


@dataclass(frozen=True)
class StoredFile:
    id: str
    filename: str
    purpose: str
    content: bytes
    created_at: float
    expires_at: float | None

    def render(self) -> dict[str, Any]:
        return {
            "object": "file",
            "id": self.id,
            "purpose": self.purpose,
            "filename": self.filename,
            "bytes": len(self.content),
            "created_at": int(self.created_at),
            "expires_at": int(self.expires_at) if self.expires_at is not None else None,
            "status": "processed",
            "status_details": None,
        }


class FileStore:
    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._files: dict[str, StoredFile] = {}
        self._numbers = count(1)
        self._lock = threading.Lock()

    def upload(self, form: Mapping[str, str | Upload]) -> StoredFile:
        """The file of a form, checked.

        Raises:
            ApiError: the original would not take it.
        """
        upload, purpose = form.get("file"), form.get("purpose")
        if not isinstance(upload, Upload):
            raise missing_parameter("file")
        if purpose is None:
            raise missing_parameter("purpose")
        if purpose not in PURPOSES:
            raise bad_request(f"'{purpose}' is not one of {PURPOSES} - 'purpose'")
        limit = MAX_BATCH_FILE_BYTES if purpose == "batch" else MAX_FILE_BYTES
        if len(upload.content) > limit:
            raise ApiError(413, f"File size {len(upload.content)} exceeds the maximum of {limit} bytes.")
        if purpose == "batch" and not upload.filename.endswith(".jsonl"):
            raise bad_request("Invalid file format for Batch API. Must be .jsonl")
        return self.add(upload.filename, str(purpose), upload.content, life_s=_read_life_s(form, str(purpose)))

    def add(self, filename: str, purpose: str, content: bytes, *, life_s: float | None = None) -> StoredFile:
        now = self._clock.now()
        with self._lock:
            file_id = f"file-{next(self._numbers):022d}"
            expires_at = now + life_s if life_s is not None else None
            self._files[file_id] = StoredFile(file_id, filename, purpose, content, now, expires_at)
            return self._files[file_id]

    def find(self, file_id: str) -> StoredFile | None:
        file = self._files.get(file_id)
        return file if file and (file.expires_at is None or self._clock.now() < file.expires_at) else None

    def get(self, file_id: str) -> StoredFile:
        file = self.find(file_id)
        if file is None:
            raise ApiError(404, f"No such File object: {file_id}", param="id")
        return file

    def content(self, file_id: str) -> bytes:
        file = self.get(file_id)
        if file.purpose not in _DOWNLOADABLE:
            raise bad_request(f"Not allowed to download files of purpose: {file.purpose}")
        return file.content

    def list_page(self, query: Mapping[str, str]) -> dict[str, Any]:
        purpose = query.get("purpose")
        found = [file for file_id in list(self._files) if (file := self.find(file_id))]
        shown = [file.render() for file in found if purpose in (None, file.purpose)]
        if query.get("order", "desc") == "desc":
            shown.reverse()
        return make_page(shown, query, default=10_000, most=10_000)

    def delete(self, file_id: str) -> dict[str, Any]:
        self.get(file_id)
        with self._lock:
            self._files.pop(file_id, None)
        return {"object": "file", "id": file_id, "deleted": True}

    def clear(self) -> None:
        with self._lock:
            self._files.clear()


def _read_life_s(form: Mapping[str, str | Upload], purpose: str) -> float | None:
    given = form.get("expires_after[seconds]")
    if given is None:
        return BATCH_FILE_LIFE_S if purpose == "batch" else None
    if form.get("expires_after[anchor]") != "created_at" or not 3600 <= int(str(given)) <= 2_592_000:
        raise bad_request("Invalid 'expires_after'.", param="expires_after", code="invalid_value")
    return float(str(given))
