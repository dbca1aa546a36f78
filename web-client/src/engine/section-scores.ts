import type { Directory } from "./directory.ts";
import { ArtifactError } from "./errors.ts";

/** Sections that get the same score from a word. */
export interface ScoredGroup {
  readonly score: number;
  readonly ids: Uint32Array;
}

/** What a word adds: its groups, of which no two hold the same section. */
export type WordScores = readonly ScoredGroup[];

export interface ScoredSection {
  readonly section: number;
  readonly score: number;
}

/** A document by its best section: of equal ones the first. */
export interface Candidate extends ScoredSection {
  readonly document: number;
}

/** Ids are below this (docs/format.md, "Postings"); more would be a damaged directory. */
const MAX_SECTIONS = 2 ** 28;
const NOT_FOUND = -1;
/** Candidates are collected up to this many times the number wanted before the worst of them are let go. */
const SLACK = 3;

/**
 * Adds up scores by section, in columns that are made once for a directory and used by query after query: a query
 * allocates nothing that grows with the site. Whole numbers throughout, so the order of adding does not matter.
 */
export class SectionScores {
  readonly #firsts: Uint32Array;
  readonly #counts: Uint32Array;
  /** By section id: its score, or `NOT_FOUND`. */
  readonly #totals: Float64Array;
  /** By section id: 1 + the place of its document among those looked at, or 0. */
  readonly #slots: Uint32Array;
  #touched = 0;

  constructor(directory: Directory) {
    const { documentCount } = directory;
    this.#firsts = Uint32Array.from({ length: documentCount }, (_, document) => directory.firstSectionOf(document));
    this.#counts = Uint32Array.from({ length: documentCount }, (_, document) => directory.sectionCountOf(document));
    const last = documentCount - 1;
    const size = documentCount > 0 ? directory.firstSectionOf(last) + directory.sectionCountOf(last) : 0;
    if (size > MAX_SECTIONS) throw damaged();
    this.#totals = new Float64Array(size);
    this.#slots = new Uint32Array(size);
  }

  /** All section ids are below this. */
  get size(): number {
    return this.#totals.length;
  }

  /** Score all sections anew: the sum over the words. */
  add(words: readonly WordScores[]): void {
    const totals = this.#totals.fill(NOT_FOUND);
    let touched = 0;
    for (const word of words) {
      for (const { score, ids } of word) {
        for (let index = 0; index < ids.length; index += 1) {
          const id = ids[index] as number;
          const total = totals[id] as number;
          if (total >= 0) {
            totals[id] = total + score;
          } else {
            totals[id] = score;
            touched += 1;
          }
        }
      }
    }
    this.#touched = touched;
  }

  /**
   * The `limit` allowed documents whose best sections are best; of equal sections the one with the lower id. Throws an
   * `ArtifactError` when a list has a section of no document.
   */
  best(limit: number, isAllowed: (document: number) => boolean): readonly Candidate[] {
    const totals = this.#totals;
    let found: Candidate[] = [];
    let bar = NOT_FOUND;
    let touched = 0;
    for (let document = 0; document < this.#firsts.length; document += 1) {
      const first = this.#firsts[document] as number;
      const end = first + (this.#counts[document] as number);
      let score = NOT_FOUND;
      let section = first;
      for (let id = first; id < end; id += 1) {
        const total = totals[id] as number;
        if (total < 0) continue;
        touched += 1;
        if (total > score) {
          score = total;
          section = id;
        }
      }
      // Sections come in ascending order: of equal ones the earlier are there already.
      if (score <= bar || !isAllowed(document)) continue;
      found.push({ document, section, score });
      if (found.length >= limit * SLACK) {
        found = take(found, limit);
        bar = (found.at(-1) as Candidate).score;
      }
    }
    if (touched !== this.#touched) throw damaged();
    return take(found, limit);
  }

  /** Of each document the most that a word gives any of its sections, summed over the words. */
  together(documents: readonly number[], words: readonly WordScores[]): Float64Array {
    const slots = this.#slots;
    documents.forEach((document, place) => {
      const first = this.#firsts[document] as number;
      slots.fill(place + 1, first, first + (this.#counts[document] as number));
    });
    const sums = new Float64Array(documents.length + 1);
    const most = new Float64Array(documents.length + 1);
    for (const word of words) {
      most.fill(0);
      for (const { score, ids } of word) {
        for (let index = 0; index < ids.length; index += 1) {
          const slot = slots[ids[index] as number] as number;
          if (score > (most[slot] as number)) most[slot] = score;
        }
      }
      for (let slot = 1; slot < sums.length; slot += 1) sums[slot] = (sums[slot] as number) + (most[slot] as number);
    }
    for (const document of documents) {
      const first = this.#firsts[document] as number;
      slots.fill(0, first, first + (this.#counts[document] as number));
    }
    return sums.subarray(1);
  }

  /** The score of the document's first section. */
  ofFirstSection(document: number): number {
    return Math.max(0, this.#totals[this.#firsts[document] as number] as number);
  }

  /** The document's `limit` best sections, best first; of equal ones the first. */
  sectionsOf(document: number, limit: number): readonly ScoredSection[] {
    const found: ScoredSection[] = [];
    const first = this.#firsts[document] as number;
    const end = first + (this.#counts[document] as number);
    for (let section = first; section < end; section += 1) {
      const score = this.#totals[section] as number;
      if (score < 0 || (found.length === limit && score <= (found.at(-1) as ScoredSection).score)) continue;
      if (found.length === limit) found.pop();
      found.push({ section, score });
      found.sort(byScore);
    }
    return found;
  }
}

const take = (found: Candidate[], limit: number): Candidate[] => found.sort(byScore).slice(0, limit);

const byScore = (a: ScoredSection, b: ScoredSection): number => b.score - a.score || a.section - b.section;

const damaged = (): ArtifactError =>
  new ArtifactError("corrupt", "directory of documents", "a section of a posting list belongs to no document");
