"""Files, as OpenAI's own client sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openai
import pytest

from tests.standins.openai_api.errors import ApiError
from tests.standins.openai_api.multipart import Upload, read_form

if TYPE_CHECKING:
    from tests.standins.openai_api import OpenAIStandIn

LINES = b'{"text": "\xc3\xa9\r\n--x"}\n\r\n{}\n'


def test_a_file_comes_back_byte_for_byte(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    file = openai_client.files.create(file=("rows.jsonl", LINES), purpose="batch")
    assert (file.filename, file.bytes, file.purpose, file.status) == ("rows.jsonl", len(LINES), "batch", "processed")
    assert openai_client.files.retrieve(file.id) == file
    assert openai_client.files.content(file.id).read() == LINES
    assert openai_api.requests[0].body == {
        "purpose": "batch",
        "file": {"filename": "rows.jsonl", "bytes": len(LINES)},
    }


def test_a_deleted_file_is_gone(openai_client: openai.OpenAI) -> None:
    file = openai_client.files.create(file=("rows.jsonl", LINES), purpose="batch")
    assert openai_client.files.delete(file.id).deleted
    for call in (openai_client.files.retrieve, openai_client.files.content, openai_client.files.delete):
        with pytest.raises(openai.NotFoundError, match=f"No such File object: {file.id}"):
            call(file.id)


def test_lists_come_in_pages_newest_first(openai_client: openai.OpenAI) -> None:
    files = [openai_client.files.create(file=(f"{number}.jsonl", b"{}"), purpose="batch") for number in range(5)]
    openai_client.files.create(file=("notes.txt", b"notes"), purpose="user_data")
    page = openai_client.files.list(purpose="batch", limit=2)
    assert [file.id for file in page.data] == [files[4].id, files[3].id]
    assert page.has_more
    assert [file.id for file in page] == [file.id for file in reversed(files)]
    assert [file.id for file in openai_client.files.list(purpose="batch", order="asc")] == [file.id for file in files]
    assert len(list(openai_client.files.list())) == 6


def test_files_expire(openai_api: OpenAIStandIn, openai_client: openai.OpenAI) -> None:
    month = openai_client.files.create(file=("a.jsonl", b"{}"), purpose="batch")
    hour = openai_client.files.create(
        file=("b.jsonl", b"{}"), purpose="batch", expires_after={"anchor": "created_at", "seconds": 3600}
    )
    ever = openai_client.files.create(file=("c.txt", b"text"), purpose="user_data")
    assert (hour.expires_at or 0) - hour.created_at == 3600
    assert (month.expires_at or 0) - month.created_at == 30 * 86_400
    openai_api.pass_time(3601)
    assert {file.id for file in openai_client.files.list()} == {month.id, ever.id}
    openai_api.pass_time(31 * 86_400)
    assert {file.id for file in openai_client.files.list()} == {ever.id}


def test_files_that_are_not_taken(openai_client: openai.OpenAI) -> None:
    with pytest.raises(openai.BadRequestError, match=r"Must be \.jsonl"):
        openai_client.files.create(file=("rows.json", b"{}"), purpose="batch")
    with pytest.raises(openai.BadRequestError, match="'poem' is not one of"):
        openai_client.files.create(file=("rows.jsonl", b"{}"), purpose="poem")  # type: ignore[arg-type]
    with pytest.raises(openai.BadRequestError, match="Unsupported content type: 'application/json'"):
        openai_client.post("/files", cast_to=object, body={"purpose": "batch"})
    private = openai_client.files.create(file=("notes.txt", b"notes"), purpose="user_data")
    with pytest.raises(openai.BadRequestError, match="Not allowed to download files of purpose: user_data"):
        openai_client.files.content(private.id)


PART = b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'


def test_a_form_written_by_hand_is_read() -> None:
    file = (
        b'--b\r\ncontent-disposition: form-data; name="file"; filename="a.jsonl"\r\nContent-Type: x/y\r\n\r\n{}\n\r\n'
    )
    form = read_form('multipart/form-data; boundary="b"', PART % (b"purpose", b"batch") + file + b"--b--\r\n")
    assert form == {"purpose": "batch", "file": Upload("a.jsonl", b"{}\n")}


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", PART % (b"a", b"1") + b"--b--\r\n"),
        ("multipart/form-data; boundary=c", PART % (b"a", b"1") + b"--b--\r\n"),
        ("multipart/form-data; boundary=b", PART % (b"a", b"1")),
        ("multipart/form-data; boundary=b", PART % (b"a", b"1") + b"--b\r\n"),
        ("multipart/form-data; boundary=b", b"--b\r\n\r\n1\r\n--b--\r\n"),
        ("multipart/form-data; boundary=b", (PART % (b"a", b"1") + b"--b--\r\n").replace(b"\r\n", b"\n")),
    ],
)
def test_a_form_with_mistakes_is_refused(content_type: str, body: bytes) -> None:
    with pytest.raises(ApiError, match="Could not parse multipart form"):
        read_form(content_type, body)
