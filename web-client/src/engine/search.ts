import { ArtifactStore, type Fetch } from "./artifacts.ts";
import type { Directory } from "./directory.ts";
import { DocumentReader, type StoredDocument } from "./documents.ts";
import { hasFilters, passesFilters } from "./filters.ts";
import { LexiconReader } from "./lexicon.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { parseQuery } from "./query.ts";
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
  #language: Promise<Language> | undefined;

  constructor(store: ArtifactStore, manifest: Manifest) {
    this.manifest = manifest;
    this.#lexicon = new LexiconReader(store, manifest.lexicon);
    this.#documents = new DocumentReader(store, manifest.documents);
  }

  /** Fetch what every query needs, so that the first one is quick. Never throws: the query would tell. */
  async warmUp(): Promise<void> {
    await Promise.allSettled([this.#documents.readDirectory(), this.#readLanguage()]);
  }

  /** Throws an `ArtifactError`, or `signal`'s reason once it is aborted. */
  async query(text: string, options: QueryOptions = {}): Promise<SearchAnswer> {
    const started = performance.now();
    const { prefix = true, signal } = options;
    const limit = Math.min(options.limit ?? DEFAULT_LIMIT, MAX_LIMIT);
    const [analyzer, omitted] = await this.#readLanguage();
    const query = parseQuery(text, analyzer, omitted, { prefix });
    const readDirectory = (): Promise<Directory> => this.#documents.readDirectory(signal);
    const termOf = (word: string): string => analyzer.tokens(word).at(-1)?.term ?? word;
    const ranking = await rankWords(query, this.#postingSource(signal), readDirectory, termOf);
    const directory = await readDirectory();
    const read = async (hit: DocumentHit): Promise<Found> => {
      return { hit, document: await this.#documents.readDocument(directory, hit.document, signal) };
    };
    const placesOf = ({ document }: DocumentHit): readonly (readonly number[])[] =>
      ranking.phraseSections.map((sections) => directory.placesWithin(document, sections));
    const hits = ranking.hits.filter((hit) => placesOf(hit).every((places) => places.length > 0));
    const passes = hasFilters(query)
      ? ({ hit, document }: Found) => passesFilters(query, document, placesOf(hit), analyzer)
      : null;
    const { found, total } = await take(hits, limit, read, passes);
    const isWhole = ranking.hits.length < CANDIDATE_DOCUMENTS;
    const { baseUrl } = this.manifest.site;
    const results = found.map(({ hit, document }) =>
      presentDocument(hit, document, directory.firstSectionOf(hit.document), baseUrl, ranking.terms, analyzer),
    );
    signal?.throwIfAborted();
    return {
      results,
      total: isWhole ? total : null,
      corrections: ranking.corrections,
      took_ms: performance.now() - started,
    };
  }

  #postingSource(signal: AbortSignal | undefined): PostingSource {
    return {
      sectionCount: this.manifest.counts.sections,
      postings: (term) => this.#lexicon.readPostings(term, signal),
      words: (prefix) => this.#lexicon.readWords(prefix, signal),
    };
  }

  /** The analyzer and the stop words of the site's language, loaded once. */
  #readLanguage(): Promise<Language> {
    const { language } = this.manifest.site;
    this.#language ??= Promise.all([createAnalyzer(language), stopWords(language)]);
    this.#language.catch(() => {
      this.#language = undefined;
    });
    return this.#language;
  }
}

type Language = readonly [analyzer: Analyzer, stopWords: ReadonlySet<string>];

interface Found {
  readonly hit: DocumentHit;
  readonly document: StoredDocument;
}

/** The first `limit` hits that pass, with their documents; and how many pass, null when not all were looked at. */
async function take(
  hits: readonly DocumentHit[],
  limit: number,
  read: (hit: DocumentHit) => Promise<Found>,
  passes: ((found: Found) => boolean) | null,
): Promise<{ readonly found: readonly Found[]; readonly total: number | null }> {
  if (!passes) return { found: await Promise.all(hits.slice(0, limit).map(read)), total: hits.length };
  const found: Found[] = [];
  let looked = 0;
  // One more than asked for tells that there are more.
  for (; looked < hits.length && found.length <= limit; looked += limit) {
    const batch = await Promise.all(hits.slice(looked, looked + limit).map(read));
    found.push(...batch.filter(passes));
  }
  return { found: found.slice(0, limit), total: looked >= hits.length ? found.length : null };
}
