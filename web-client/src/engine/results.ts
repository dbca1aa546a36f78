import { breadcrumbOf, type StoredDocument, type StoredSection } from "./documents.ts";
import type { DocumentHit, SectionHit } from "./ranking.ts";
import { cutBeginning, cutSnippet, type Marked, markTerms } from "./snippets.ts";
import type { Analyzer } from "./text/index.ts";

/** A section as a result shows it. */
export interface SectionResult {
  /** The section's id in this revision. */
  readonly id: number;
  readonly score: number;
  readonly url: string;
  /** Empty for the text before a document's first heading. */
  readonly heading: Marked;
  /** The headings above, outermost first. */
  readonly breadcrumb: readonly string[];
  readonly snippet: Marked;
  /** Whether the snippet is program code. */
  readonly isCode: boolean;
}

/** A document as a result shows it, with its best sections, best first. */
export interface DocumentResult {
  readonly url: string;
  readonly title: Marked;
  /** BCP 47; empty for the site's own. */
  readonly language: string;
  /** Empty, or a time in UTC: `2026-01-02T00:00:00Z`. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly score: number;
  readonly sections: readonly SectionResult[];
}

interface Presentation {
  readonly baseUrl: string;
  readonly terms: ReadonlySet<string>;
  readonly analyzer: Analyzer;
}

/** Make a result of a hit: links, marked title and headings, and a snippet of each section. */
export function presentDocument(
  hit: DocumentHit,
  document: StoredDocument,
  firstSection: number,
  presentation: Presentation,
): DocumentResult {
  const url = joinUrl(presentation.baseUrl, document.url);
  return {
    url,
    title: markTerms(document.title, presentation.terms, presentation.analyzer),
    language: document.language,
    date: document.date,
    tags: document.tags,
    score: hit.score,
    sections: hit.sections.map((section) =>
      presentSection(section, document, section.section - firstSection, url, presentation),
    ),
  };
}

function presentSection(
  hit: SectionHit,
  document: StoredDocument,
  place: number,
  documentUrl: string,
  { terms, analyzer }: Presentation,
): SectionResult {
  const section = document.sections[place] as StoredSection;
  // The description is searched as if it were text of the first section.
  const prose = [section.text, ...(place === 0 ? [document.description] : [])];
  const snippetOf = (text: string): Marked | null => cutSnippet(text, terms, analyzer);
  const found = firstOf(prose, snippetOf);
  const code = found ? null : snippetOf(section.code);
  return {
    id: hit.section,
    score: hit.score,
    url: section.anchor ? `${documentUrl}#${section.anchor}` : documentUrl,
    heading: markTerms(section.heading, terms, analyzer),
    breadcrumb: breadcrumbOf(document.sections, place),
    snippet: found ?? code ?? cutBeginning(prose.find((text) => text !== "") ?? section.code),
    isCode: code !== null,
  };
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** A document's address. Its own slashes at the front never make it another host's. */
export const joinUrl = (baseUrl: string, url: string): string =>
  `${baseUrl.replace(/\/+$/, "")}/${url.replace(/^[/\\]+/, "")}`;
