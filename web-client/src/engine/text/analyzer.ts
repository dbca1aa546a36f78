/** From a text to its tokens, as the builder does it: shared/domain/text/analyzer.py. */

import { foldNormal, lower, normalize, stripDiacritics, toText } from "./folding.ts";
import { loadStemmer, primaryLanguage, STEMMER_BY_LANGUAGE } from "./languages.ts";
import { type Apostrophes, findPieces, MAX_TERM_CHARS, type Piece } from "./words.ts";

/** An index answers only queries that were analysed as it was; its manifest names this version. */
export const TOKENIZER_VERSION = 1;

const CHUNK =
  /[A-Za-z0-9_.'+#:\-\u00aa\u00ad\u00b2\u00b3\u00b5\u00b7\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u200c-\u200f\u2010\u2011\u2019\u2028-\u202e\u2060-\u2fff\u3003-\u3007\u3021-\uffff]+/g;

const APOSTROPHES_BY_LANGUAGE: ReadonlyMap<string, Apostrophes> = new Map([
  ["en", { joins: true, suffixes: new Set(["s", "ll", "re", "ve", "d", "m"]) }],
  ["uk", { joins: true, suffixes: new Set<string>() }],
  ["be", { joins: true, suffixes: new Set<string>() }],
]);
const SPLITTING: Apostrophes = { joins: false, suffixes: new Set() };
const SURROGATES = /[\ud800-\udfff]/;

/**
 * A token of a text. `term` is what the index holds, `surface` the token folded as it is written, not stemmed.
 * `position` counts tokens from 0; `start` and `end` are UTF-16 offsets into the text that was analysed. `whole` marks
 * a name that also follows in parts; it shares the position of its first part.
 */
export interface Token {
  readonly term: string;
  readonly surface: string;
  readonly position: number;
  readonly start: number;
  readonly end: number;
  readonly whole: boolean;
}

export interface Analyzer {
  readonly language: string;
  /** The Snowball algorithm, null where words are taken as written. */
  readonly stemmer: string | null;
  /** The tokens of `text` in the order of their positions; a whole comes before its parts. */
  tokens(text: string): Token[];
}

/** An analyzer for texts of one language (BCP 47: `en`, `de-AT`); loads its stemmer. */
export async function createAnalyzer(language: string): Promise<Analyzer> {
  const primary = primaryLanguage(language);
  const stemmer = await loadStemmer(primary);
  const apostrophes = APOSTROPHES_BY_LANGUAGE.get(primary) ?? SPLITTING;
  const findStem =
    stemmer === null
      ? foldNormal
      : (word: string): string => {
          const stem = stripDiacritics(stemmer.stem(stripDiacritics(word, stemmer.knownDiacritics)));
          return stem === "" ? stripDiacritics(word) : stem;
        };
  return {
    language,
    stemmer: stemmer === null ? null : STEMMER_BY_LANGUAGE[primary]!,
    tokens: (text) => findTokens(text, apostrophes, findStem),
  };
}

/** The stop words of a language, to be compared with `Token.surface`; they come with its stemmer. None without a list. */
export async function stopWords(language: string): Promise<ReadonlySet<string>> {
  const stemmer = await loadStemmer(primaryLanguage(language));
  return new Set(stemmer?.stopWords.split(" ").filter((word) => word !== ""));
}

function findTokens(text: string, apostrophes: Apostrophes, findStem: (word: string) => string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (const match of text.matchAll(CHUNK)) {
    const { characters, origins } = normalize(match[0]);
    for (const piece of findPieces(characters, apostrophes)) {
      const term = findTerm(piece, findStem);
      if (term === "" || isLongerThan(term, MAX_TERM_CHARS)) continue;
      const surface = foldNormal(toText(characters, piece.start, piece.end));
      const start = match.index + (origins === null ? piece.start : origins[piece.start]!);
      const end = match.index + (origins === null ? piece.end : endOfOrigin(origins, piece.end));
      tokens.push({ term, surface, position, start, end, whole: piece.whole });
      if (!piece.whole) position++;
    }
  }
  return tokens;
}

function findTerm(piece: Piece, findStem: (word: string) => string): string {
  const word = lower(piece.text);
  return piece.word && !SURROGATES.test(word) ? findStem(word) : foldNormal(word);
}

/** Whether `term` has more than `limit` code points. */
function isLongerThan(term: string, limit: number): boolean {
  return term.length > limit && Array.from(term).length > limit;
}

/** Where the character before `end` ends in the original: where the next one from elsewhere starts. */
function endOfOrigin(origins: readonly number[], end: number): number {
  let next = end;
  while (origins[next] === origins[end - 1]) next++;
  return origins[next]!;
}
