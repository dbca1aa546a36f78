"""Archives: a redirection to a short-lived signed link, and what lies behind it on the other host name."""

from __future__ import annotations

import hashlib
import hmac
import subprocess
import time
from typing import TYPE_CHECKING, cast
from urllib.parse import quote, urlencode

from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse

from tests.standins.github_api.calls import REPOSITORY, ApiRoute, Call, not_found

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from tests.standins.github_api.hub import Hub
    from tests.standins.github_api.repositories import Repository

ARCHIVE_PATH = "/codeload"
_FORMATS = {"tar.gz": "application/x-gzip", "zip": "application/zip"}
_CHUNK_BYTES = 65_536
_TAR_PAGE = "rest/repos/contents#download-a-repository-archive-tar"
_ZIP_PAGE = "rest/repos/contents#download-a-repository-archive-zip"


def redirect_to_tarball(call: Call) -> Response:
    return _redirect(call, "tar.gz")


def redirect_to_zipball(call: Call) -> Response:
    return _redirect(call, "zip")


def get_archive(call: Call) -> Response:
    """What codeload serves: the link's signature is all the permission that it asks for."""
    repository = call.hub.repositories.find(call.params["owner"], call.params["repo"])
    kind, ref = call.params["format"], call.params["ref"]
    path = f"{call.params['owner']}/{call.params['repo']}/legacy.{kind}/{ref}"
    expires, _, signature = call.query.get("token", "").partition("-")
    is_valid = hmac.compare_digest(signature.encode(), _sign(call.hub, path, expires).encode())
    sha = repository.find_commit(ref) if repository else None
    if not is_valid or float(expires) < time.time() or repository is None or sha is None or kind not in _FORMATS:
        return PlainTextResponse("404: Not Found", 404)
    name = f"{repository.full_name.replace('/', '-')}-{repository.git('rev-parse', '--short=7', sha).decode().strip()}"
    headers = {
        "content-disposition": f"attachment; filename={name}.{kind}",
        "etag": f'W/"{hashlib.sha256(f"{sha}.{kind}".encode()).hexdigest()}"',
        "vary": "Authorization,Accept-Encoding",
    }
    chunks = pack_archive(repository, sha, kind, name)
    return StreamingResponse(chunks, headers=headers, media_type=_FORMATS[kind])


def _redirect(call: Call, kind: str) -> Response:
    """To a link that names the branch if a branch was asked for, so a push in between is seen, as with GitHub."""
    ref = call.params.get("ref") or call.repository.default_branch
    branch = f"refs/heads/{ref}"
    if call.repository.find_ref(branch):
        ref = branch
    elif not call.repository.find_commit(ref):
        raise not_found()
    path = f"{call.repository.full_name}/legacy.{kind}/{ref}"
    expires = f"{time.time() + call.hub.limits.archive_link_s:.3f}"
    query = urlencode({"token": f"{expires}-{_sign(call.hub, path, expires)}"})
    return RedirectResponse(f"{call.hub.archive_url}/{quote(path)}?{query}", 302)


def _sign(hub: Hub, path: str, expires: str) -> str:
    return hmac.new(hub.archive_key, f"{path}\n{expires}".encode(), hashlib.sha256).hexdigest()


def pack_archive(repository: Repository, sha: str, kind: str, folder: str) -> Iterator[bytes]:
    """What `git archive` writes of a commit, with everything below `folder`."""
    process = subprocess.Popen(
        ["git", "archive", f"--format={kind}", f"--prefix={folder}/", sha],
        cwd=repository.path,
        env=repository.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with process:
        output = cast("IO[bytes]", process.stdout)
        try:
            while chunk := output.read(_CHUNK_BYTES):
                yield chunk
        finally:
            process.kill()


ROUTES = [
    ApiRoute("GET", REPOSITORY + "/tarball", redirect_to_tarball, _TAR_PAGE),
    ApiRoute("GET", REPOSITORY + "/tarball/{ref:path}", redirect_to_tarball, _TAR_PAGE),
    ApiRoute("GET", REPOSITORY + "/zipball", redirect_to_zipball, _ZIP_PAGE),
    ApiRoute("GET", REPOSITORY + "/zipball/{ref:path}", redirect_to_zipball, _ZIP_PAGE),
]
ARCHIVE_ROUTE = ApiRoute("GET", ARCHIVE_PATH + "/{owner}/{repo}/legacy.{format}/{ref:path}", get_archive)
