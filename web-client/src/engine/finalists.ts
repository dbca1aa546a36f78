/**
 * The final order of the first documents, by what they say: `shared/domain/finalists.py`, step by step. The index knows
 * how strongly a section has a word, not where; the first ten documents are read anyway to be shown, and their text tells.
 */

import type { PlacedTerm, Query } from "./query.ts";
import type { DocumentHit, SearchedWord } from "./ranking.ts";
import type { Token } from "./text/index.ts";

/** As many as a page of results shows. The number is the same for every limit, and so is the order. */
export const FINALISTS = 10;
/** Share of a document's score that it gets again when its title is the query. */
const TITLE_BONUS = 0.5;
/** The same when all words of the query stand in it as they do in the query. */
const NEARNESS_BONUS = 0.5;

/** What is read of a document, analysed. */
export interface Shown {
  readonly title: readonly Token[];
  /** Those that the hit shows; each is its fields: heading, text, code, and of the first the description. */
  readonly sections: readonly (readonly (readonly Token[])[])[];
}

/** A token that means a term of the query, by that term's number. */
interface Place {
  readonly position: number;
  readonly number: number;
}

/** Two telling words of the query, the second `distance` tokens behind the first; what they are worth together. */
interface Pair {
  readonly first: number;
  readonly second: number;
  readonly distance: number;
  readonly worth: number;
}

/** All of `found`, the first ten with their final scores and in the order of these, then by document. */
export function orderFinalists<F extends { readonly hit: DocumentHit }>(
  found: readonly F[],
  query: Query,
  words: readonly SearchedWord[],
  read: (found: F) => Shown,
): readonly F[] {
  const comparison = new Comparison(query.sequence, words);
  const finalists = found.slice(0, FINALISTS).map((item) => {
    const { title, nearness } = comparison.compare(read(item));
    const score = item.hit.score * (1 + TITLE_BONUS * title * title + NEARNESS_BONUS * nearness);
    return { ...item, hit: { ...item.hit, score } };
  });
  finalists.sort(({ hit: a }, { hit: b }) => b.score - a.score || a.document - b.document);
  return [...finalists, ...found.slice(FINALISTS)];
}

/** A query, ready to be compared with documents. Its terms are numbered. */
class Comparison {
  /** Term of a document -> the number of the term of the query that stands for it. */
  readonly #meant = new Map<string, number>();
  /** How often the query has each of its terms. */
  readonly #counts: number[] = [];
  readonly #length: number;
  readonly #pairs: readonly Pair[];
  readonly #worth: number;

  constructor(sequence: readonly PlacedTerm[], words: readonly SearchedWord[]) {
    for (const { term } of sequence) {
      const number = this.#meant.get(term) ?? this.#counts.length;
      this.#meant.set(term, number);
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
    }
    this.#length = sequence.length;
    const numbers = new Map(this.#meant);
    const rarity = new Map(words.map((word) => [word.term, word.rarity]));
    for (const { term, alternatives } of words) {
      const number = numbers.get(term);
      if (number === undefined) continue;
      for (const other of alternatives) if (!this.#meant.has(other)) this.#meant.set(other, number);
    }
    const telling = sequence.filter((item) => item.telling);
    this.#pairs = telling.slice(1).map((second, index) => {
      const first = telling[index] as PlacedTerm;
      return {
        first: numbers.get(first.term) as number,
        second: numbers.get(second.term) as number,
        distance: second.position - first.position,
        worth: Math.min(rarity.get(first.term) ?? 0, rarity.get(second.term) ?? 0),
      };
    });
    this.#worth = this.#pairs.reduce((sum, { worth }) => sum + worth, 0);
  }

  /** How much the title is the query, and how much of the query stands together in one place: 0 to 1. */
  compare({ title, sections }: Shown): { readonly title: number; readonly nearness: number } {
    return { title: this.#titleShare(title), nearness: this.#nearness([[title], ...sections]) };
  }

  /** Dice's coefficient: twice the tokens that both have, to the tokens of both. */
  #titleShare(title: readonly Token[]): number {
    const left = [...this.#counts];
    let both = 0;
    for (const { number } of this.#find(title)) {
      if (left[number] === 0) continue;
      left[number] = (left[number] as number) - 1;
      both += 1;
    }
    // The last token is never a whole, since its parts follow.
    const length = (title.at(-1)?.position ?? -1) + 1;
    return both > 0 ? (2 * both) / (length + this.#length) : 0;
  }

  /** Of the worth of all pairs, what the place that has most of it has. */
  #nearness(places: Shown["sections"]): number {
    if (this.#worth === 0) return 0;
    let most = 0;
    for (const fields of places) most = Math.max(most, this.#worthIn(fields));
    return most / this.#worth;
  }

  /** What the pairs are worth that stand in one of the fields as they do in the query. */
  #worthIn(fields: readonly (readonly Token[])[]): number {
    const missing = new Set(this.#pairs);
    let worth = 0;
    for (const field of fields) {
      const places = this.#find(field);
      for (const pair of missing) {
        if (!hasPair(places, pair)) continue;
        missing.delete(pair);
        worth += pair.worth;
      }
    }
    return worth;
  }

  /** Where terms of the query are meant, in order. */
  #find(tokens: readonly Token[]): readonly Place[] {
    const found: Place[] = [];
    for (const { term, position, whole } of tokens) {
      const number = this.#meant.get(term);
      if (number !== undefined && !whole) found.push({ position, number });
    }
    return found;
  }
}

function hasPair(places: readonly Place[], { first, second, distance }: Pair): boolean {
  return places.some(({ position, number }, at) => {
    if (number !== first) return false;
    let next = at + 1;
    while ((places[next]?.position ?? Number.POSITIVE_INFINITY) < position + distance) next += 1;
    return places[next]?.position === position + distance && places[next]?.number === second;
  });
}
