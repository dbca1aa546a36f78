"""Computes the answers in tests/cases/text anew: run it after changing a rule, and read the difference.

.venv/bin/python tests/unit/text/regenerate_cases.py
"""

from __future__ import annotations

import gzip
import importlib
import json
import unicodedata
from pathlib import Path
from typing import Any

from shared.domain.text import Analyzer, fold

CASES = Path(__file__).parents[2] / "cases" / "text"
_FOLDED_BLOCKS = ((0xA0, 0x24FF), (0x3000, 0x33FF), (0xFB00, 0xFFEF))


def main() -> None:
    """Rewrites the generated files; their questions stay."""
    golden = (CASES / "golden.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
    write_lines("golden.jsonl", [analyze(*json.loads(line)[:2]) for line in golden])
    write_lines("folding.jsonl", [[text, fold(text)] for text in folded_texts()])
    questions = gzip.decompress((CASES / "stemmers.tsv.gz").read_bytes()).decode().rstrip("\n").split("\n")
    answers = [f"{algorithm}\t{word}\t{stem(algorithm, word)}\n" for algorithm, word, *_ in map(split, questions)]
    (CASES / "stemmers.tsv.gz").write_bytes(gzip.compress("".join(answers).encode(), mtime=0))


def analyze(language: str, text: str) -> list[Any]:
    return [language, text, Analyzer(language).tokens(text)]


def stem(algorithm: str, word: str) -> str:
    """The stem by Snowball alone: not folded."""
    module = importlib.import_module(f"snowballstemmer.{algorithm}_stemmer")
    return str(getattr(module, f"{algorithm.title()}Stemmer")().stemWord(word))


def folded_texts() -> list[str]:
    """All characters of the blocks whose letters fold, 64 a line; unassigned ones differ between Unicode versions."""
    characters = [chr(code) for first, last in _FOLDED_BLOCKS for code in range(first, last + 1)]
    assigned = [character for character in characters if unicodedata.category(character) not in {"Cn", "Co"}]
    return ["".join(assigned[start : start + 64]) for start in range(0, len(assigned), 64)]


def split(line: str) -> list[str]:
    return line.split("\t")


def write_lines(name: str, rows: list[list[Any]]) -> None:
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows]
    (CASES / name).write_text("".join(lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
