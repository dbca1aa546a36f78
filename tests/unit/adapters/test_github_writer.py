"""A project is written into a repository: what is sent, what is kept, what is refused."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from shared.adapters.github.changes import MANIFEST_NAME, FolderChanges, check_path
from shared.adapters.github.client import GitHubApi
from shared.adapters.github.repository import RepositoryName
from shared.adapters.github.writer import GitHubWriter
from shared.adapters.local.httpx_client import HttpxClient
from shared.domain.git_objects import git_blob_id
from shared.errors import ConfigurationError, ConflictError, InputError, RateLimited, Unavailable
from tests.standins.github_api import TOKEN, Fault, GitHubStandIn

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable

    from tests.standins.github_api.repositories import Repository

_numbers = iter(range(10_000))


class Project:
    """A repository of the stand-in and a writer into it, on a clock of its own."""

    def __init__(self, github: GitHubStandIn, http: HttpxClient, name: str, folder: str, token: str) -> None:
        self.github = github
        self.waits: list[float] = []
        self.now_s = 0.0
        api = GitHubApi(http, base_url=github.base_url, token=token, sleep=self._sleep)
        self.writer = GitHubWriter(
            api, RepositoryName.parse(name), folder=folder, sleep=self._sleep, clock=lambda: self.now_s
        )
        self.name = name

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now_s += seconds

    @property
    def repository(self) -> Repository:
        found = self.github.hub.repositories.find(*self.name.split("/"))
        assert found
        return found

    async def commit(self, files: dict[str, bytes], *, branch: str = "main") -> str:
        return await self.writer.commit(in_order(files.items()), branch=branch, message="Write the project")

    def files(self, branch: str = "main") -> dict[str, bytes]:
        """The branch's files but the manifest."""
        names = self.repository.git("ls-tree", "-r", "-z", "--name-only", branch).decode().split("\0")[:-1]
        found = {name: self.repository.git("cat-file", "blob", f"{branch}:{name}") for name in names}
        return {name: data for name, data in found.items() if not name.endswith(MANIFEST_NAME)}

    def written(self) -> list[str]:
        """The requests that wrote, in order: blobs, trees, commits, refs."""
        log = self.github.hub.log
        paths = [request.path for request in log.find() if request.method not in ("GET", "HEAD")]
        return [path.partition("/git/")[2].partition("/")[0] for path in paths]


async def in_order(items: Iterable[tuple[str, bytes]]) -> AsyncIterator[tuple[str, bytes]]:
    for item in items:
        yield item


@asynccontextmanager
async def open_project(
    github: GitHubStandIn, *, files: dict[str, Any] | None = None, folder: str = "site", token: str = TOKEN
) -> AsyncIterator[Project]:
    name = f"project-{next(_numbers)}"
    if files is not None:
        github.create_repo("octocat", name, files=files)
    async with HttpxClient() as http:
        yield Project(github, http, f"octocat/{name}", folder, token)


FILES = {"a.md": b"# A\r\n", "b/c.md": "# ü\n".encode(), "b/empty.md": b"", "logo.png": b"\x89PNG\0\xff"}
OTHERS = {"README.md": b"of the author", "other/x.md": b"x"}


async def test_files_are_committed_below_the_folder_and_others_stay(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS) as project:
        sha = await project.commit(FILES)
        assert project.files() == OTHERS | {f"site/{path}": data for path, data in FILES.items()}
        assert project.repository.find_commit("main") == sha
        assert project.repository.git("log", "-1", "--format=%B", "main").decode().strip() == "Write the project"
        # The picture is no text, so it is a blob of its own.
        assert project.written() == ["blobs", "trees", "commits", "refs"]


async def test_a_whole_repository_may_be_the_folder(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS, folder="") as project:
        await project.commit(FILES)
        assert project.files() == OTHERS | FILES


async def test_the_same_files_make_no_commit_and_send_nothing(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS) as project:
        first = await project.commit(FILES)
        github.hub.log.clear()
        assert await project.commit(dict(reversed(FILES.items()))) == first
        assert project.written() == []


async def test_only_what_changed_is_sent(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS) as project:
        await project.commit(FILES)
        github.hub.log.clear()
        await project.commit(FILES | {"a.md": b"# New\n"})
        assert project.files()["site/a.md"] == b"# New\n"
        assert project.written() == ["trees", "commits", "refs"]


async def test_files_written_before_and_gone_are_removed_and_no_others(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS | {"site/own.md": b"of the author"}) as project:
        await project.commit(FILES | {"edited.md": b"ours"})
        project.repository.commit_files({"site/edited.md": "theirs now", "site/new.md": "theirs"})
        await project.commit({"a.md": b"# A\r\n"})
        assert project.files() == {
            **OTHERS,
            "site/own.md": b"of the author",
            "site/edited.md": b"theirs now",
            "site/new.md": b"theirs",
            "site/a.md": b"# A\r\n",
        }


async def test_a_folder_becomes_a_file_and_a_file_a_folder(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS) as project:
        await project.commit({"a/b.md": b"1", "c": b"2"})
        await project.commit({"a": b"3", "c/d.md": b"4"})
        assert project.files() == OTHERS | {"site/a": b"3", "site/c/d.md": b"4"}


async def test_a_damaged_manifest_removes_nothing(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS) as project:
        await project.commit(FILES)
        project.repository.commit_files({f"site/{MANIFEST_NAME}": "{"})
        await project.commit({"a.md": b"x"})
        assert project.files() == OTHERS | {f"site/{path}": data for path, data in FILES.items()} | {"site/a.md": b"x"}


async def test_a_new_branch_begins_at_the_default_one(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS) as project:
        await project.commit(FILES, branch="inkdex/site")
        assert project.files() == OTHERS
        assert project.files("inkdex/site") == OTHERS | {f"site/{path}": data for path, data in FILES.items()}
        await project.commit(FILES, branch="inkdex/site")
        count = project.repository.git("rev-list", "--count", "main..inkdex/site").decode().strip()
        assert count == "1"


async def test_many_files_are_few_requests_with_pauses_between(github: GitHubStandIn) -> None:
    files = {f"{number:04}.md": b"# Page %d\n" % number for number in range(1200)}
    files["large.md"] = b"x" * 300_000
    async with open_project(github, files=OTHERS) as project:
        await project.commit(files)
        assert len(project.files()) == 1203
        assert project.written() == ["trees", "trees", "blobs", "trees", "commits", "refs"]
        assert project.waits == [1.0] * 5


async def test_a_push_in_between_is_kept(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS) as project:
        await project.commit({"old.md": b"old"})

        async def files() -> AsyncIterator[tuple[str, bytes]]:
            for item in FILES.items():
                yield item
            project.repository.commit_files({"README.md": "pushed meanwhile"})

        await project.writer.commit(files(), branch="main", message="x")
        expected = OTHERS | {"README.md": b"pushed meanwhile"} | {f"site/{path}": data for path, data in FILES.items()}
        assert project.files() == expected
        assert project.repository.git("rev-list", "--count", "main").decode().strip() == "4"


async def test_pushes_again_and_again_are_a_conflict(github: GitHubStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_project(github, files=OTHERS) as project:
        write = project.writer.write

        async def write_late(method: str, path: str, content: object, model: Any) -> Any:
            if method == "PATCH":
                project.repository.commit_files({"README.md": f"{next(_numbers)}"})
            return await write(method, path, content, model)

        monkeypatch.setattr(project.writer, "write", write_late)
        with pytest.raises(ConflictError):
            await project.commit(FILES)
        assert project.files()["other/x.md"] == b"x"


@pytest.mark.parametrize("kind", ["server_error", "reset", "secondary_rate_limit", "truncated"])
@pytest.mark.parametrize("path", ["*/git/trees", "*/git/blobs", "*/git/commits", "*/git/refs*"])
async def test_every_request_may_be_repeated(github: GitHubStandIn, kind: Any, path: str) -> None:
    async with open_project(github, files=OTHERS) as project:
        github.hub.faults.script(Fault(kind, path, method="P*", times=2))
        sha = await project.commit(FILES, branch="new")
        assert project.files("new") == OTHERS | {f"site/{path}": data for path, data in FILES.items()}
        assert await project.commit(FILES, branch="new") == sha


async def test_a_long_limit_is_the_callers_and_the_next_attempt_goes_on(github: GitHubStandIn) -> None:
    async with open_project(github, files=OTHERS) as project:
        github.hub.faults.script(Fault("secondary_rate_limit", "*/git/commits", method="POST", retry_after="600"))
        with pytest.raises(RateLimited) as caught:
            await project.commit(FILES)
        assert caught.value.retry_after_s == 600.0
        assert project.files() == OTHERS
        await project.commit(FILES)
        assert len(project.files()) == len(OTHERS) + len(FILES)


async def test_a_tree_that_lacks_what_was_sent_moves_no_branch(
    github: GitHubStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_project(github, files=OTHERS) as project:
        write = project.writer.write

        async def lose(method: str, path: str, content: Any, model: Any) -> Any:
            if path == "/git/trees":
                content["tree"] = content["tree"][1:]
            return await write(method, path, content, model)

        monkeypatch.setattr(project.writer, "write", lose)
        with pytest.raises(Unavailable, match="malformed"):
            await project.commit(FILES)
        assert project.files() == OTHERS


BAD_PATHS = [
    "",
    "../a",
    "a/../b",
    "/a",
    "a//b",
    "a/",
    "./a",
    ".git/config",
    "a/.GIT/hooks/x",
    "GIT~1/x",
    ".git./x",
    "a\\b",
    "a\0b",
    "a\nb",
    "x" * 256,
    "a/" * 3000 + "b",
    "caf\udce9",
    MANIFEST_NAME,
]


@pytest.mark.parametrize("path", BAD_PATHS)
async def test_a_path_that_leads_out_is_refused_and_nothing_is_committed(github: GitHubStandIn, path: str) -> None:
    async with open_project(github, files=OTHERS) as project:
        with pytest.raises(InputError) as caught:
            await project.commit({"a.md": b"x", path: b"y"})
        assert caught.value.code == "bad-path"
        assert project.files() == OTHERS


def test_a_path_twice_is_refused() -> None:
    changes = FolderChanges({}, None)
    assert changes.add("a.md", git_blob_id(b"x"))
    with pytest.raises(InputError, match="twice"):
        changes.add("a.md", git_blob_id(b"y"))


@pytest.mark.parametrize("path", ["a.md", ".github/workflows/x.yml", "ü/a b.md", ".gitignore", "git/x", "x" * 255])
def test_ordinary_paths_are_taken(path: str) -> None:
    check_path(path)


@pytest.mark.parametrize("folder", ["../x", "/x", "a/.git", "a\\b"])
async def test_a_folder_that_leads_out_is_refused(github: GitHubStandIn, folder: str) -> None:
    with pytest.raises(InputError):
        async with open_project(github, folder=folder):
            pass


# Repositories


async def test_a_repository_is_made_once(github: GitHubStandIn) -> None:
    async with open_project(github) as project:
        assert await project.writer.create(description="Docs")
        assert project.repository.private
        assert not await project.writer.create()
        await project.commit(FILES)
        assert {"README.md", *(f"site/{path}" for path in FILES)} == set(project.files())


async def test_a_repository_of_an_organisation_is_made_there(github: GitHubStandIn) -> None:
    github.hub.accounts.find_or_create("acme", "Organization")
    async with HttpxClient() as http:
        name = f"acme/docs-{next(_numbers)}"
        project = Project(github, http, name, "", TOKEN)
        assert await project.writer.create(private=False)
        assert not project.repository.private
        with pytest.raises(ConfigurationError, match="administration: write"):
            await Project(github, http, "nobody-there/docs", "", TOKEN).writer.create()


async def test_a_token_that_may_only_read_says_what_it_needs(github: GitHubStandIn) -> None:
    github.hub.accounts.create_token("reader", "octocat", can_write=False)
    async with open_project(github, files=OTHERS, token="reader") as project:
        with pytest.raises(ConfigurationError, match="contents: write"):
            await project.commit(FILES)


async def test_a_repository_that_is_not_there_says_so(github: GitHubStandIn) -> None:
    async with open_project(github) as project:
        with pytest.raises(InputError, match="check owner"):
            await project.commit(FILES)
