"""Word vectors that come with Inkdex: a text's vector is the mean of its tokens' vectors. No network, no model to run.

The table and the tokenizer are those of the package `wordllama` (l2_supercat, 32,000 tokens of Llama 2, 256 dimensions
trained as nested ones, so that the first 128 serve alone). Its files are read as they are: importing the package takes
seconds, and its own look-up of the tokenizer wants the network.

A text is split at white space and each word is tokenised alone. SentencePiece's tokens never reach across a word's
start, so the tokens are those of the whole text with single spaces between words; and a word is tokenised only once.
`<s>` in a text is three characters, not a mark: the tokenizer's model is used without its special tokens.
"""

from __future__ import annotations

import json
import mmap
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tokenizers import Tokenizer

from shared.domain.vectors import arithmetic
from shared.domain.vectors.rows import Vectors
from shared.domain.vectors.runs import is_run
from shared.errors import ConfigurationError
from shared.ports import EmbeddingUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shared.domain.vectors.arithmetic import Backend

__all__ = ["StaticEmbedder"]

_PACKAGE: Final = "wordllama"
_WEIGHTS: Final = "wordllama/weights/l2_supercat_256.safetensors"
_TOKENIZER: Final = "wordllama/tokenizers/l2_supercat_tokenizer_config.json"
_TENSOR: Final = "embedding.weight"
_WORD_START: Final = "\u2581"
_OF_ONE_CLASS: Final = re.compile(rf"{_WORD_START}|{_WORD_START}?(?:[A-Za-z]+|[!-/:-@\[-`{{-~]+)")
_MAX_CACHED_WORDS: Final = 100_000
_MAX_CACHED_LENGTH: Final = 32


class StaticEmbedder:
    """A `TextEmbedder` from a table of token vectors.

    A text's vector depends on that text only, to the last bit: sums of float16 numbers are exact in float64.
    """

    max_batch = 1024

    def __init__(self, dimensions: int = 128, *, backend: Backend = arithmetic.default) -> None:
        """Load the table, cut to its first `dimensions` columns (at most 256).

        Raises:
            ConfigurationError: wordllama is not installed, has other files, or has fewer dimensions.
        """
        table, columns = _read_table(_locate(_WEIGHTS))
        if not 1 <= dimensions <= columns:
            raise ConfigurationError(f"embedder.dimensions is {dimensions}; the static embedder has 1 to {columns}")
        self.dimensions = dimensions
        self.name = f"static/{_PACKAGE}-{columns}@{dimensions}"
        self._table = backend.token_table(table, columns, dimensions)
        tokenizer = Tokenizer.from_file(str(_locate(_TOKENIZER)))
        self._model = tokenizer.model
        self._tokenizer = tokenizer
        self._common: tuple[str, ...] = ()
        self._known: dict[str, tuple[int, ...]] = {}
        self._usage = EmbeddingUsage()

    @property
    def usage(self) -> EmbeddingUsage:
        return self._usage

    async def embed(self, texts: Sequence[str]) -> Vectors:
        return self.embed_now(texts)

    def embed_now(self, texts: Sequence[str]) -> Vectors:
        """What `embed` does, which has nothing to wait for."""
        tokens = [self.tokenise(text) for text in texts]
        before = self._usage
        self._usage = EmbeddingUsage(before.texts + len(texts), before.tokens + sum(map(len, tokens)))
        return self._table.pool(tokens)

    def common_runs(self) -> tuple[str, ...]:
        """The runs that begin a word and are one token, and the tokens that other runs are made of."""
        if not self._common:
            begin = [token[1:] for token in self._tokenizer.get_vocab() if token.startswith(_WORD_START)]
            runs = {" " + word for word in begin if is_run(word)}
            self._common = tuple(sorted(runs.union(self.vocabulary())))
        return self._common

    def vocabulary(self) -> tuple[str, ...]:
        """Of ASCII letters alone or of other ASCII signs. A token's number is its rank (SentencePiece's BPE)."""
        tokens = sorted((number, token) for token, number in self._tokenizer.get_vocab().items())
        return tuple(token.replace(_WORD_START, " ") for _, token in tokens if _OF_ONE_CLASS.fullmatch(token))

    def run_vectors(self, runs: Sequence[str]) -> Vectors:
        """The sum of each run's token vectors."""
        return Vectors.from_rows((self._table.sum_rows(self._tokens_of(run)) for run in runs), self.dimensions)

    def _tokens_of(self, run: str) -> tuple[int, ...]:
        if run.startswith(" "):
            return self._tokenise_word(run[1:])
        return tuple(token.id for token in self._model.tokenize(run))

    def tokenise(self, text: str) -> list[int]:
        """Token numbers of a text, whatever its length."""
        known = self._known
        tokens: list[int] = []
        for word in text.split():
            tokens += known.get(word) or self._tokenise_word(word)
        return tokens

    def _tokenise_word(self, word: str) -> tuple[int, ...]:
        valid = word.encode("utf-8", "replace").decode("utf-8")  # the tokenizer refuses lone surrogates
        tokens = tuple(token.id for token in self._model.tokenize(_WORD_START + valid))
        if len(word) <= _MAX_CACHED_LENGTH and len(self._known) < _MAX_CACHED_WORDS:
            self._known[word] = tokens
        return tokens


def _locate(name: str) -> Path:
    try:
        path = Path(str(distribution(_PACKAGE).locate_file(name)))
    except PackageNotFoundError as error:
        raise ConfigurationError(f'embedder.kind "static" needs the package {_PACKAGE}') from error
    if not path.is_file():
        raise ConfigurationError(f"the package {_PACKAGE} has no file {name}; install the version in uv.lock")
    return path


def _read_table(path: Path) -> tuple[memoryview, int]:
    """The tensor as mapped little-endian float16, and its number of columns.

    safetensors: the header's length as 8 bytes, little-endian, a JSON header, then the tensors.
    """
    with path.open("rb") as file:
        mapped = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    start = 8 + int.from_bytes(mapped[:8], "little")
    tensor = json.loads(bytes(mapped[8:start]))[_TENSOR]
    if tensor["dtype"] != "F16":
        raise ConfigurationError(f"{path} holds {tensor['dtype']} numbers, not F16")
    first, last = tensor["data_offsets"]
    return mapped[start + first : start + last], tensor["shape"][1]
