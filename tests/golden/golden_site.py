"""Sites for the golden queries: pages that are made the same way every time, with all that ranking tells apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

__all__ = ["VOCABULARY", "write_long_pages", "write_site"]

_WORDS = {
    "en": (
        "index indexes indexing search searching query ranking rank page pages section heading build builder building "
        "publish publication revision pointer manifest shard vector meaning embedding stem stemming token tokeniser "
        "language languages configure configuration configured deploy deployment rollback browser visitor author image "
        "caption description database sqlite command argument option folder folders repository commit branch webhook "
        "queue worker runtime memory budget latency throughput the of and to in with without never not resume naive "
        "real-time end-to-end state-of-the-art don't John's O'Reilly C++ C# .NET Node.js v3.11.2 2026-01-31 --dry-run "
        "camelCase parseDocument HTTPServer snake_case_name a.b.c utf8 H2O base64 std::vector 日本 café œuvre ﬁne"
    ),
    "de": (
        "Suche suchen gesucht Seite Seiten Abschnitt Überschrift Überschriften bauen gebaut Gebäude Straße Straßen Maß "
        "Größe größer übersetzen Übersetzung Sprache Sprachen Wörter Wort Wörterbuch Verzeichnis veröffentlichen nicht "
        "Veröffentlichung schön schöner Haus Häuser der die das und oder mit ohne für über Datei Dateien laden geladen "
        "Fußnote naïve Donaudampfschiff E-Mail C++ utf8 parseDocument café"
    ),
    "ja": (
        "検索 索引 文書 見出し 日本語 東京都 京都 ページ セクション ビルド データベース ｶﾞｲﾄﾞ 検索エンジン "
        "𠮷野家 テスト 公開 改訂 索引を作る 文書を検索する 日本語の文書 SQLite index search "
        "ひらがな カタカナ 한국어 검색 文脈 意味"
    ),
}
VOCABULARY = {language: words.split() for language, words in _WORDS.items()}
_COMMON = {"en": "common", "de": "gemeinsam", "ja": "共通"}
_TAGS = ("guide", "Guide", "how to", "Résumé", "C++", "news")


def write_site(folder: Path, language: str, rng: Random, pages: int) -> None:
    """Write `pages` pages of one language, and a few of others, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "inkdex.toml").write_text(
        f'[site]\nname = "docs"\nlanguage = "{language}"\nbase_url = "/base/"\n[content]\nlayout = "plain"\n', "utf-8"
    )
    text = ""
    for number in range(pages):
        other = rng.choice(sorted(VOCABULARY)) if number % 17 == 5 else language
        # Every tenth page equals the one before it: ties, which must be broken alike.
        if number % 10 != 9:
            text = _page(rng, other, number, site_language=language)
        (folder / f"page-{number:03}.md").write_text(text, "utf-8")


def write_long_pages(folder: Path, language: str, rng: Random) -> None:
    """Write pages of so many short sections that of a common word's list only the beginning counts."""
    for number in range(5):
        parts = [f"## {rng.choice(VOCABULARY[language])}\n\n{_COMMON[language]}" for _ in range(900)]
        (folder / f"long-{number}.md").write_text("\n\n".join([f"# Long {number}", *parts, ""]), "utf-8")


def _page(rng: Random, language: str, number: int, *, site_language: str) -> str:
    def words(least: int, most: int) -> str:
        return " ".join(rng.choices(VOCABULARY[language], k=rng.randint(least, most)))

    front = [f'title: "{words(1, 4)}"']
    if language != site_language:
        front.append(f"lang: {language}")
    if number % 3 == 0:
        front.append(f"tags: {rng.sample(_TAGS, rng.randint(1, 3))!r}")
    if number % 4 == 0:
        front.append(f"date: 20{rng.randint(19, 26)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}")
    elif number % 4 == 1:
        front.append(f"updated: 2024-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}")
    if number % 5 == 0:
        front.append(f'description: "{words(3, 8)}"')
    blocks = [f"{words(5, 30)}. {_COMMON[language]} {words(1, 5)}."]
    for _ in range(rng.randint(0, 4)):
        blocks.append(f"{'#' * rng.randint(2, 4)} {words(1, 4)}")
        blocks.append(f"{words(3, 40)}. {_COMMON[language] if rng.random() < 0.7 else ''}")
        if rng.random() < 0.3:
            blocks.append(f"```\n{words(2, 6)}\n{words(1, 3)}()\n```")
    return "\n".join(["---", *front, "---", "", "\n\n".join(blocks), ""])
