/** Words and meaning in one order, as docs/format.md has it ("Searching, meaning"); `shared/domain/ranking.py` does the same. */

import type { Directory } from "../directory.ts";
import { CANDIDATE_DOCUMENTS, type DocumentHit, type SectionHit } from "../ranking.ts";
import type { Cosines } from "./vectors.ts";

/** Meaning is standardised by so many of its best documents. */
const MEANING_SAMPLE = 10;
const MEANING_OFFSET = 2.5;

type Scores = ReadonlyMap<number, number>;

/** Put documents that words found, and those near in meaning, into one order. `isAllowed`: of exclusions and phrases. */
export function fuseByMeaning(
  hits: readonly DocumentHit[],
  cosines: Cosines,
  directory: Directory,
  isAllowed: (document: number) => boolean,
  wordsShare: number,
): readonly DocumentHit[] {
  const words = new Map(hits.map((hit) => [hit.document, hit] as const));
  const best = new Map<number, SectionHit>();
  const meaning = new Map<number, number>();
  for (const [section, score] of bestFirst(cosines)) {
    if (score <= 0) break;
    const document = directory.documentOf(section);
    if (best.has(document)) continue;
    best.set(document, { section, score });
    if ((meaning.size < CANDIDATE_DOCUMENTS || words.has(document)) && isAllowed(document))
      meaning.set(document, score);
  }
  const fused = fuse(new Map(hits.map(({ document, score }) => [document, score])), meaning, wordsShare);
  return fused.map(([document, score]) => ({
    document,
    score,
    sections: words.get(document)?.sections ?? [best.get(document) as SectionHit],
  }));
}

/** Weighted sums of standardised scores, best first; of equal ones the lower number. */
export function fuse(words: Scores, meaning: Scores, wordsShare: number): readonly (readonly [number, number])[] {
  const fused = new Map<number, number>();
  const ofWords = spreadOf(bestFirst(words));
  for (const [document, score] of words) {
    fused.set(document, wordsShare * (Math.max(standardise(score, ofWords), -3) + 3));
  }
  const ofMeaning = spreadOf(bestFirst(meaning).slice(0, MEANING_SAMPLE));
  for (const [document, score] of meaning) {
    const counts = Math.max(standardise(score, ofMeaning) + MEANING_OFFSET, 0);
    if (counts > 0 || fused.has(document)) {
      fused.set(document, (fused.get(document) ?? 0) + (1 - wordsShare) * counts);
    }
  }
  return bestFirst(fused);
}

const bestFirst = (scores: Scores): readonly (readonly [number, number])[] =>
  Array.from(scores).sort(([a, high], [b, higher]) => higher - high || a - b);

interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** Added from left to right, as the builder does. */
function spreadOf(scores: readonly (readonly [number, number])[]): Spread {
  if (scores.length === 0) return { mean: 0, deviation: 0 };
  let total = 0;
  for (const [, score] of scores) total += score;
  const mean = total / scores.length;
  let squares = 0;
  for (const [, score] of scores) squares += (score - mean) * (score - mean);
  return { mean, deviation: Math.sqrt(squares / scores.length) };
}

/** How many deviations above the mean; without a deviation 0, or what is far below. */
function standardise(score: number, { mean, deviation }: Spread): number {
  if (deviation > 1e-12 * Math.abs(mean)) return (score - mean) / deviation;
  return score >= mean * (1 - 1e-9) ? 0 : Number.NEGATIVE_INFINITY;
}
