/**
 * The ranking of `shared/domain/ranking.py`, step by step, as docs/format.md states it ("Searching, words"); golden tests
 * hold both together. Here postings arrive over the network, so a query's words are looked up side by side.
 */

import type { Directory } from "./directory.ts";
import type { KnownWord } from "./lexicon.ts";
import { LEVELS, type Postings } from "./postings.ts";
import type { Phrase, Query, QueryWord } from "./query.ts";
import { type ScoredGroup, SectionScores, type WordScores } from "./section-scores.ts";
import { bestCompletions, isCorrectable, nearestWords } from "./spelling.ts";

/** A word being typed is completed when fewer sections than this hold it as it is. */
const EXPAND_BELOW = 3;
const COMPLETION_WEIGHT = 0.8;
const CORRECTION_WEIGHT = 0.7;
/** The score of a word of idf 1 at full impact. */
const SCORE_UNIT = 65_536;
const SECTION_SHARE = 0.5;
/** Share of the first section's score, which holds title and tags. */
const FIRST_SECTION_BONUS = 0.25;
const SECTIONS_SHOWN = 3;

/** The most documents that a query ranks. */
export const CANDIDATE_DOCUMENTS = 100;

/** Where postings and words come from: shards, the database, or a test. */
export interface PostingSource {
  /** Sections of the site. */
  readonly sectionCount: number;
  /** What counts of a term's list, the best few thousand sections; empty for an unknown one. */
  postings(term: string): Promise<Postings>;
  /** The whole list, for phrases and exclusions. */
  wholeList(term: string): Promise<Postings>;
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

/** A word of the query that sections hold. */
export interface SearchedWord {
  readonly term: string;
  /** The terms that it stood for. */
  readonly alternatives: readonly string[];
  /** The score of one impact level. */
  readonly rarity: number;
}

export interface WordRanking {
  /** Best first; ties in path order. */
  readonly hits: readonly DocumentHit[];
  readonly corrections: readonly Correction[];
  /** The terms that were searched, for highlighting. */
  readonly terms: ReadonlySet<string>;
  readonly words: readonly SearchedWord[];
  /** For each phrase of the query, the ascending ids of the sections that hold all of its terms, in whatever order. */
  readonly phraseSections: readonly (readonly number[])[];
  /** Whether a document may be shown for all that exclusions and phrases say of its terms. */
  readonly isAllowed: (document: number) => boolean;
}

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
  const sectionScores = scoresFor(directory);
  const words: SearchedWord[] = [];
  const scores: WordScores[] = [];
  found.forEach((word, index) => {
    // A word of a page in another language may be known, and its term in the site's language nowhere.
    const alternatives = word.alternatives.filter(({ postings }) => postings.size > 0);
    if (alternatives.length === 0) return;
    const asked = query.words[index] as QueryWord;
    const rarity = findRarity(asked, alternatives, source.sectionCount);
    const terms = alternatives.map(({ term }) => term);
    words.push({ term: asked.term, alternatives: terms, rarity: Math.floor(rarity + 0.5) });
    scores.push(scoreWord(rarity, alternatives, sectionScores.size));
  });
  const documentsOf = (sections: readonly number[]): Set<number> =>
    new Set(sections.map((section) => directory.documentOf(section)));
  const withPhrases = phraseSections.map(documentsOf);
  const without = documentsOf(excluded.flat());
  const isAllowed = (document: number): boolean =>
    !without.has(document) && withPhrases.every((documents) => documents.has(document));
  return {
    hits: rankDocuments(scores, sectionScores, isAllowed),
    corrections: found.flatMap(({ correction }) => correction ?? []),
    terms: new Set(words.flatMap(({ alternatives }) => alternatives)),
    words,
    phraseSections,
    isAllowed,
  };
}

/** The terms that a word stands for: its own, those it begins, or the nearest known ones. */
async function findAlternatives(
  word: QueryWord,
  source: PostingSource,
  analyze: (word: string) => string,
): Promise<{ readonly alternatives: readonly Alternative[]; readonly correction?: Correction }> {
  const postings = await source.postings(word.term);
  const found = postings.size > 0 ? [{ term: word.term, weight: 1, postings }] : [];
  const readAll = (words: readonly string[], weight: number): Promise<Alternative[]> => {
    const terms = new Set(words.map(analyze));
    terms.delete(word.term); // it is there already, or nowhere
    return Promise.all(Array.from(terms, async (term) => ({ term, weight, postings: await source.postings(term) })));
  };
  if (word.whole) return { alternatives: found };
  if (word.completing && postings.size < EXPAND_BELOW) {
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

/** What the word adds for each impact level: alternatives are all as rare as the most frequent of them. */
function findRarity(word: QueryWord, alternatives: readonly Alternative[], sectionCount: number): number {
  const frequency = Math.max(...alternatives.map(({ postings }) => postings.size));
  return (word.weight * idf(sectionCount, frequency) * SCORE_UNIT) / LEVELS;
}

/**
 * What the word adds to each section: of its alternatives the best. Scores are whole numbers, so that sums, and with them
 * ties, are the same in every language.
 */
function scoreWord(rarity: number, alternatives: readonly Alternative[], sectionSpace: number): WordScores {
  const groups = alternatives.flatMap(({ weight, postings }) => {
    const unit = Math.floor(rarity * weight + 0.5);
    return postings.groups.map(({ level, ids }) => ({ score: unit * level, ids }));
  });
  return alternatives.length > 1 ? keepBest(groups, sectionSpace) : groups;
}

/** Each section in the group where it scores most. */
function keepBest(groups: readonly ScoredGroup[], sectionSpace: number): WordScores {
  const taken = new Uint8Array(sectionSpace);
  return groups
    .toSorted((a, b) => b.score - a.score)
    .map(({ score, ids }) => {
      const left = ids.filter((id) => taken[id] !== 1);
      for (const id of left) taken[id] = 1;
      return { score, ids: left };
    });
}

/** The sections that hold every term, ascending. */
async function sectionsWithAll(phrase: Phrase, source: PostingSource): Promise<readonly number[]> {
  const lists = await Promise.all(Array.from(new Set(phrase), (term) => source.wholeList(term)));
  const [rarest, ...others] = lists.toSorted((a, b) => a.size - b.size);
  let sections = new Set(rarest?.groups.flatMap(({ ids }) => Array.from(ids)));
  for (const { groups } of others) {
    const both = new Set<number>();
    for (const { ids } of groups) {
      for (const id of ids) if (sections.has(id)) both.add(id);
    }
    sections = both;
  }
  return Array.from(sections).sort((a, b) => a - b);
}

const columns = new WeakMap<Directory, SectionScores>();

/** The columns for a directory's sections, made once. */
function scoresFor(directory: Directory): SectionScores {
  const known = columns.get(directory) ?? new SectionScores(directory);
  columns.set(directory, known);
  return known;
}

function rankDocuments(
  words: readonly WordScores[],
  scores: SectionScores,
  isAllowed: (document: number) => boolean,
): readonly DocumentHit[] {
  if (words.length === 0) return [];
  scores.add(words);
  const best = scores.best(CANDIDATE_DOCUMENTS, isAllowed);
  const together = scores.together(
    best.map(({ document }) => document),
    words,
  );
  return best
    .map(({ document, score }, place) => ({
      document,
      score:
        SECTION_SHARE * score +
        (1 - SECTION_SHARE) * (together[place] as number) +
        FIRST_SECTION_BONUS * scores.ofFirstSection(document),
      sections: scores.sectionsOf(document, SECTIONS_SHOWN),
    }))
    .sort((a, b) => b.score - a.score || a.document - b.document);
}
