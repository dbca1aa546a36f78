"""The browser's engine finds by words and meaning what Python finds, with word vectors and with those of a service."""

from __future__ import annotations

import asyncio
import base64
import json
from datetime import UTC, datetime
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from shared.adapters.embedders.static import StaticEmbedder
from shared.adapters.local.folder_source import FolderSource
from shared.adapters.local.folder_store import FolderStore
from shared.adapters.local.process_runner import ProcessRunner
from shared.cli.build_progress import SilentObserver
from shared.config import load_config
from shared.domain.vectors.arithmetic import Vectors, default
from shared.ports import EmbeddingUsage
from shared.usecases import assemble
from shared.usecases.build_site import build_site
from shared.usecases.run_step import run_step
from shared.usecases.search_site import open_site
from shared.usecases.stages.services import StepServices
from tests.client.npm import run_npm
from tests.golden.golden_queries import GoldenQuery, answer_of, make_queries
from tests.golden.golden_site import write_site

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from shared.domain.steps import Record, Step
    from shared.ports import TextEmbedder

PAGES = 420
QUERIES = 260
FEW_PROBES = [150, 5]
"""So that most sections of so small a site are left out."""
PARAPHRASES = (
    "undo what was published",
    "Speed of lookups",
    "how much RAM does it need?",
    "Wörterbuch für Übersetzungen",
    "C++ (std::vector) 3.11",
    "zzqqx unheard-of",
    "日本語 の 検索",
    "🙂",
)


class ServiceEmbedder:
    """An embedder as a service would be one: long vectors, and none for words alone."""

    name = "openai/test@300"
    dimensions = 300
    max_batch = 100
    usage = EmbeddingUsage()

    async def embed(self, texts: Sequence[str]) -> Vectors:
        return default.normalise(Vectors.from_rows(map(self._embed, texts), self.dimensions))

    def _embed(self, text: str) -> list[float]:
        row = [0.2] * self.dimensions  # vectors of a model crowd around their mean
        for word in text.lower().split():
            bits = int.from_bytes(sha256(word.encode()).digest() * 2, "big")
            row = [value + (1 if bits >> place & 1 else -1) for place, value in enumerate(row)]
        return row


@pytest.mark.usefixtures("installed_web_client")
@pytest.mark.parametrize("embedder", [StaticEmbedder(), ServiceEmbedder()], ids=["word-vectors", "service"])
def test_the_browser_finds_by_meaning_what_python_finds(
    embedder: TextEmbedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assemble, "_PROBES", FEW_PROBES)
    rng = Random("inkdex meaning")
    write_site(tmp_path / "source", "en", rng, PAGES)
    _build(tmp_path, embedder)
    texts = [path.read_text("utf-8") for path in sorted((tmp_path / "source").rglob("*.md"))]
    queries = make_queries(texts, ("guide", "how to", "C++", "news"), rng, QUERIES)
    queries += [GoldenQuery(text, True, 20) for text in PARAPHRASES]
    search = open_site("docs", FolderStore(tmp_path / "site").read, lambda _: embedder)
    by_words = open_site("docs", FolderStore(tmp_path / "site").read, lambda _: None)
    expected = [asyncio.run(answer_of(search, query)) for query in queries]
    _check_variety(expected, [asyncio.run(answer_of(by_words, query)) for query in queries])
    golden: dict[str, Any] = {"site": "docs", "meaning": "auto", "queries": expected}
    if isinstance(embedder, ServiceEmbedder):
        golden["embedded"] = {query.text: asyncio.run(_answer_of_service(embedder, query.text)) for query in queries}
    (tmp_path / "expected.json").write_text(json.dumps(golden), "utf-8")

    output = run_npm("run", "test:golden", env={"INKDEX_GOLDEN": str(tmp_path)})
    assert f"{2 * len(queries)} passed" in output, output  # of shards, and of the database


def _build(folder: Path, embedder: TextEmbedder) -> None:
    config = load_config((folder / "source" / "inkdex.toml").read_text("utf-8"))
    source = FolderSource(folder / "source")
    services = StepServices(source, FolderStore(folder / "site"), FolderStore(folder / "steps"), embedder)

    async def run(step: Step) -> Record:
        return await run_step(step, services)

    runner = ProcessRunner(run, _never, _never, (), jobs=1)
    asyncio.run(build_site(config, services, runner, SilentObserver(), as_of=datetime(2026, 11, 22, tzinfo=UTC)))


def _never(*_: object) -> Record:
    raise AssertionError("one job runs in this process")


async def _answer_of_service(embedder: ServiceEmbedder, text: str) -> dict[str, Any]:
    numbers, scales = default.scale_to_integers(await embedder.embed([text]), 127)
    vector = base64.b64encode(numbers).decode()
    return {"model": embedder.name, "dimensions": embedder.dimensions, "scale": scales[0], "vector": vector}


def _check_variety(fused: Sequence[dict[str, Any]], by_words: Sequence[dict[str, Any]]) -> None:
    """Meaning must have something to say: it moves documents, and finds some where words find none."""
    orders = [[result["url"] for result in answer["results"]] for answer in fused]
    by_word_orders = [[result["url"] for result in answer["results"]] for answer in by_words]
    moved = sum(one != other for one, other in zip(orders, by_word_orders, strict=True))
    assert moved > len(fused) * 0.3, moved
    assert any(one and not other for one, other in zip(orders, by_word_orders, strict=True))
