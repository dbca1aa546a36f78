import type { StoredDocument, StoredSection } from "./documents.ts";
import type { Shown } from "./finalists.ts";
import type { DocumentHit } from "./ranking.ts";
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

/** Make a result of a hit: links, marked title and headings, and a snippet of each section. */
export function presentDocument(
  hit: DocumentHit,
  document: StoredDocument,
  firstSection: number,
  baseUrl: string,
  terms: ReadonlySet<string>,
  analyzer: Analyzer,
): DocumentResult {
  const url = joinUrl(baseUrl, document.url);
  const { sections } = document;
  return {
    url,
    title: markTerms(document.title, terms, analyzer),
    language: document.language,
    date: document.date,
    tags: document.tags,
    score: hit.score,
    sections: hit.sections.map(({ section: id, score }): SectionResult => {
      const place = id - firstSection;
      const section = sections.get(place) as StoredSection;
      return {
        id,
        score,
        url: section.anchor ? `${url}#${section.anchor}` : url,
        heading: markTerms(section.heading, terms, analyzer),
        breadcrumb: section.breadcrumb,
        // The description is searched as if it were text of the first section.
        ...presentText(section, place === 0 ? document.description : "", terms, analyzer),
      };
    }),
  };
}

/** What the result of a hit will show, analysed for the final order. */
export function readShown(hit: DocumentHit, document: StoredDocument, firstSection: number, analyzer: Analyzer): Shown {
  const sections = hit.sections.map(({ section: id }) => {
    const place = id - firstSection;
    const { heading, text, code } = document.sections.get(place) as StoredSection;
    return [heading, text, code, ...(place === 0 ? [document.description] : [])].map(analyzer.tokens);
  });
  return { title: analyzer.tokens(document.title), sections };
}

/** The snippet of what was found: in the text, else in the description, else in the code; else how the section begins. */
function presentText(
  { text, code }: StoredSection,
  description: string,
  terms: ReadonlySet<string>,
  analyzer: Analyzer,
): Pick<SectionResult, "snippet" | "isCode"> {
  const found = cutSnippet(text, terms, analyzer) ?? cutSnippet(description, terms, analyzer);
  if (found) return { snippet: found, isCode: false };
  const inCode = cutSnippet(code, terms, analyzer, true);
  if (inCode) return { snippet: inCode, isCode: true };
  const prose = text || description;
  return prose ? { snippet: cutBeginning(prose), isCode: false } : { snippet: cutBeginning(code, true), isCode: true };
}

/** A document's address. Its own slashes at the front never make it another host's. */
export const joinUrl = (baseUrl: string, url: string): string =>
  `${baseUrl.replace(/\/+$/, "")}/${url.replace(/^[/\\]+/, "")}`;
