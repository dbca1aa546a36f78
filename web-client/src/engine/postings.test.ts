import { expect, test } from "vitest";
import { decodePostings, RANKED_ENTRIES, rankedOf } from "./postings.ts";
import { encodePostings } from "./test-site.ts";

const decode = (bytes: readonly number[], frequency: number): (readonly [number, number])[] => {
  const groups = decodePostings([Uint8Array.from(bytes)], frequency);
  return groups.flatMap(({ level, ids }) => Array.from(ids, (id) => [id, level] as const));
};

test("groups are counts and levels, then differences of ids", () => {
  expect(decode([2 * 16 + 15, 3, 4, 1 * 16 + 1, 5], 3)).toEqual([
    [3, 15],
    [7, 15],
    [5, 1],
  ]);
});

test("a list of long numbers comes back as it was", () => {
  const entries = [
    [0, 15],
    [127, 15],
    [128, 15],
    [300_000, 15],
    [2 ** 31 + 5, 15],
    [1, 7],
    ...Array.from({ length: 200 }, (_, index) => [index * 130, 3] as const),
  ] as const;
  expect(decode(encodePostings(entries), entries.length)).toEqual(entries);
});

test("the rest goes on where the ranked entries end", () => {
  const ranked = Uint8Array.from(encodePostings([[9, 4]]));
  const rest = Uint8Array.from(encodePostings([[12, 4]]));
  expect(decodePostings([ranked, rest], 2)).toEqual([
    { level: 4, ids: Uint32Array.of(9) },
    { level: 4, ids: Uint32Array.of(12) },
  ]);
});

test("of a whole list the first entries are ranked", () => {
  const best = { level: 9, ids: new Uint32Array(RANKED_ENTRIES - 1) };
  const last = { level: 4, ids: Uint32Array.of(7) };
  const rest = { level: 4, ids: Uint32Array.of(9) };
  expect(rankedOf({ size: RANKED_ENTRIES + 1, groups: [best, last, rest] }).groups).toEqual([best, last]);
  expect(rankedOf({ size: 1, groups: [last] })).toEqual({ size: 1, groups: [last] });
});

test.each([
  ["cut off in a number", [16 + 3, 0x80], 1],
  ["cut off in a group", [2 * 16 + 3, 1], 2],
  ["longer than its frequency", [2 * 16 + 3, 1, 1], 1],
  ["shorter than its frequency", [16 + 3, 1], 2],
  ["of a frequency that no bytes can hold", [16 + 3, 1], 2 ** 50],
])("a list that is %s is refused", (_, bytes, frequency) => {
  expect(() => decode(bytes, frequency)).toThrow(RangeError);
});
