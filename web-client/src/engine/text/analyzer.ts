/** From a text to its tokens, as the builder does it: shared/domain/text/analyzer.py. */

import { foldNormal, lower, normalize, stripDiacritics, toText } from "./folding.ts";
import { loadStemmer, primaryLanguage } from "./languages.ts";
import { type Apostrophes, findPieces, MAX_TERM_CHARS, type Piece } from "./words.ts";

/** An index answers only queries that were analysed as it was; its manifest names this version. */
export const TOKENIZER_VERSION = 1;

const CHUNK =
  /[A-Za-z0-9_.'+#:\-\u00aa\u00ad\u00b2\u00b3\u00b5\u00b7\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u200c-\u200f\u2010\u2011\u2019\u2028-\u202e\u2060-\u2fff\u3003-\u3007\u3021-\uffff]+/g;

/** The chunks that need no rules: most of them. A short cut, without which the tokens are the same. */
const PLAIN_WORD = /^([A-Za-z][a-z]{1,30})[.:]?$/;

const MAX_CACHED_CHUNKS = 65_536;
const MAX_CACHED_CHUNK_CHARS = 48;
/** Of texts whose tokens are remembered, twice: some megabytes of them. */
const MAX_REMEMBERED_CHARS = 200_000;

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

/** A token of a chunk: `start` and `end` count from the chunk's start. */
type ChunkToken = Omit<Token, "position">;

export interface Analyzer {
  readonly language: string;
  /** The tokens of `text` in the order of their positions; a whole comes before its parts. */
  readonly tokens: (text: string) => readonly Token[];
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
  const analyzeChunk = rememberChunks((chunk) => findInChunk(chunk, apostrophes, findStem));
  return {
    language,
    tokens: rememberTexts((text) => findTokens(text, analyzeChunk)),
  };
}

/** The stop words of a language, to be compared with `Token.surface`; they come with its stemmer. None without a list. */
export async function stopWords(language: string): Promise<ReadonlySet<string>> {
  const stemmer = await loadStemmer(primaryLanguage(language));
  return new Set(stemmer?.stopWords.split(" ").filter((word) => word !== ""));
}

function findTokens(text: string, analyzeChunk: (chunk: string) => readonly ChunkToken[]): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (const match of text.matchAll(CHUNK)) {
    for (const { term, surface, start, end, whole } of analyzeChunk(match[0])) {
      tokens.push({ term, surface, position, start: match.index + start, end: match.index + end, whole });
      if (!whole) position++;
    }
  }
  return tokens;
}

/** `analyze` with a memory for a bounded number of short chunks, which are nearly all, and repeat. */
function rememberChunks(
  analyze: (chunk: string) => readonly ChunkToken[],
): (chunk: string) => readonly ChunkToken[] {
  const known = new Map<string, readonly ChunkToken[]>();
  return (chunk) => {
    const remembered = known.get(chunk);
    if (remembered !== undefined) return remembered;
    const tokens = analyze(chunk);
    if (chunk.length <= MAX_CACHED_CHUNK_CHARS) {
      if (known.size >= MAX_CACHED_CHUNKS) known.clear();
      known.set(chunk, tokens);
    }
    return tokens;
  };
}

/**
 * `analyze` with a memory for the last texts, as many as have a bounded number of characters: the documents that a query
 * shows are shown again by the next keystroke's, and are looked at more than once. Two generations: when the younger is
 * full it becomes the older, whose texts are forgotten unless they are asked for again.
 */
function rememberTexts(analyze: (text: string) => readonly Token[]): (text: string) => readonly Token[] {
  let younger = new Map<string, readonly Token[]>();
  let older = new Map<string, readonly Token[]>();
  let kept = 0;
  return (text) => {
    const known = younger.get(text);
    if (known) return known;
    const tokens = older.get(text) ?? analyze(text);
    if (text.length > MAX_REMEMBERED_CHARS) return tokens;
    if (kept + text.length > MAX_REMEMBERED_CHARS) {
      older = younger;
      younger = new Map();
      kept = 0;
    }
    younger.set(text, tokens);
    kept += text.length;
    return tokens;
  };
}

function findInChunk(chunk: string, apostrophes: Apostrophes, findStem: (word: string) => string): ChunkToken[] {
  const plain = PLAIN_WORD.exec(chunk)?.[1];
  if (plain !== undefined) {
    const surface = plain.toLowerCase();
    return [{ term: findStem(surface), surface, start: 0, end: surface.length, whole: false }];
  }
  const tokens: ChunkToken[] = [];
  const { characters, origins } = normalize(chunk);
  for (const piece of findPieces(characters, apostrophes)) {
    const term = findTerm(piece, findStem);
    if (term === "" || isLongerThan(term, MAX_TERM_CHARS)) continue;
    const surface = foldNormal(toText(characters, piece.start, piece.end));
    const start = origins === null ? piece.start : origins[piece.start]!;
    const end = origins === null ? piece.end : endOfOrigin(origins, piece.end);
    tokens.push({ term, surface, start, end, whole: piece.whole });
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
