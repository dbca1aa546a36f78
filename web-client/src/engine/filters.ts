import type { StoredDocument } from "./documents.ts";
import type { Phrase, Query } from "./query.ts";
import { type Analyzer, fold } from "./text/index.ts";

/** Whether the query asks for something that postings alone cannot tell, so that documents must be read to answer it. */
export const hasFilters = (query: Query): boolean =>
  query.phrases.length > 0 || query.tags.length > 0 || query.after !== "" || query.before !== "";

/** What a page asks for besides the query's text. Days are `YYYY-MM-DD`, both included. */
export interface Filter {
  readonly tags?: readonly string[];
  readonly after?: string;
  readonly before?: string;
}

/** The query, narrowed by a filter as by `tag:`, `after:` and `before:` in its text. */
export function narrow(query: Query, { tags = [], after = "", before = "" }: Filter): Query {
  return {
    ...query,
    tags: [...query.tags, ...tags.map(fold)],
    after: after > query.after ? after : query.after,
    before: before && (!query.before || before < query.before) ? before : query.before,
  };
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
