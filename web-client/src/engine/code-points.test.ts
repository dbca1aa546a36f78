import { expect, test } from "vitest";
import { compareCodePoints, countBelow, lastNotAbove } from "./code-points.ts";

// U+FF41 is below U+1D49C as a code point, but above its first UTF-16 unit.
const SORTED = ["", "a", "ab", "b", "é", "\u4e00", "\ue000", "\uff41", "\u{1d49c}", "\u{1d49c}a", "\u{1d49d}"];

test("strings are ordered by code point, not by UTF-16 unit", () => {
  expect([...SORTED].reverse().sort(compareCodePoints)).toEqual(SORTED);
  expect([...SORTED].sort()).not.toEqual(SORTED);
});

test("a place is found among characters beyond U+FFFF", () => {
  for (const [index, text] of SORTED.entries()) {
    expect(countBelow(SORTED, text)).toBe(index);
    expect(lastNotAbove(SORTED, text)).toBe(index);
    expect(lastNotAbove(SORTED, `${text}\0`)).toBe(index);
  }
});

test("what is before everything has no place", () => {
  expect(lastNotAbove(["b"], "a")).toBe(-1);
  expect(lastNotAbove([], "a")).toBe(-1);
});
