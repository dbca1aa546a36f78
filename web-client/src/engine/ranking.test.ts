import { expect, test } from "vitest";
import type { Directory } from "./directory.ts";
import type { Postings } from "./postings.ts";
import type { Query } from "./query.ts";
import { type PostingSource, rankWords, type WordRanking } from "./ranking.ts";
import { makeDirectory } from "./test-directory.ts";

/** Documents of one section each, whose ids are their numbers. */
const directoryOf = (count: number): Directory =>
  makeDirectory(
    Array.from({ length: count }, (_, number) => number),
    Array<number>(count).fill(1),
  );

const rank = (
  term: string,
  lists: Readonly<Record<string, readonly number[]>>,
  count: number,
): Promise<WordRanking> => {
  const postings = async (wanted: string): Promise<Postings> => {
    const ids = Uint32Array.from(lists[wanted] ?? []);
    return { size: ids.length, groups: ids.length > 0 ? [{ level: 15, ids }] : [] };
  };
  const source: PostingSource = { sectionCount: count, postings, wholeList: postings, words: async () => [] };
  const word = { term, surface: term, weight: 1, whole: false, completing: false };
  const query: Query = { words: [word], phrases: [], excluded: [], tags: [], after: "", before: "", sequence: [] };
  return rankWords(
    query,
    source,
    async () => directoryOf(count),
    (typed) => typed,
  );
};

test("scores are whole numbers: a rare word's is its idf in units", async () => {
  const { hits } = await rank("rare", { rare: [3] }, 10);
  // floor(ln(1 + 9.5 / 1.5) * 65,536 / 15 + 0.5) a level; a quarter more for the first section
  expect(hits).toEqual([{ document: 3, score: 8705 * 15 * 1.25, sections: [{ section: 3, score: 8705 * 15 }] }]);
});

test("a word of every section of a large site adds nothing, and finds the first ones", async () => {
  const everywhere = Array.from({ length: 5_000 }, (_, id) => id);
  const { hits } = await rank("common", { common: everywhere }, everywhere.length);
  expect(hits.slice(0, 2)).toEqual([
    { document: 0, score: 0, sections: [{ section: 0, score: 0 }] },
    { document: 1, score: 0, sections: [{ section: 1, score: 0 }] },
  ]);
});
