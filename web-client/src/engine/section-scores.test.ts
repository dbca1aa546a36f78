import { expect, test } from "vitest";
import { SectionScores, type WordScores } from "./section-scores.ts";
import { makeDirectory } from "./test-directory.ts";

/** Documents of these numbers of sections; the ids of each begin at a multiple of 10. */
const scoresFor = (sections: readonly number[], words: readonly WordScores[]): SectionScores => {
  const firsts = sections.map((_, document) => document * 10);
  const scores = new SectionScores(makeDirectory(firsts, sections));
  scores.add(words);
  return scores;
};

const word = (groups: Readonly<Record<number, readonly number[]>>): WordScores =>
  Object.entries(groups).map(([score, ids]) => ({ score: Number(score), ids: Uint32Array.from(ids) }));

const all = (): boolean => true;

test("a section's score is the sum over the words", () => {
  const scores = scoresFor([3, 1], [word({ 5: [0, 10], 2: [1] }), word({ 4: [1, 10] })]);
  expect(scores.sectionsOf(0, 3)).toEqual([
    { section: 1, score: 6 },
    { section: 0, score: 5 },
  ]);
  expect(scores.best(9, all)).toEqual([
    { document: 1, section: 10, score: 9 },
    { document: 0, section: 1, score: 6 },
  ]);
});

test("what a query adds is gone for the next one", () => {
  const scores = scoresFor([1, 1], [word({ 5: [0] })]);
  scores.add([word({ 3: [10] })]);
  expect(scores.best(9, all)).toEqual([{ document: 1, section: 10, score: 3 }]);
});

test("a document's words count where each is strongest", () => {
  const scores = scoresFor([2, 2], []);
  const words = [word({ 9: [0], 4: [1, 11] }), word({ 7: [1], 1: [0] })];
  expect(Array.from(scores.together([1, 0], words))).toEqual([4, 16]);
  expect(Array.from(scores.together([0], words))).toEqual([16]);
});

test("of equal sections the first ones are taken, however many there are", () => {
  const count = 60;
  const ids = Array.from({ length: count }, (_, document) => document * 10);
  const scores = scoresFor(Array<number>(count).fill(1), [word({ 0: ids.slice(0, 50), 3: ids.slice(50) })]);
  const documents = scores.best(3, all).map(({ document }) => document);
  expect(documents).toEqual([50, 51, 52]);
  const allowed = scores.best(3, (document) => document % 2 === 1 && document < 50).map(({ document }) => document);
  expect(allowed).toEqual([1, 3, 5]);
});

test("of a document's sections the best are kept in order", () => {
  const scores = scoresFor([6], [word({ 4: [1, 5], 9: [2], 1: [0, 3, 4] })]);
  expect(scores.sectionsOf(0, 3)).toEqual([
    { section: 2, score: 9 },
    { section: 1, score: 4 },
    { section: 5, score: 4 },
  ]);
});

test.each([
  ["between documents", 5],
  ["behind the last", 99],
])("a section %s is refused", (_, id) => {
  const scores = scoresFor([1, 1], [word({ 5: [0, id] })]);
  expect(() => scores.best(9, all)).toThrow("belongs to no document");
});
