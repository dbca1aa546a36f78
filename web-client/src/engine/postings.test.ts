import { expect, test } from "vitest";
import { decodePostings } from "./postings.ts";
import { encodePostings } from "./test-site.ts";

const decode = (bytes: readonly number[], frequency: number): (readonly [number, number])[] => {
  const { groups } = decodePostings([Uint8Array.from(bytes)], frequency);
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

test("a tail goes on where the head ends", () => {
  const head = Uint8Array.from(encodePostings([[9, 4]]));
  const tail = Uint8Array.from(encodePostings([[12, 4]]));
  expect(decodePostings([head, tail], 2)).toEqual({
    size: 2,
    groups: [
      { level: 4, ids: Uint32Array.of(9) },
      { level: 4, ids: Uint32Array.of(12) },
    ],
  });
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
