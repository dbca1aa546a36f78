/** Words and identifiers: where the tokens of a text without spaces are. The rules and their reasons: shared/domain/text/words.py. */

import { toText } from "./folding.ts";
import { shapeOf } from "./shapes.ts";

export const MAX_TERM_CHARS = 64;
const MAX_HASH_CHARS = 40;
const MAX_JOINED_WORDS = 3;

type Characters = string | readonly string[];
type Span = readonly [start: number, end: number];

/**
 * A token to be. `start` and `end` are its place, `text` is what stands there, for a whole without separators. `word`
 * tells that it is made of letters alone and may be stemmed. A `whole` precedes its parts.
 */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
  readonly whole: boolean;
}

/** What an apostrophe inside a word does in a language: it joins or splits; `suffixes` are cut off with it. */
export interface Apostrophes {
  readonly joins: boolean;
  readonly suffixes: ReadonlySet<string>;
}

const UNSPACED = /cm*|m+/g;
const COMPOUND = new RegExp(
  "(?<unspaced>[cm]+)" +
    "|(?<prefix>--?(?=[Uls])|\\.(?=[Uls]))?" +
    "(?<body>[Ulsd]+(?:(?:_+|[.'-]|::)[Ulsd]+)*)" +
    "(?<suffix>\\+\\+(?![+Ulsd])|#(?![#Ulsd]))?",
  "g",
);
const WORD = /[Ulsd]+/g;
const CASED_PART = new RegExp(
  "U{2,}(?:s$|[ls]d+)" + // URLs, IPv4
    "|U?[ls][lsd]*" + // camel, Case, base64, sha256sum
    "|d*U+(?![ls])(?:d+U+(?![ls]))*(?:d+(?:[ls][lsd]*)?)?" + // HTTP before Server, H2O, AES256GCM, MP3, K8s, 2FA
    "|d+(?:[ls][lsd]*)?", // 64, 3d
  "g",
);

/** The pieces of NFKC characters in order, in linear time. Indexes count characters (code points). */
export function findPieces(characters: Characters, apostrophes: Apostrophes): Piece[] {
  const shape = shapeOf(characters);
  return new PieceFinder(characters, apostrophes.joins ? shape : shape.replaceAll("'", " "), apostrophes).find();
}

class PieceFinder {
  readonly #pieces: Piece[] = [];
  readonly #characters: Characters;
  readonly #shape: string;
  readonly #apostrophes: Apostrophes;

  constructor(characters: Characters, shape: string, apostrophes: Apostrophes) {
    this.#characters = characters;
    this.#shape = shape;
    this.#apostrophes = apostrophes;
  }

  find(): Piece[] {
    for (const match of this.#shape.matchAll(COMPOUND)) {
      const { unspaced, prefix, body, suffix } = match.groups as Partial<Record<string, string>>;
      if (unspaced !== undefined) this.#addBigrams(match.index, unspaced);
      else this.#addCompound(match.index, prefix ?? "", body ?? "", suffix ?? "");
    }
    return this.#pieces;
  }

  #addBigrams(from: number, run: string): void {
    const spans = spansOf(UNSPACED, run, from);
    spans.forEach(([start, end], index) => {
      const next = spans[index + 1];
      if (next !== undefined) this.#add(start, next[1], false);
      else if (index === 0) this.#add(start, end, false);
    });
  }

  #addCompound(from: number, prefix: string, body: string, suffix: string): void {
    const words = spansOf(WORD, body, from + prefix.length);
    if (words.length > 1 && this.#shape[words.at(-1)![0] - 1] === "'") {
      const lastWord = this.#slice(...words.at(-1)!).toLowerCase();
      if (this.#apostrophes.suffixes.has(lastWord)) {
        words.pop();
      } else if (lastWord === "t" && words.length === 2) {
        this.#add(words[0]![0], words[1]![1], true, false, this.#join(words)); // don't
        return;
      }
    }
    if (words.length === 1) {
      this.#addAffixed(words[0]!, prefix, suffix);
      this.#addWord(words[0]!);
      return;
    }
    if (prefix === "--") {
      this.#add(from, words.at(-1)![1], false, true);
    } else if (words.length <= MAX_JOINED_WORDS && words.slice(1).every(([start]) => this.#isHyphen(start - 1))) {
      this.#addWhole(words);
    }
    this.#addHyphenated(words);
  }

  #addAffixed([start, end]: Span, prefix: string, suffix: string): void {
    if (suffix === "++" || (suffix === "#" && end - start === 1)) {
      this.#add(start, end + suffix.length, false, true);
    } else if (prefix === "." || prefix === "--" || (prefix === "-" && /^[Uls]$/.test(this.#shape.slice(start, end)))) {
      this.#add(start - prefix.length, end, false, true);
    }
  }

  #addHyphenated(words: readonly Span[]): void {
    let first = 0;
    for (let index = 1; index <= words.length; index++) {
      if (index < words.length && !this.#isHyphen(words[index]![0] - 1)) continue;
      const name = this.#withoutVersionLetter(words.slice(first, index));
      if (name.length > 1) this.#addWhole(name);
      for (const word of name) this.#addWord(word);
      first = index;
    }
  }

  #withoutVersionLetter(words: Span[]): Span[] {
    const [start, end] = words[0]!;
    if (words.length === 1 || !/^[vV]$/.test(this.#characters[start]!)) return words;
    return /^[Ul]d+$/.test(this.#shape.slice(start, end)) ? [[start + 1, end], ...words.slice(1)] : words;
  }

  #addWord(word: Span): void {
    const [start, end] = word;
    const shape = this.#shape.slice(start, end);
    if (isEncodedData(shape)) return;
    const parts = spansOf(CASED_PART, shape, start);
    if (parts.length > 1) this.#addWhole([word]);
    for (const [first, last] of parts) this.#add(first, last, !this.#shape.slice(first, last).includes("d"));
  }

  #addWhole(words: readonly Span[]): void {
    const start = words[0]![0];
    const end = words.at(-1)![1];
    this.#add(start, end, !this.#shape.slice(start, end).includes("d"), true, this.#join(words));
  }

  #add(start: number, end: number, word: boolean, whole = false, text = this.#slice(start, end)): void {
    if (end - start <= MAX_TERM_CHARS) this.#pieces.push({ text, start, end, word, whole });
  }

  #join(words: readonly Span[]): string {
    return words.map(([start, end], index) => this.#separatorBefore(words, index) + this.#slice(start, end)).join("");
  }

  #separatorBefore(words: readonly Span[], index: number): string {
    if (index === 0) return "";
    const from = words[index - 1]![1];
    const to = words[index]![0];
    return this.#shape[from - 1] === "d" && this.#shape[to] === "d" ? this.#slice(from, to) : "";
  }

  #isHyphen(index: number): boolean {
    return this.#shape[index] === "-" || this.#shape[index] === "'";
  }

  #slice(start: number, end: number): string {
    return toText(this.#characters, start, end);
  }
}

function isEncodedData(shape: string): boolean {
  return shape.length > MAX_HASH_CHARS && shape.replace(/[^d]/g, "").length * 10 >= shape.length;
}

function spansOf(pattern: RegExp, shape: string, offset: number): Span[] {
  return Array.from(shape.matchAll(pattern), (match) => [offset + match.index, offset + match.index + match[0].length]);
}
