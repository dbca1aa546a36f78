import { compareCodePoints } from "./code-points.ts";
import type { KnownWord } from "./lexicon.ts";

const MAX_CORRECTIONS = 3;
const MAX_COMPLETIONS = 8;
const MIN_CHARS = 4;
const MIN_CHARS_FOR_TWO = 8;

/** The most frequent words of `known`, at most 8. */
export const bestCompletions = (known: readonly KnownWord[]): readonly string[] =>
  [...known]
    .sort((a, b) => b.count - a.count || compareCodePoints(a.word, b.word))
    .slice(0, MAX_COMPLETIONS)
    .map(({ word }) => word);

/** Whether a word is long enough that another can be taken for it. */
export const isCorrectable = (surface: string): boolean => Array.from(surface).length >= MIN_CHARS;

/**
 * The words of `known` nearest to `surface`, most frequent first, at most 3: all at the same edit distance, which is up
 * to 1, and from eight characters on up to 2.
 */
export function nearestWords(surface: string, known: readonly KnownWord[]): readonly string[] {
  const chars = Array.from(surface);
  const limit = chars.length >= MIN_CHARS_FOR_TWO ? 2 : 1;
  const near: (KnownWord & { readonly distance: number })[] = [];
  for (const { word, count } of known) {
    // A character is one or two units, so this is cheap and excludes nothing that is near.
    if (word.length < chars.length - limit || word.length > 2 * (chars.length + limit)) continue;
    const distance = editDistance(chars, Array.from(word), limit);
    if (distance <= limit) near.push({ word, count, distance });
  }
  near.sort((a, b) => a.distance - b.distance || b.count - a.count || compareCodePoints(a.word, b.word));
  return near
    .slice(0, MAX_CORRECTIONS)
    .filter(({ distance }) => distance === near[0]?.distance)
    .map(({ word }) => word);
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`; `limit + 1` if more.
 *
 * Optimal string alignment (Boytsov 2011, "Indexing methods for approximate dictionary searching").
 */
export function editDistance(a: readonly string[], b: readonly string[], limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  const at = (cells: readonly number[], index: number): number => cells[index] as number;
  for (let i = 1; i <= a.length; i += 1) {
    const previous = before;
    before = row;
    row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = at(before, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(at(before, j) + 1, at(row, j - 1) + 1, substitution);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(previous, j - 2) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
  }
  return Math.min(at(row, b.length), limit + 1);
}
