/** Search by meaning beside the search by words: it never fails, and never holds words up. */

import type { ArtifactStore, Fetch } from "../artifacts.ts";
import type { Directory } from "../directory.ts";
import type { ManifestVectors } from "../manifest.ts";
import type { DocumentHit, WordRanking } from "../ranking.ts";
import type { QueryVector } from "./codes.ts";
import { fetchQueryVector } from "./embed.ts";
import { fuseByMeaning } from "./fusion.ts";
import { VectorReader } from "./vectors.ts";

/** While somebody types, each key would cost a query's bytes: meaning waits until the words have been looked at. */
const TYPING_PAUSE_MS = 150;
/** The model whose queries' vectors are made of words'. */
const WORD_MODELS = "static/";

/** A search that is under way. */
export interface RunningMeaning {
  /** The documents of words and meaning in one order; undefined when vectors, or the query's, are not to be had. */
  fuse(ranking: WordRanking, directory: Directory, wordsShare: number): Promise<readonly DocumentHit[] | undefined>;
}

export class MeaningSearch {
  readonly #reader: VectorReader;
  readonly #vectors: ManifestVectors;
  readonly #fetch: Fetch;
  readonly #embed: { readonly url: string; readonly site: string } | undefined;

  constructor(
    store: ArtifactStore,
    vectors: ManifestVectors,
    fetch: Fetch,
    embed: { readonly url: string; readonly site: string } | "" | undefined,
  ) {
    this.#reader = new VectorReader(store, vectors);
    this.#vectors = vectors;
    this.#fetch = fetch;
    this.#embed = embed || undefined;
  }

  start(text: string, isBeingTyped: boolean, signal?: AbortSignal): RunningMeaning {
    const query = pause(isBeingTyped ? TYPING_PAUSE_MS : 0, signal).then(() => this.#embedQuery(text, signal));
    const nearest = query.then((vector) => this.#reader.scoreNearest(vector, signal));
    // Until somebody waits for it, a failure is nobody's.
    nearest.catch(() => undefined);
    return {
      fuse: async (ranking, directory, wordsShare) => {
        try {
          const wanted = ranking.hits.slice(0, this.#vectors.documentsWanted);
          const shown = wanted.flatMap(({ sections }) => sections.map(({ section }) => section));
          const cosines = await this.#reader.refine(await query, await nearest, shown, signal);
          return fuseByMeaning(ranking.hits, cosines, directory, ranking.isAllowed, wordsShare);
        } catch {
          // Aborted, unreachable or damaged: the words' answer stands, and says so.
          return undefined;
        }
      },
    };
  }

  async #embedQuery(text: string, signal: AbortSignal | undefined): Promise<QueryVector> {
    const { model, dimensions } = this.#vectors;
    if (model.startsWith(WORD_MODELS)) return this.#reader.queryFromWords(text, signal);
    if (!this.#embed) throw new Error("there is no service that embeds queries");
    return fetchQueryVector(text, { ...this.#embed, model, dimensions }, this.#fetch, signal);
  }
}

function pause(duration: number, signal: AbortSignal | undefined): Promise<void> {
  if (duration === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, duration);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
