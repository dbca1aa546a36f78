/**
 * The ranking of `shared/domain/ranking.py`, step by step, as docs/format.md states it ("Searching, words"); golden tests
 * hold both together. Here postings arrive over the network, so a query's words are looked up side by side.
 */

import type { Directory } from "./directory.ts";
import type { KnownWord } from "./lexicon.ts";
import { LEVELS, type Postings } from "./postings.ts";
import type { Phrase, Query, QueryWord } from "./query.ts";
import { bestCompletions, isCorrectable, nearestWords } from "./spelling.ts";

/** A word being typed is completed when fewer sections than this hold it as it is. */
const EXPAND_BELOW = 3;
const COMPLETION_WEIGHT = 0.8;
const CORRECTION_WEIGHT = 0.7;
/** The score of a word of idf 1 at full impact. */
const SCORE_UNIT = 65_536;
const SECTION_SHARE = 0.5;
const SECTIONS_SHOWN = 3;

/** The most documents that a query ranks. */
export const CANDIDATE_DOCUMENTS = 100;

/** Where postings and words come from: shards, the database, or a test. */
export interface PostingSource {
  /** Sections of the site. */
  readonly sectionCount: number;
  /** The whole list of a term; empty for an unknown one. */
  postings(term: string): Promise<Postings>;
  /** All words of the site that begin with `prefix`. */
  words(prefix: string): Promise<readonly KnownWord[]>;
}

/** `typed` is unknown to the site and was taken for `meant`. */
export interface Correction {
  readonly typed: string;
  readonly meant: string;
}

export interface SectionHit {
  readonly section: number;
  readonly score: number;
}

export interface DocumentHit {
  readonly document: number;
  readonly score: number;
  /** The best sections, best first; ties in page order. */
  readonly sections: readonly SectionHit[];
}

export interface WordRanking {
  /** Best first; ties in path order. */
  readonly hits: readonly DocumentHit[];
  readonly corrections: readonly Correction[];
  /** The terms that were searched, for highlighting. */
  readonly terms: ReadonlySet<string>;
  /** For each phrase of the query, the ascending ids of the sections that hold all of its terms, in whatever order. */
  readonly phraseSections: readonly (readonly number[])[];
}

type Scores = ReadonlyMap<number, number>;

interface Alternative {
  readonly term: string;
  readonly weight: number;
  readonly postings: Postings;
}

/** Rank documents by words. `analyze` gives the term of a word. */
export async function rankWords(
  query: Query,
  source: PostingSource,
  readDirectory: () => Promise<Directory>,
  analyze: (word: string) => string,
): Promise<WordRanking> {
  const [directory, phraseSections, excluded, found] = await Promise.all([
    readDirectory(),
    Promise.all(query.phrases.map((phrase) => sectionsWithAll(phrase, source))),
    Promise.all(query.excluded.map((phrase) => sectionsWithAll(phrase, source))),
    Promise.all(query.words.map((word) => findAlternatives(word, source, analyze))),
  ]);
  const wordScores = found
    .map(({ alternatives }, index) => scoreWord(query.words[index] as QueryWord, alternatives, source.sectionCount))
    .filter((scores) => scores.size > 0);
  const documentsOf = (sections: readonly number[]): Set<number> =>
    new Set(sections.map((section) => directory.documentOf(section)));
  const withPhrases = phraseSections.map(documentsOf);
  const without = documentsOf(excluded.flat());
  const isAllowed = (document: number): boolean =>
    !without.has(document) && withPhrases.every((documents) => documents.has(document));
  return {
    hits: rankDocuments(wordScores, directory, isAllowed),
    corrections: found.flatMap(({ correction }) => correction ?? []),
    terms: new Set(found.flatMap(({ alternatives }) => alternatives.map(({ term }) => term))),
    phraseSections,
  };
}

/** The terms that a word stands for: its own, those it begins, or the nearest known ones. */
async function findAlternatives(
  word: QueryWord,
  source: PostingSource,
  analyze: (word: string) => string,
): Promise<{ readonly alternatives: readonly Alternative[]; readonly correction?: Correction }> {
  const postings = await source.postings(word.term);
  const found = postings.ids.length > 0 ? [{ term: word.term, weight: 1, postings }] : [];
  const readAll = (words: readonly string[], weight: number): Promise<Alternative[]> => {
    const terms = new Set(words.map(analyze));
    terms.delete(word.term); // it is there already, or nowhere
    return Promise.all(Array.from(terms, async (term) => ({ term, weight, postings: await source.postings(term) })));
  };
  if (word.whole) return { alternatives: found };
  if (word.completing && postings.ids.length < EXPAND_BELOW) {
    const begun = bestCompletions(await source.words(word.surface));
    found.push(...(await readAll(begun, COMPLETION_WEIGHT)));
  }
  if (found.length > 0 || !isCorrectable(word.surface)) return { alternatives: found };
  const [initial = ""] = word.surface;
  const near = nearestWords(word.surface, await source.words(initial));
  const [meant] = near;
  if (meant === undefined) return { alternatives: [] };
  return {
    alternatives: await readAll(near, CORRECTION_WEIGHT),
    correction: { typed: word.surface, meant },
  };
}

/** Inverse document frequency, never negative (Lucene's variant of BM25). */
const idf = (sectionCount: number, frequency: number): number =>
  Math.log(1 + (sectionCount - frequency + 0.5) / (frequency + 0.5));

/**
 * What the word adds to each section: of its alternatives the best, all as rare as the most frequent of them. Scores are
 * whole numbers, so that sums, and with them ties, are the same in every language.
 */
function scoreWord(word: QueryWord, alternatives: readonly Alternative[], sectionCount: number): Scores {
  const frequency = Math.max(0, ...alternatives.map(({ postings }) => postings.ids.length));
  const scores = new Map<number, number>();
  if (frequency === 0) return scores;
  const rarity = (word.weight * idf(sectionCount, frequency) * SCORE_UNIT) / LEVELS;
  for (const { weight, postings } of alternatives) {
    const { ids, levels } = postings;
    const unit = Math.floor(rarity * weight + 0.5);
    for (let index = 0; index < ids.length; index += 1) {
      const section = ids[index] as number;
      const score = unit * (levels[index] as number);
      // A word of nearly all sections adds 0, and finds them all the same.
      if (score > (scores.get(section) ?? -1)) scores.set(section, score);
    }
  }
  return scores;
}

async function sectionsWithAll(phrase: Phrase, source: PostingSource): Promise<readonly number[]> {
  const lists = await Promise.all(phrase.map((term) => source.postings(term)));
  const [first = [], ...others] = lists.map(({ ids }) => Array.from(ids));
  const otherSets = others.map((ids) => new Set(ids));
  return first.filter((section) => otherSets.every((ids) => ids.has(section))).sort((a, b) => a - b);
}

function rankDocuments(
  wordScores: readonly Scores[],
  directory: Directory,
  isAllowed: (document: number) => boolean,
): readonly DocumentHit[] {
  const totals = new Map<number, number>();
  for (const scores of wordScores) {
    for (const [section, score] of scores) totals.set(section, (totals.get(section) ?? 0) + score);
  }
  return groupByDocument(totals, directory)
    .filter(({ document }) => isAllowed(document))
    .sort((a, b) => byScore(a.best, b.best))
    .slice(0, CANDIDATE_DOCUMENTS)
    .map(({ document, best, hits }) => ({
      document,
      score: SECTION_SHARE * best.score + (1 - SECTION_SHARE) * scoreTogether(hits, wordScores),
      sections: hits.sort(byScore).slice(0, SECTIONS_SHOWN),
    }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

const byScore = (a: SectionHit, b: SectionHit): number => b.score - a.score || a.section - b.section;

interface Found {
  readonly document: number;
  readonly hits: SectionHit[];
  best: SectionHit;
}

function groupByDocument(totals: Scores, directory: Directory): Found[] {
  const found = new Map<number, Found>();
  for (const [section, score] of totals) {
    const document = directory.documentOf(section);
    const hit = { section, score };
    const known = found.get(document);
    if (!known) {
      found.set(document, { document, hits: [hit], best: hit });
      continue;
    }
    known.hits.push(hit);
    if (byScore(hit, known.best) < 0) known.best = hit;
  }
  return Array.from(found.values());
}

/** What the sections have together: each word where it is strongest. */
function scoreTogether(hits: readonly SectionHit[], wordScores: readonly Scores[]): number {
  let together = 0;
  for (const scores of wordScores) {
    let strongest = 0;
    for (const { section } of hits) strongest = Math.max(strongest, scores.get(section) ?? 0);
    together += strongest;
  }
  return together;
}
