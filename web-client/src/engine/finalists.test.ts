import { expect, test } from "vitest";
import { orderFinalists, type Shown } from "./finalists.ts";
import type { Query } from "./query.ts";
import type { SearchedWord } from "./ranking.ts";
import type { Token } from "./text/index.ts";

/** Words are their own terms here. A word in brackets is a whole. */
function tokens(text: string): readonly Token[] {
  let position = 0;
  return (text.match(/\S+/g) ?? []).map((word) => {
    const term = word.replace(/[[\]]/g, "");
    const whole = word !== term;
    const token = { term, surface: term, position, start: 0, end: 0, whole };
    if (!whole) position += 1;
    return token;
  });
}

/** A section's fields are separated by a bar. */
const shown = (title: string, ...sections: readonly string[]): Shown => ({
  title: tokens(title),
  sections: sections.map((section) => section.split("|").map(tokens)),
});

const known = (...terms: readonly string[]): readonly SearchedWord[] =>
  terms.map((term) => ({ term, alternatives: [term], rarity: 100 }));

/** Document and final score of pages that had these scores. */
function finish(
  text: string,
  words: readonly SearchedWord[],
  pages: readonly Shown[],
  scores: readonly number[] = pages.map((_, document) => 100 - document),
): readonly (readonly [document: number, score: number])[] {
  const sequence = tokens(text).map(({ term }, position) => ({ term, position, telling: term !== "the" }));
  const query: Query = { words: [], phrases: [], excluded: [], tags: [], after: "", before: "", sequence };
  const found = pages.map((page, document) => ({
    hit: { document, score: scores[document] as number, sections: [] },
    page,
  }));
  return orderFinalists(found, query, words, ({ page }) => page).map(({ hit }) => [hit.document, hit.score]);
}

test("the page whose title is the query comes first, with twice its score", () => {
  const pages = [shown("upgrade the client"), shown("install the client")];
  const [first] = finish("install the client", known("install", "client"), pages);
  expect(first).toEqual([1, 198]);
});

test("a title counts by the square of what both have, each word as often as the query has it", () => {
  const [[, score] = []] = finish("a b", known("a"), [shown("a a a x")], [9]);
  expect(score).toBeCloseTo(9 * (1 + (2 / 6) ** 2 / 2), 10);
});

test("words count that stand as they do in the query, stop words and all, wholes aside", () => {
  const pages = [
    shown("", "line end"),
    shown("", "end the line"),
    shown("", "end [of] the line"),
    shown("", "end line"),
  ];
  const words = known("end", "line");
  expect(finish("end the line", words, pages, [8, 8, 8, 8])).toEqual([
    [1, 12],
    [2, 12],
    [0, 8],
    [3, 8],
  ]);
});

test("the place that has most counts, its fields together; a pair is worth its commoner word", () => {
  const words = [
    { term: "a", alternatives: ["a"], rarity: 10 },
    { term: "b", alternatives: ["b"], rarity: 40 },
    { term: "c", alternatives: ["c"], rarity: 30 },
  ];
  expect(finish("a b c", words, [shown("", "a b", "b c")], [8])).toEqual([[0, 8 * (1 + 30 / 40 / 2)]]);
  expect(finish("a b c", words, [shown("", "a b|b c")], [8])).toEqual([[0, 12]]);
});

test("what a word stood for counts as the word; unknown words are worth nothing", () => {
  const words = [{ term: "instal", alternatives: ["install", "instance"], rarity: 5 }, ...known("client")];
  const pages = [shown("delete client"), shown("instance client")];
  expect(finish("instal client", words, pages).map(([document]) => document)).toEqual([1, 0]);
  expect(finish("x y", [], [shown("a", "x y")], [7])).toEqual([[0, 7]]);
});

test("documents after the tenth stay where they are", () => {
  const pages = [...Array.from({ length: 10 }, () => shown("x")), shown("a b")];
  expect(finish("a b", known("a", "b"), pages).at(-1)).toEqual([10, 90]);
});
