import type { Directory } from "./directory.ts";
import type { StoredDocument } from "./documents.ts";
import { loadPart } from "./errors.ts";
import { hasFilters } from "./filters.ts";
import type { Query } from "./query.ts";
import { CANDIDATE_DOCUMENTS, type DocumentHit, type WordRanking } from "./ranking.ts";
import type { Analyzer } from "./text/index.ts";

/** A hit with its document. */
export interface Found {
  readonly hit: DocumentHit;
  readonly document: StoredDocument;
}

export interface Selection {
  /** Best first. */
  readonly found: readonly Found[];
  /** How many documents match; null when not all were looked at. */
  readonly total: number | null;
}

/** The first `limit` documents of a ranking that pass the query's filters. `limit` is 1 at least. */
export async function selectDocuments(
  ranking: WordRanking,
  query: Query,
  limit: number,
  directory: Directory,
  analyzer: Analyzer,
  readDocument: (document: number, places: readonly number[]) => Promise<StoredDocument>,
): Promise<Selection> {
  const read = async (hit: DocumentHit, phrasePlaces: readonly (readonly number[])[] = []): Promise<Found> => {
    const first = directory.firstSectionOf(hit.document);
    const shown = hit.sections.map(({ section }) => section - first);
    return { hit, document: await readDocument(hit.document, [...shown, ...phrasePlaces.flat()]) };
  };
  const isWhole = ranking.hits.length < CANDIDATE_DOCUMENTS;
  if (!hasFilters(query)) {
    const found = await Promise.all(ranking.hits.slice(0, limit).map((hit) => read(hit)));
    return { found, total: isWhole ? ranking.hits.length : null };
  }
  const { selectPassing } = await loadPart("the filters' script", () => import("./filtering.ts"));
  const { found, sawAll } = await selectPassing(ranking, query, limit, directory, analyzer, read);
  return { found: found.slice(0, limit), total: isWhole && sawAll ? found.length : null };
}
