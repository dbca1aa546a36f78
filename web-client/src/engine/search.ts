import type { DatabaseReader } from "../database/reader.ts";
import { ArtifactStore, type Fetch } from "./artifacts.ts";
import type { Directory } from "./directory.ts";
import { DocumentReader } from "./documents.ts";
import { loadPart } from "./errors.ts";
import type { FacetReader, TagCount } from "./facets.ts";
import { type Filter, narrow } from "./filters.ts";
import { FINALISTS, orderFinalists, type Shown } from "./finalists.ts";
import { LexiconReader } from "./lexicon.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import type { MeaningSearch, RunningMeaning } from "./meaning/search.ts";
import { parseQuery, type Query } from "./query.ts";
import { type Correction, type DocumentHit, type PostingSource, rankWords, type WordRanking } from "./ranking.ts";
import { RememberedPostings } from "./remembered.ts";
import { type DocumentResult, presentDocument, readShown } from "./results.ts";
import { type Found, selectDocuments } from "./selection.ts";
import { bestCompletions } from "./spelling.ts";
import { openStoredCopy } from "./stored-copy.ts";
import { type Analyzer, createAnalyzer, fold, stopWords } from "./text/index.ts";

export interface SearchOptions {
  /** The URL below which artifacts are: `{base}{site}/current.json`, `{base}objects/…`. */
  readonly base: string;
  /** The site's name. */
  readonly site: string;
  /** The language that the site is probably in; the page's unless given. Knowing it early makes the first query quicker. */
  readonly language?: string;
  /** The browser's own unless given. */
  readonly fetch?: Fetch;
  /** The URL of `/api/embed`, for sites whose vectors a service makes. */
  readonly embed?: string | undefined;
}

export interface QueryOptions {
  /** The most documents to return, 1 to 100; 10 unless given. */
  readonly limit?: number;
  /** Take the last word as one that is still being typed; true unless given. */
  readonly prefix?: boolean;
  /** Only documents that have all of these tags, and a date between these days. */
  readonly filter?: Filter;
  /** `date`: of the best hundred documents the newest first. `relevance` unless given. */
  readonly sort?: "relevance" | "date";
  /** Whether to count tags as well, see `SearchAnswer.facets`. */
  readonly facets?: boolean;
  /** Whether to search by meaning too where the site has vectors; "auto" unless given. */
  readonly meaning?: "auto" | "off";
  readonly signal?: AbortSignal;
  /** Gets the answer by words while meaning is still on its way. */
  readonly onUpdate?: (answer: SearchAnswer) => void;
}

/**
 * What meaning has to do with an answer. `pending`: another answer follows, with it. `unavailable`: vectors or the
 * service that embeds queries could not be reached, or are damaged, so the answer is by words alone.
 */
export type MeaningState = "off" | "pending" | "used" | "unavailable";

export interface SearchAnswer {
  /** Best first. */
  readonly results: readonly DocumentResult[];
  /** How many documents match; null when there are more than were looked at. */
  readonly total: number | null;
  /** Words that the site does not have, and what they were taken for. */
  readonly corrections: readonly Correction[];
  readonly meaning: MeaningState;
  /** In the last answer, if asked for: the most frequent tags of the best hundred documents. */
  readonly facets?: { readonly tags: readonly TagCount[] };
  readonly took_ms: number;
}

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/**
 * Open the published revision of a site. Throws an `ArtifactError` when there is none that this program can read; so does
 * each query when one of its files cannot be used.
 */
export async function createSearch(options: SearchOptions): Promise<Search> {
  const get: Fetch = options.fetch ?? ((url, init) => fetch(url, init));
  const store = new ArtifactStore(options.base, get);
  const language = options.language ?? globalThis.document?.documentElement.lang;
  // Most probably the site's: its files come while the pointer does. If not, or if they fail, the query loads its own.
  if (language) loadLanguage(language).catch(() => undefined);
  const manifest = await readManifest(store, options.site);
  return new Search(store, manifest, get, options.embed, await openStoredCopy(options.base, manifest));
}

/** Searches one revision. Files are fetched as queries need them, each once. */
export class Search {
  readonly manifest: Manifest;
  readonly #lexicon: Pick<LexiconReader, "readPostings" | "readWholeList" | "readWords">;
  readonly #documents: Pick<DocumentReader, "readDirectory" | "readDocument">;
  /** Tags and dates: loaded when they are asked for. */
  readonly #loadFacets: () => Promise<FacetReader>;
  #facets: FacetReader | undefined;
  readonly #postings = new RememberedPostings();
  /** Undefined for a site without vectors. */
  readonly #loadMeaning: (() => Promise<MeaningSearch>) | undefined;
  #meaning: MeaningSearch | undefined;
  #language: Promise<Language> | undefined;

  /** `copy`: the revision's database on this device, which is read instead of words' and documents' files. */
  constructor(
    store: ArtifactStore,
    manifest: Manifest,
    fetch: Fetch,
    embed?: string,
    copy: DatabaseReader | null = null,
  ) {
    this.manifest = manifest;
    this.#lexicon = copy ?? new LexiconReader(store, manifest.lexicon);
    this.#documents = copy ?? new DocumentReader(store, manifest.documents);
    this.#loadFacets = async () => {
      const { FacetReader } = await loadPart("the script of tags and dates", () => import("./facets.ts"));
      this.#facets ??= new FacetReader(store, manifest.documents, this.#documents);
      return this.#facets;
    };
    const { vectors, site } = manifest;
    if (vectors) {
      const service = embed ? { url: embed, site: site.name } : undefined;
      this.#loadMeaning = async () => {
        const { MeaningSearch } = await import("./meaning/search.ts");
        this.#meaning ??= new MeaningSearch(store, vectors, fetch, service);
        return this.#meaning;
      };
    }
  }

  /** Fetch what every query needs, so that the first one is quick. Never throws: the query would tell. */
  async warmUp(): Promise<void> {
    await Promise.allSettled([this.#documents.readDirectory(), this.#readLanguage()]);
  }

  /** Throws an `ArtifactError`, or `signal`'s reason once it is aborted. */
  async query(text: string, options: QueryOptions = {}): Promise<SearchAnswer> {
    const started = performance.now();
    const { prefix = true, signal } = options;
    const limit = Math.max(1, Math.min(options.limit ?? DEFAULT_LIMIT, MAX_LIMIT));
    const [analyzer, omitted] = await this.#readLanguage();
    const query = narrow(parseQuery(text, analyzer, omitted, { prefix }), options.filter ?? {});
    const byDate = options.sort === "date";
    // It comes while words are looked up.
    if (byDate || (options.facets && this.manifest.facets.tags > 0)) this.#loadFacets().catch(() => undefined);
    const readDirectory = (): Promise<Directory> => this.#documents.readDirectory(signal);
    const termOf = (word: string): string => analyzer.tokens(word).at(-1)?.term ?? word;
    const isOff = options.meaning === "off" || query.words.length === 0;
    const isBeingTyped = prefix && options.onUpdate !== undefined;
    const meaning = isOff ? undefined : this.#startMeaning(text, isBeingTyped, signal);
    const ranking = await rankWords(query, this.#postingSource(signal), readDirectory, termOf);
    const directory = await readDirectory();
    const answer = async (hits: readonly DocumentHit[], state: MeaningState): Promise<SearchAnswer> => {
      const ordered = byDate ? await (await this.#loadFacets()).newestFirst(hits, directory, signal) : hits;
      const sorted = { ...ranking, hits: ordered };
      const { results, total } = await this.#present(sorted, query, limit, directory, analyzer, !byDate, signal);
      signal?.throwIfAborted();
      const by = state === "used" && hits.length > ranking.hits.length ? null : total;
      return {
        results,
        total: by,
        corrections: ranking.corrections,
        meaning: state,
        took_ms: performance.now() - started,
      };
    };
    const finish = async (hits: readonly DocumentHit[], state: MeaningState): Promise<SearchAnswer> => {
      const found = await answer(hits, state);
      if (!options.facets) return found;
      options.onUpdate?.(found);
      const documents = hits.map(({ document }) => document);
      return { ...found, facets: { tags: await this.#countTags(documents, query.tags, signal) } };
    };
    if (!meaning) return finish(ranking.hits, "off");
    const fused = meaning.then((running) => running?.fuse(ranking, directory, this.manifest.wordsShare));
    if (options.onUpdate) options.onUpdate(await answer(ranking.hits, "pending"));
    const hits = await fused;
    signal?.throwIfAborted();
    return hits ? finish(hits, "used") : finish(ranking.hits, "unavailable");
  }

  /** Words of the site that begin as `prefix` does, the most frequent first; at most `limit`, and 8. */
  async suggest(
    prefix: string,
    { limit = DEFAULT_LIMIT, signal }: { readonly limit?: number; readonly signal?: AbortSignal } = {},
  ): Promise<readonly string[]> {
    const folded = fold(prefix.trim());
    if (!folded) return [];
    return bestCompletions(await this.#lexicon.readWords(folded, signal)).slice(0, limit);
  }

  /** None where their file cannot be used: they are not what was searched for. */
  async #countTags(
    documents: readonly number[],
    wanted: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly TagCount[]> {
    if (this.manifest.facets.tags === 0) return [];
    try {
      const facets = await this.#loadFacets();
      return await facets.countTags(documents, wanted, signal);
    } catch {
      signal?.throwIfAborted();
      return [];
    }
  }

  /** The first `limit` documents of a ranking that pass the query's filters, as results. */
  async #present(
    ranking: WordRanking,
    query: Query,
    limit: number,
    directory: Directory,
    analyzer: Analyzer,
    ordersFinalists: boolean,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly results: readonly DocumentResult[]; readonly total: number | null }> {
    // The finalists are the same for every limit, and so is the order.
    const wanted = Math.max(limit, FINALISTS);
    const { found, total } = await selectDocuments(ranking, query, wanted, directory, analyzer, (document, places) =>
      this.#documents.readDocument(directory, document, places, signal),
    );
    const { baseUrl } = this.manifest.site;
    const read = ({ hit, document }: Found): Shown =>
      readShown(hit, document, directory.firstSectionOf(hit.document), analyzer);
    const ordered = ordersFinalists ? orderFinalists(found, query, ranking.words, read) : found;
    const results = ordered
      .slice(0, limit)
      .map(({ hit, document }) =>
        presentDocument(hit, document, directory.firstSectionOf(hit.document), baseUrl, ranking.terms, analyzer),
      );
    return { results, total };
  }

  /** Undefined for a site without vectors. Never rejects: without its program, too, words alone answer. */
  #startMeaning(
    text: string,
    isBeingTyped: boolean,
    signal: AbortSignal | undefined,
  ): Promise<RunningMeaning | undefined> | undefined {
    return this.#loadMeaning?.().then(
      (meaning) => meaning.start(text, isBeingTyped, signal),
      () => undefined,
    );
  }

  #postingSource(signal: AbortSignal | undefined): PostingSource {
    return {
      sectionCount: this.manifest.counts.sections,
      postings: (term) => this.#postings.get(term, (wanted) => this.#lexicon.readPostings(wanted, signal)),
      wholeList: (term) => this.#lexicon.readWholeList(term, signal),
      words: (prefix) => this.#lexicon.readWords(prefix, signal),
    };
  }

  /** The analyzer and the stop words of the site's language, loaded once; a failure is forgotten. */
  #readLanguage(): Promise<Language> {
    this.#language ??= loadPart("the language's stemmer", () => loadLanguage(this.manifest.site.language)).catch(
      (error: unknown) => {
        this.#language = undefined;
        throw error;
      },
    );
    return this.#language;
  }
}

type Language = readonly [analyzer: Analyzer, stopWords: ReadonlySet<string>];

const loadLanguage = (language: string): Promise<Language> =>
  Promise.all([createAnalyzer(language), stopWords(language)]);
