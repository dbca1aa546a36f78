import type { ArtifactStore } from "./artifacts.ts";
import { decodeBase64 } from "./base64.ts";
import { asFields, asString } from "./checks.ts";
import { compareCodePoints } from "./code-points.ts";
import { pathOfFile } from "./packs.ts";
import { VarintReader } from "./varints.ts";

/** A tag, and how many of the results have it. */
export interface TagCount {
  readonly value: string;
  readonly count: number;
}

/** The numbers of each tag's documents, ascending. */
type Tags = ReadonlyMap<string, Uint32Array>;

const MAX_TAGS = 20;
const MS_PER_DAY = 86_400_000;
/** 0001-01-01, in days from 1970-01-01. */
const FIRST_DAY = -719_162;

/** Reads tags and dates of all documents (docs/format.md, "Documents"), for counting and sorting results. */
export class FacetReader {
  readonly #store: ArtifactStore;
  readonly #pack: string;

  constructor(store: ArtifactStore, directoryPack: string) {
    this.#store = store;
    this.#pack = directoryPack;
  }

  /** The tags of these documents, the most frequent first, at most 20; of equal ones the first by code point. */
  async countTags(documents: readonly number[], signal?: AbortSignal): Promise<readonly TagCount[]> {
    const tags = await this.#store.read(pathOfFile(this.#pack, 0), decodeTags, signal);
    const wanted = new Set(documents);
    const counts = Array.from(tags, ([value, numbers]) => ({
      value,
      count: numbers.reduce((count, number) => count + Number(wanted.has(number)), 0),
    }));
    return counts
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || compareCodePoints(a.value, b.value))
      .slice(0, MAX_TAGS);
  }

  /** Of each document of the site the day of its date, in days from 0001-01-01; 0 without one. */
  readDays(signal?: AbortSignal): Promise<Uint32Array> {
    return this.#store.read(pathOfFile(this.#pack, 1), decodeDays, signal);
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

const decodeDays = (json: unknown): Uint32Array => readAll(asString(asFields(json, "the file")["days"], "days"));

function readAll(base64: string): Uint32Array {
  const reader = new VarintReader(decodeBase64(base64));
  const numbers: number[] = [];
  while (!reader.isAtEnd) numbers.push(reader.next());
  return Uint32Array.from(numbers);
}

/** A day as `readDays` has it, as `YYYY-MM-DD`; empty for 0. */
export const dateOfDay = (day: number): string =>
  day === 0 ? "" : new Date((day - 1 + FIRST_DAY) * MS_PER_DAY).toISOString().slice(0, 10);
