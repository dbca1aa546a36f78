import { ArtifactStore, type Fetch } from "./artifacts.ts";
import type { Directory } from "./directory.ts";
import { DocumentReader, type StoredDocument } from "./documents.ts";
import { hasFilters, passesFilters } from "./filters.ts";
import { LexiconReader } from "./lexicon.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { parseQuery, type Query } from "./query.ts";
import { CANDIDATE_DOCUMENTS, type Correction, type DocumentHit, type PostingSource, rankWords } from "./ranking.ts";
import { type DocumentResult, presentDocument } from "./results.ts";
import { type Analyzer, createAnalyzer, stopWords } from "./text/index.ts";

export interface SearchOptions {
  /** The URL below which artifacts are: `{base}{site}/current.json`, `{base}objects/…`. */
  readonly base: string;
  /** The site's name. */
  readonly site: string;
  /** The browser's own unless given. */
  readonly fetch?: Fetch;
}

export interface QueryOptions {
  /** The most documents to return; 10 unless given, 100 at most. */
  readonly limit?: number;
  /** Take the last word as one that is still being typed; true unless given. */
  readonly prefix?: boolean;
  readonly signal?: AbortSignal;
}

export interface SearchAnswer {
  /** Best first. */
  readonly results: readonly DocumentResult[];
  /** How many documents match; null when there are more than were looked at. */
  readonly total: number | null;
  /** Words that the site does not have, and what they were taken for. */
  readonly corrections: readonly Correction[];
  readonly took_ms: number;
}

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/**
 * Open the published revision of a site. Throws an `ArtifactError` when there is none that this program can read; so does
 * each query when one of its files cannot be used.
 */
export async function createSearch(options: SearchOptions): Promise<Search> {
  const store = new ArtifactStore(options.base, options.fetch ?? ((url, init) => fetch(url, init)));
  return new Search(store, await readManifest(store, options.site));
}

/** Searches one revision. Files are fetched as queries need them, each once. */
export class Search {
  readonly manifest: Manifest;
  readonly #lexicon: LexiconReader;
  readonly #documents: DocumentReader;
  readonly #analyzers = new Map<string, Promise<Analyzer>>();

  constructor(store: ArtifactStore, manifest: Manifest) {
    this.manifest = manifest;
    this.#lexicon = new LexiconReader(store, manifest.lexicon);
    this.#documents = new DocumentReader(store, manifest.documents);
  }

  /** Fetch what every query needs, so that the first one is quick. Never throws: the query would tell. */
  async warmUp(): Promise<void> {
    await Promise.allSettled([this.#documents.readDirectory(), this.#analyzerFor(this.manifest.site.language)]);
  }

  /** Throws an `ArtifactError`, or `signal`'s reason once it is aborted. */
  async query(text: string, options: QueryOptions = {}): Promise<SearchAnswer> {
    const started = performance.now();
    const { prefix = true, signal } = options;
    const limit = Math.min(options.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
    const { language } = this.manifest.site;
    const analyzer = await this.#analyzerFor(language);
    const query = parseQuery(text, analyzer, await stopWords(language), { prefix });
    const readDirectory = (): Promise<Directory> => this.#documents.readDirectory(signal);
    const termOf = (word: string): string => analyzer.tokens(word)[0]?.term ?? word;
    const ranking = await rankWords(query, this.#postingSource(signal), readDirectory, termOf);
    const directory = await readDirectory();
    const read = async (hit: DocumentHit): Promise<Found> => {
      const document = await this.#documents.readDocument(directory, hit.document, signal);
      return { hit, document, analyzer: await this.#analyzerFor(document.language || language) };
    };
    const { found, total } = await this.#take(ranking.hits, limit, query, read);
    const { baseUrl } = this.manifest.site;
    const results = found.map(({ hit, document, analyzer }) =>
      presentDocument(hit, document, directory.firstSectionOf(hit.document), {
        baseUrl,
        terms: ranking.terms,
        analyzer,
      }),
    );
    signal?.throwIfAborted();
    return { results, total, corrections: ranking.corrections, took_ms: performance.now() - started };
  }

  /** The first `limit` hits that pass the query's filters, with their documents; and how many pass, null for unknown. */
  async #take(
    hits: readonly DocumentHit[],
    limit: number,
    query: Query,
    read: (hit: DocumentHit) => Promise<Found>,
  ): Promise<{ readonly found: readonly Found[]; readonly total: number | null }> {
    const all = hits.length < CANDIDATE_DOCUMENTS;
    if (!hasFilters(query)) {
      const found = await Promise.all(hits.slice(0, limit).map(read));
      return { found, total: all ? hits.length : null };
    }
    const passed: Found[] = [];
    let looked = 0;
    // One more than asked for tells that there are more.
    for (; looked < hits.length && passed.length <= limit; looked += limit) {
      for (const found of await Promise.all(hits.slice(looked, looked + limit).map(read))) {
        if (passesFilters(query, found.document, found.analyzer)) passed.push(found);
      }
    }
    return { found: passed.slice(0, limit), total: all && looked >= hits.length ? passed.length : null };
  }

  #postingSource(signal: AbortSignal | undefined): PostingSource {
    return {
      sectionCount: this.manifest.counts.sections,
      postings: (term) => this.#lexicon.readPostings(term, signal),
      words: (prefix) => this.#lexicon.readWords(prefix, signal),
    };
  }

  #analyzerFor(language: string): Promise<Analyzer> {
    const known = this.#analyzers.get(language);
    if (known) return known;
    const loading = createAnalyzer(language);
    this.#analyzers.set(language, loading);
    loading.catch(() => this.#analyzers.delete(language));
    return loading;
  }
}

interface Found {
  readonly hit: DocumentHit;
  readonly document: StoredDocument;
  readonly analyzer: Analyzer;
}
