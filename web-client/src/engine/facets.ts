import type { ArtifactStore } from "./artifacts.ts";
import { decodeBase64 } from "./base64.ts";
import { asFields, asString } from "./checks.ts";
import { compareCodePoints } from "./code-points.ts";
import type { Directory } from "./directory.ts";
import type { DocumentReader } from "./documents.ts";
import { pathOfFile } from "./packs.ts";
import { fold } from "./text/index.ts";
import { VarintReader } from "./varints.ts";

/** A tag, and how many of the results have it. */
export interface TagCount {
  readonly value: string;
  readonly count: number;
}

/** The numbers of each tag's documents, ascending. */
type Tags = ReadonlyMap<string, Uint32Array>;

const MAX_TAGS = 20;

/** Reads tags and dates of all documents (docs/format.md, "Documents"), for counting and sorting results. */
export class FacetReader {
  readonly #store: ArtifactStore;
  readonly #pack: string;
  readonly #documents: Pick<DocumentReader, "readDocument">;

  constructor(store: ArtifactStore, directoryPack: string, documents: Pick<DocumentReader, "readDocument">) {
    this.#store = store;
    this.#pack = directoryPack;
    this.#documents = documents;
  }

  /**
   * The tags of those of `documents` that have all of `wanted` (folded), the most frequent first, at most 20; of equal
   * ones the first by code point.
   */
  async countTags(
    documents: readonly number[],
    wanted: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly TagCount[]> {
    const tags = await this.#store.read(pathOfFile(this.#pack, 0), decodeTags, signal);
    const having = wanted.map(
      (tag) =>
        new Set(Array.from(tags).flatMap(([value, numbers]) => (fold(value) === tag ? Array.from(numbers) : []))),
    );
    const counted = new Set(documents.filter((document) => having.every((numbers) => numbers.has(document))));
    const counts = Array.from(tags, ([value, numbers]) => ({
      value,
      count: numbers.reduce((count, number) => count + Number(counted.has(number)), 0),
    }));
    return counts
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || compareCodePoints(a.value, b.value))
      .slice(0, MAX_TAGS);
  }

  /** These hits, the newest document first, those without a date last; of equal ones the order stays. */
  async newestFirst<T extends { readonly document: number }>(
    hits: readonly T[],
    directory: Directory,
    signal?: AbortSignal,
  ): Promise<readonly T[]> {
    try {
      const days = await this.#store.read(pathOfFile(this.#pack, 1), decodeDays, signal);
      const dayOf = ({ document }: T): number => days[document] ?? 0;
      return [...hits].sort((a, b) => dayOf(b) - dayOf(a));
    } catch {
      signal?.throwIfAborted();
    }
    // Without a network there may be a copy of the documents: they know their dates, too.
    const read = async (hit: T): Promise<readonly [T, string]> => {
      const { date } = await this.#documents.readDocument(directory, hit.document, [], signal);
      return [hit, date.slice(0, "YYYY-MM-DD".length)];
    };
    const dated = await Promise.all(hits.map(read));
    return dated.sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).map(([hit]) => hit);
  }
}

function decodeTags(json: unknown): Tags {
  const columns = asFields(asFields(json, "the file")["tags"], "tags");
  return new Map(
    Object.entries(columns).map(([tag, column]) => {
      const numbers = readAll(asString(column, "a tag"));
      for (let index = 1; index < numbers.length; index += 1) {
        numbers[index] = (numbers[index] as number) + (numbers[index - 1] as number);
      }
      return [tag, numbers];
    }),
  );
}

/** Of each document the day of its date, from 0001-01-01, which is 1; 0 without one. */
const decodeDays = (json: unknown): Uint32Array => readAll(asString(asFields(json, "the file")["days"], "days"));

function readAll(base64: string): Uint32Array {
  const reader = new VarintReader(decodeBase64(base64));
  const numbers: number[] = [];
  while (!reader.isAtEnd) numbers.push(reader.next());
  return Uint32Array.from(numbers);
}
