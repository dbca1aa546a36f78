/** What a query with filters or phrases needs besides: its documents are read until enough of them pass. */

import type { Directory } from "./directory.ts";
import type { StoredDocument } from "./documents.ts";
import type { Phrase, Query } from "./query.ts";
import type { DocumentHit, WordRanking } from "./ranking.ts";
import type { Found } from "./selection.ts";
import { type Analyzer, fold } from "./text/index.ts";

type Places = readonly (readonly number[])[];

/** The first documents that pass, one more than `limit` if there are so many, and whether all were looked at. */
export async function selectPassing(
  ranking: WordRanking,
  query: Query,
  limit: number,
  directory: Directory,
  analyzer: Analyzer,
  read: (hit: DocumentHit, phrasePlaces: Places) => Promise<Found>,
): Promise<{ readonly found: readonly Found[]; readonly sawAll: boolean }> {
  const placesOf = ({ document }: DocumentHit): Places =>
    ranking.phraseSections.map((sections) => directory.placesWithin(document, sections));
  const { hits } = ranking;
  const found: Found[] = [];
  let looked = 0;
  // One more than asked for tells that there are more.
  for (; looked < hits.length && found.length <= limit; looked += limit) {
    const batch = await Promise.all(hits.slice(looked, looked + limit).map((hit) => read(hit, placesOf(hit))));
    found.push(...batch.filter(({ hit, document }) => passesFilters(query, document, placesOf(hit), analyzer)));
  }
  return { found, sawAll: looked >= hits.length };
}

/**
 * Whether a document has every tag and every phrase of the query, and a date within its limits. A phrase stands within
 * one field: the title, the description, or a section's heading, text or code. `phrasePlaces[i]` says in which sections
 * of the document all terms of phrase `i` are, so that the others need not be read; the first one's has the title's too.
 */
export function passesFilters(
  query: Query,
  document: StoredDocument,
  phrasePlaces: readonly (readonly number[])[],
  analyzer: Analyzer,
): boolean {
  const tags = document.tags.map(fold);
  if (!query.tags.every((tag) => tags.includes(tag))) return false;
  if (!isWithinDates(query, document.date.slice(0, 10))) return false;
  return query.phrases.every((phrase, index) =>
    phrasePlaces[index]?.some((place) =>
      fieldsOf(document, place).some((field) => holdsPhrase(analyzer.tokens(field), phrase)),
    ),
  );
}

function isWithinDates({ after, before }: Query, date: string): boolean {
  if (!after && !before) return true;
  return date !== "" && (!after || date >= after) && (!before || date <= before);
}

function fieldsOf({ title, description, sections }: StoredDocument, place: number): readonly string[] {
  const { heading = "", text = "", code = "" } = sections.get(place) ?? {};
  return [...(place === 0 ? [title, description] : []), heading, text, code];
}

/** Whether the terms of `phrase` stand one after another. Wholes (compounds) are not counted: their parts are. */
export function holdsPhrase(
  tokens: readonly { readonly term: string; readonly whole: boolean }[],
  phrase: Phrase,
): boolean {
  const terms = tokens.filter((token) => !token.whole).map((token) => token.term);
  return terms.some((_, start) => phrase.every((term, index) => terms[start + index] === term));
}
