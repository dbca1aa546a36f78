"""The static embedder against the files it reads."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from shared.adapters.embedders import static
from shared.adapters.embedders.static import StaticEmbedder
from shared.domain.vectors.arithmetic import plain_backend
from shared.domain.vectors.runs import split_run
from shared.errors import ConfigurationError

EMBEDDER = StaticEmbedder()
TOKENIZER = Tokenizer.from_file(str(static._locate(static._TOKENIZER)))

TEXTS = [
    "Kubernetes schedules Pods onto Nodes; see `kubectl get pods -o wide`.",
    "naïve café 漢字かな交じり文 🙂 a̐éö̲",
    "https://example.org/a_very/long?query=string&with=parts#anchor",
    "x" * 500 + " tail",
]


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_are_those_of_the_whole_text(text: str) -> None:
    assert EMBEDDER.tokenise(text) == TOKENIZER.encode(text, add_special_tokens=False).ids


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Z", "Cc"], exclude_characters="\u2581<"), min_size=1)))
def test_words_tokenised_alone_are_tokenised_as_in_company(words: list[str]) -> None:
    text = " ".join(words)
    assert EMBEDDER.tokenise(text) == TOKENIZER.encode(text, add_special_tokens=False).ids


def test_white_space_of_any_kind_separates_words() -> None:
    assert EMBEDDER.embed_now(["two\n\t words"]) == EMBEDDER.embed_now([" two words "])


@given(st.lists(st.text(max_size=40), max_size=5))
def test_vectors_have_the_same_bytes_without_numpy(texts: list[str]) -> None:
    plain = StaticEmbedder.__new__(StaticEmbedder)
    plain.__dict__.update(EMBEDDER.__dict__, _table=_plain_table())
    assert plain.embed_now(texts) == EMBEDDER.embed_now(texts)


def test_a_text_has_the_direction_of_its_words_weighted_by_tokens() -> None:
    sums = [sum(column) for column in zip(*EMBEDDER.run_vectors([" incremental", " builds"]), strict=True)]
    norm = sum(value * value for value in sums) ** 0.5
    assert [value / norm for value in sums] == pytest.approx(
        list(EMBEDDER.embed_now(["incremental builds"]).row(0)), abs=1e-6
    )


def test_the_place_and_the_case_of_a_run_matter() -> None:
    runs = ["index", " index", " Index"]
    assert len({row.tobytes() for row in EMBEDDER.run_vectors(runs)}) == 3


def test_the_common_runs_are_words_that_are_one_token() -> None:
    common = EMBEDDER.common_runs()
    assert len(common) > 10_000
    assert {" index", " Index", " the"} <= set(common)
    assert all(len(EMBEDDER.tokenise(run)) == 1 for run in common if run.startswith(" ") and run != " ")


def test_other_words_are_split_as_the_tokenizer_does() -> None:
    ranks = {token: rank for rank, token in enumerate(EMBEDDER.vocabulary())}
    for word in ("cooking", "recipe", "vegetable", "unsubscribing", "zzzqx", "standardization", "pets", "mississippi"):
        tokens = split_run(" " + word, ranks)
        total = [sum(column) for column in zip(*EMBEDDER.run_vectors(tokens), strict=True)]
        norm = sum(value * value for value in total) ** 0.5
        assert [value / norm for value in total] == pytest.approx(list(EMBEDDER.embed_now([word]).row(0)), abs=1e-5)


def test_the_package_with_the_files_is_not_imported() -> None:
    assert "wordllama" not in sys.modules


@pytest.mark.parametrize("dimensions", [0, 257])
def test_dimensions_the_table_does_not_have_are_a_setting_to_fix(dimensions: int) -> None:
    with pytest.raises(ConfigurationError, match=r"embedder\.dimensions"):
        StaticEmbedder(dimensions)


def test_a_missing_package_is_a_setting_to_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(static, "_PACKAGE", "no-such-package")
    with pytest.raises(ConfigurationError, match="no-such-package"):
        StaticEmbedder()


def _plain_table() -> object:
    data, columns = static._read_table(static._locate(static._WEIGHTS))
    return plain_backend.token_table(data, columns, 128)
