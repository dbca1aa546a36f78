"""What a deployment makes of a site's settings, and where its sources are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from functions.settings import Settings
from functions.workshop import SiteWorkshop
from shared.adapters.github.source import GitHubSource
from shared.adapters.memory.object_store import MemoryStore
from shared.adapters.memory.vector_cache import MemoryVectorCache
from shared.adapters.store_source import StoreSource
from shared.config import SiteConfig, load_config
from shared.domain.jobs import BuildSpec, Claim, Job, SourceSpec
from shared.errors import ConfigurationError, InputError

if TYPE_CHECKING:
    from shared.ports import HttpClient

KEY = {"OPENAI_API_KEY": "k"}


class NoHttp:
    """A network that nobody may use."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError("no request is to be sent")


def workshop(source: SourceSpec | None = None, **variables: str) -> SiteWorkshop:
    spec = BuildSpec(task="process-all", source=source or SourceSpec(location="octocat/docs"))
    job = Job(job_id="docs.1", site="docs", spec=spec, trigger="api", created_at=0.0)
    http: HttpClient = NoHttp()  # type: ignore[assignment]
    return SiteWorkshop(
        Claim(site="docs", build="docs.1.1", spec=spec, resolution=None, job=job),
        Settings.read(variables.get),
        http=http,
        private=MemoryStore(),
        steps=MemoryStore(),
        artifacts=MemoryStore(),
        vector_cache=MemoryVectorCache(),
    )


def test_a_site_that_says_nothing_gets_vectors_if_there_is_a_key() -> None:
    assert workshop().adapt(SiteConfig()).embedder.kind == "none"
    adapted = workshop(**KEY, EMBED_MODEL="text-embedding-3-large", EMBED_DIMENSIONS="512").adapt(SiteConfig())
    assert (adapted.embedder.kind, adapted.embedder.model) == ("openai", "text-embedding-3-large")
    assert adapted.embedder.effective_dimensions == 512


def test_a_site_may_do_without_vectors() -> None:
    assert workshop(**KEY).adapt(load_config('[embedder]\nkind = "none"')).embedder.kind == "none"


def test_a_site_that_wants_vectors_is_told_what_is_missing() -> None:
    with pytest.raises(ConfigurationError, match="wrangler secret put OPENAI_API_KEY"):
        workshop().adapt(load_config('[embedder]\nkind = "openai"'))
    with pytest.raises(ConfigurationError, match="set it to openai or none"):
        workshop(**KEY).adapt(load_config('[embedder]\nkind = "static"'))


def test_a_site_cannot_say_where_the_key_is_sent_or_what_it_costs() -> None:
    text = '[embedder]\nkind = "openai"\nbase_url = "https://thief.example/v1"\nmodel = "dear"\ndimensions = 3072'
    adapted = workshop(**KEY).adapt(load_config(text))
    embedder = workshop(**KEY).embedder(adapted.embedder)
    assert embedder is not None
    assert embedder.name == "openai/text-embedding-3-small@384"
    assert "thief" not in repr(vars(embedder))
    assert "thief" not in adapted.model_dump_json()


def test_other_settings_stay_as_they_are_and_unset_ones_unset() -> None:
    config = load_config('[site]\ntitle = "Docs"\n[content]\ndrafts = true')
    adapted = workshop().adapt(config)
    assert adapted.model_dump(exclude_unset=True, exclude={"embedder"}) == config.model_dump(exclude_unset=True)


async def test_each_kind_of_source_is_found() -> None:
    commit = await workshop(SourceSpec(kind="r2", location="sources/docs")).resolve("")
    assert commit.sha is None
    assert isinstance(workshop().check_out(commit), GitHubSource)
    assert isinstance(workshop(SourceSpec(kind="r2", location="sources/docs")).check_out(commit), StoreSource)
    with pytest.raises(InputError, match="archive"):
        await workshop(SourceSpec(kind="archive", location="uploads/none.zip")).resolve("")


def test_writing_wants_a_token() -> None:
    with pytest.raises(ConfigurationError, match="GITHUB_TOKEN"):
        workshop().writer("octocat/docs", "dist")
