import { expect, it } from "vitest";
import { addRecent, clearRecent, readRecent, type Shelf } from "./recent.ts";

function makeShelf(): NonNullable<Shelf> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

it("keeps the newest first, each once, five at most", () => {
  const shelf = makeShelf();
  for (const query of ["a", "b", "c", "A ", "d", "e", "f"]) addRecent(shelf, "docs", query);
  expect(readRecent(shelf, "docs")).toEqual(["f", "e", "d", "A", "c"]);
});

it("keeps sites apart, and forgets when told to", () => {
  const shelf = makeShelf();
  addRecent(shelf, "docs", "word");
  expect(readRecent(shelf, "blog")).toEqual([]);
  clearRecent(shelf, "docs");
  expect(readRecent(shelf, "docs")).toEqual([]);
});

it("remembers nothing of an empty query", () => {
  const shelf = makeShelf();
  addRecent(shelf, "docs", "  ");
  expect(readRecent(shelf, "docs")).toEqual([]);
});

it("goes on where the browser refuses storage, or something else wrote there", () => {
  expect(readRecent(null, "docs")).toEqual([]);
  addRecent(null, "docs", "word");
  const full: Shelf = {
    getItem: () => "not json",
    setItem: () => {
      throw new Error("full");
    },
    removeItem: () => {},
  };
  addRecent(full, "docs", "word");
  expect(readRecent(full, "docs")).toEqual([]);
  expect(readRecent({ ...full, getItem: () => '[1, "b"]' }, "docs")).toEqual(["b"]);
});
