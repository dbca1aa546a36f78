/** Folding: one spelling for texts that a reader takes as the same. The rules and their reasons: shared/domain/text/folding.py. */

const LETTERS: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"], ["æ", "ae"], ["œ", "oe"], ["ø", "o"], ["đ", "d"], ["ð", "d"], ["ħ", "h"], ["ł", "l"], ["ŧ", "t"],
  ["þ", "th"], ["ŋ", "n"], ["ı", "i"], ["ĸ", "k"], ["ŀ", "l"], ["ς", "σ"], ["և", "եւ"],
  ["’", "'"], ["ʼ", "'"], ["‐", "-"],
]);
const LETTERS_OF_THEIR_OWN = /[йїўѓќ]/;

const DROPPED_MARKS = new RegExp(
  "[\\u0300-\\u036f\\u0483-\\u0489\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f" +
    "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7" + // Hebrew points
    "\\u0610-\\u061a\\u0640\\u064b-\\u0652\\u0656-\\u065f\\u0670]", // Arabic points, tatweel
);
const DECOMPOSED_SCRIPTS = /^[\u0041-\u024f\u0370-\u03ff\u0400-\u052f\u1e00-\u1fff]/;

const INVISIBLE =
  /[\u00ad\u034f\u061c\u180b-\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;
const EXTENDS =
  /^[\p{M}\u1160-\u11ff\uff9e\uff9f\u00ad\u034f\u061c\u180b-\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/u;

/** Marks that may follow one letter: normalising orders marks in quadratic time, so a longer run is cut. */
const MAX_MARKS = 30;
const SHORT = 64;

const ASCII = /^[\x00-\x7f]*$/;
const SURROGATES = /[\ud800-\udfff]/;

/** Characters in NFKC, and where they came from; `origins` is null where both texts are the same, index by index. */
export interface NormalText {
  /** One code point each: a string where every one is one UTF-16 unit. */
  readonly characters: string | readonly string[];
  /** For every character the index in the original of the one that it came from; one more element holds the length. */
  readonly origins: readonly number[] | null;
}

const stripped = new Map<string, string>();

function stripLetter(letter: string): string {
  if (letter <= "\x7f" || LETTERS_OF_THEIR_OWN.test(letter)) return letter;
  const known = LETTERS.get(letter);
  if (known !== undefined) return known;
  if (DROPPED_MARKS.test(letter)) return "";
  const decomposed = letter.normalize("NFD");
  if (decomposed.length > letter.length && DECOMPOSED_SCRIPTS.test(decomposed)) {
    return Array.from(decomposed, stripLetter).join("");
  }
  return letter;
}

/** Lower-case NFKC `text` without diacritics; the letters in `keep` stay as they are. */
export function stripDiacritics(text: string, keep = ""): string {
  if (ASCII.test(text)) return text;
  let result = "";
  for (const letter of text) {
    if (keep.includes(letter)) {
      result += letter;
      continue;
    }
    let without = stripped.get(letter);
    if (without === undefined) stripped.set(letter, (without = stripLetter(letter)));
    result += without;
  }
  return result;
}

/** Lower case, and every sigma alike wherever it stands in its word. */
export function lower(text: string): string {
  return text.toLowerCase().replaceAll("ς", "σ");
}

/** `text` in NFKC, lower case, without diacritics. Folding twice changes nothing more. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return foldNormal(toText(normalize(text).characters));
}

/** `fold` for a text that `normalize` has been through. */
export function foldNormal(text: string): string {
  const without = stripDiacritics(lower(text));
  return ASCII.test(without) ? without : toText(normalize(without).characters);
}

/** NFKC of `text` without invisible characters, in linear time. */
export function normalize(text: string): NormalText {
  if (ASCII.test(text)) return { characters: text, origins: null };
  const asWritten = SURROGATES.test(text) ? Array.from(text) : text;
  if (asWritten.length <= SHORT && text.normalize("NFKC").replace(INVISIBLE, "") === text) {
    return { characters: asWritten, origins: typeof asWritten === "string" ? null : offsetsOf(asWritten) };
  }
  const characters: string[] = [];
  const origins: number[] = [];
  for (const [start, end] of clusters(text)) {
    for (const character of text.slice(start, end).replace(INVISIBLE, "").normalize("NFKC")) {
      characters.push(character);
      origins.push(start);
    }
  }
  origins.push(text.length);
  return { characters, origins };
}

/** Where each of the characters starts in their text; one more element holds its length. */
function offsetsOf(characters: readonly string[]): number[] {
  const offsets = [0];
  for (const character of characters) offsets.push(offsets.at(-1)! + character.length);
  return offsets;
}

/** [start, end) of every character with the marks that follow it: what normalising may join, and no more. */
function* clusters(text: string): Generator<[start: number, end: number]> {
  let start = 0;
  let index = 0;
  let count = 0;
  for (const character of text) {
    if (count > 0 && (count > MAX_MARKS || !EXTENDS.test(character))) {
      yield [start, index];
      start = index;
      count = 0;
    }
    index += character.length;
    count++;
  }
  if (count > 0) yield [start, index];
}

/** `characters` as one string, from `start` to before `end`. */
export function toText(characters: string | readonly string[], start = 0, end = characters.length): string {
  const part = characters.slice(start, end);
  return typeof part === "string" ? part : part.join("");
}
