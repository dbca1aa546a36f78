/**
 * Order by Unicode code point, as the format has it. JavaScript compares strings by UTF-16 unit, which puts characters
 * beyond U+FFFF (surrogates, 0xD800 to 0xDFFF) before U+E000 to U+FFFF.
 */

const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** A unit's rank: surrogates last. */
const rank = (unit: number): number =>
  unit < SURROGATES ? unit : unit < AFTER_SURROGATES ? unit + 0x2000 : unit - 0x800;

/** Negative, zero or positive, as `Array.prototype.sort` wants it. */
export function compareCodePoints(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The number of strings in `sorted` that are before `limit`: where `limit` stands or would stand. */
export function countBelow(sorted: readonly string[], limit: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareCodePoints(sorted[middle] as string, limit) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the last string in `sorted` that is not above `wanted`; -1 when all are. */
export function lastNotAbove(sorted: readonly string[], wanted: string): number {
  const place = countBelow(sorted, wanted);
  return sorted[place] === wanted ? place : place - 1;
}

/** The Unicode characters of `text`. */
export const codePointsOf = (text: string): readonly string[] => Array.from(text);
