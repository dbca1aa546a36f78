import type { StoredDocument } from "./documents.ts";
import type { Phrase, Query } from "./query.ts";
import type { Analyzer } from "./text/index.ts";

/** Whether the query asks for something that postings cannot tell, so that documents must be read to answer it. */
export const hasFilters = (query: Query): boolean =>
  query.phrases.length > 0 || query.tags.length > 0 || query.after !== "" || query.before !== "";

/**
 * Whether a document has every tag and every phrase of the query, and a date within its limits. A phrase stands within
 * one field: the title, the description, a tag, or a section's heading, text or code.
 */
export function passesFilters(query: Query, document: StoredDocument, analyzer: Analyzer): boolean {
  const tags = document.tags.map((tag) => tag.toLowerCase());
  if (!query.tags.every((tag) => tags.includes(tag))) return false;
  if (!isWithinDates(query, document.date.slice(0, 10))) return false;
  if (query.phrases.length === 0) return true;
  const fields = fieldsOf(document).map((field) => analyzer.tokens(field));
  return query.phrases.every((phrase) => fields.some((tokens) => holdsPhrase(tokens, phrase)));
}

function isWithinDates({ after, before }: Query, date: string): boolean {
  if (!after && !before) return true;
  return date !== "" && (!after || date >= after) && (!before || date <= before);
}

const fieldsOf = (document: StoredDocument): readonly string[] => [
  document.title,
  document.description,
  ...document.tags,
  ...document.sections.flatMap(({ heading, text, code }) => [heading, text, code]),
];

/** Whether the terms of `phrase` stand one after another. Wholes (compounds) are not counted: their parts are. */
export function holdsPhrase(
  tokens: readonly { readonly term: string; readonly whole: boolean }[],
  phrase: Phrase,
): boolean {
  const terms = tokens.filter((token) => !token.whole).map((token) => token.term);
  return terms.some((_, start) => phrase.every((term, index) => terms[start + index] === term));
}
