import { expect, it } from "vitest";
import type { SearchEngine } from "./engine-api.ts";
import { longestWord, prefixes, suggestQueries } from "./suggestions.ts";

const engineWith = (words: readonly string[]): SearchEngine =>
  ({
    suggest: async (prefix: string) => words.filter((word) => word.startsWith(prefix)),
  }) as unknown as SearchEngine;
const { signal } = new AbortController();

it("puts words of the site in the place of the longest word", async () => {
  const engine = engineWith(["configuration", "configure"]);
  expect(await suggestQueries(engine, "how confguring", signal)).toEqual(["how configuration", "how configure"]);
});

it("tries shorter beginnings until the site has a word", () => {
  expect(longestWord('tag:guide "écriture"')).toBe("écriture");
  expect(prefixes("publishing")).toEqual(["publish", "publi", "pu"]);
  expect(prefixes("ab")).toEqual(["ab"]);
  expect(prefixes("a")).toEqual([]);
});

it("has none without words, and without the engine's help", async () => {
  expect(await suggestQueries(engineWith([]), "word", signal)).toEqual([]);
});
