"""Text analysis: what the index holds of a text, and where in the text it stands.

`web-client/src/engine/text/` is the same in TypeScript; the cases in `tests/cases/text/` hold both together. Whoever
changes a rule changes it on both sides and raises `TOKENIZER_VERSION`, because an index answers only queries that were
analysed as it was.
"""

from shared.domain.text.analyzer import TOKENIZER_VERSION, Analyzer, Token
from shared.domain.text.folding import fold
from shared.domain.text.languages import STEMMER_BY_LANGUAGE
from shared.domain.text.stop_words import stop_words

__all__ = ["STEMMER_BY_LANGUAGE", "TOKENIZER_VERSION", "Analyzer", "Token", "fold", "stop_words"]
