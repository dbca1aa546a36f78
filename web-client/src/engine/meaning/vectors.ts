/** Reads a revision's vectors: a query's from its words, and how near sections are to it. */

import type { ArtifactStore } from "../artifacts.ts";
import type { ByteRange } from "../blocks.ts";
import type { ManifestVectors } from "../manifest.ts";
import { pathOfBlocks } from "../packs.ts";
import { VarintReader } from "../varints.ts";
import { addEightBits, eightBitBytes, type QueryVector, wholeNumbers } from "./codes.ts";
import { crc32 } from "./crc32.ts";
import { type BlockPlace, type Shard, VectorDirectory } from "./directory.ts";
import { commonForm, queryRuns, splitRun, variantsOf } from "./runs.ts";

/** Section id -> an estimate of its cosine with the query, times a factor that all share. */
export type Cosines = Map<number, number>;

interface ShardContent {
  readonly ids: Uint32Array;
  readonly sketches: Uint8Array;
}

const FINGERPRINT_BYTES = 4;
const utf8 = new TextEncoder();

const decodeVocabulary = (content: Uint8Array): ReadonlyMap<string, number> =>
  new Map(
    new TextDecoder()
      .decode(content)
      .split("\n")
      .map((token, rank) => [token, rank] as const),
  );

export class VectorReader {
  readonly #store: ArtifactStore;
  readonly #vectors: ManifestVectors;

  constructor(store: ArtifactStore, vectors: ManifestVectors) {
    this.#store = store;
    this.#vectors = vectors;
  }

  readDirectory(signal?: AbortSignal): Promise<VectorDirectory> {
    const { pack, dimensions } = this.#vectors;
    return this.#store.readBlock(pathOfBlocks(pack), (content) => new VectorDirectory(content, dimensions), signal);
  }

  /** The vector of a query from its words' vectors; zeros when the site's model knows none of them. */
  async queryFromWords(text: string, signal?: AbortSignal): Promise<QueryVector> {
    const runs = queryRuns(text);
    const known = await this.#readCodes(runs, signal);
    const unknown = runs.filter((run) => !known.has(run));
    const ranks = unknown.length > 0 ? await this.#readVocabulary(signal) : new Map<string, number>();
    const parts = await this.#readCodes(
      unknown.flatMap((run) => splitRun(run, ranks)),
      signal,
    );
    const total = new Float64Array(this.#vectors.dimensions);
    for (const run of runs) {
      const code = known.get(run);
      const codes = code ? [code] : splitRun(run, ranks).map((part) => parts.get(part));
      for (const found of codes) if (found) addEightBits(found, total);
    }
    return wholeNumbers(total);
  }

  /** The codes of those runs that the table of words has, or something that may stand for them. */
  async #readCodes(runs: readonly string[], signal: AbortSignal | undefined): Promise<ReadonlyMap<string, Uint8Array>> {
    const directory = await this.readDirectory(signal);
    const different = Array.from(new Set(runs));
    const blocks = await this.#readBlocks(
      different.map((run) => directory.wordBlock(crc32(utf8.encode(commonForm(run))))),
      (content) => decodeWords(content, eightBitBytes(this.#vectors.dimensions)),
      signal,
    );
    const found = new Map<string, Uint8Array>();
    for (const [place, run] of different.entries()) {
      const code = findCode(run, blocks[place]);
      if (code) found.set(run, code);
    }
    return found;
  }

  /** Token -> its place in the vocabulary. It is read when a word is asked for that the table does not have. */
  async #readVocabulary(signal: AbortSignal | undefined): Promise<ReadonlyMap<string, number>> {
    const { vocabulary } = await this.readDirectory(signal);
    return this.#store.readBlock(pathOfBlocks(vocabulary), decodeVocabulary, signal);
  }

  /** How near the sections of the nearest clusters are. */
  async scoreNearest(query: QueryVector, signal?: AbortSignal): Promise<Cosines> {
    const directory = await this.readDirectory(signal);
    const shards = directory.nearestShards(query, this.#vectors.sectionsWanted);
    const { sketchBytes } = directory.codes;
    const contents = await Promise.all(shards.map((shard) => this.#readShard(shard, sketchBytes, signal)));
    const score = directory.codes.sketchScorer(query);
    const found: Cosines = new Map();
    for (const { ids, sketches } of contents) {
      for (const [place, id] of ids.entries()) found.set(id, score(sketches, place * sketchBytes));
    }
    return found;
  }

  /**
   * The same, with rows for `shown` sections and, where rows are finer than sketches, for as many of the nearest as
   * documents are wanted.
   */
  async refine(query: QueryVector, nearest: Cosines, shown: readonly number[], signal?: AbortSignal): Promise<Cosines> {
    const { codes } = await this.readDirectory(signal);
    const sections = codes.areRowsFiner
      ? new Set([...shown, ...bestOf(nearest, this.#vectors.documentsWanted)])
      : new Set(shown.filter((section) => !nearest.has(section)));
    return new Map([...nearest, ...(await this.#scoreRows(query, Array.from(sections), signal))]);
  }

  async #scoreRows(query: QueryVector, sections: readonly number[], signal: AbortSignal | undefined): Promise<Cosines> {
    const directory = await this.readDirectory(signal);
    const places = sections.map((section) => directory.rowOf(section));
    const blocks = await this.#readBlocks(places, (content) => content, signal);
    const score = directory.codes.rowScorer(query);
    const { rowBytes } = directory.codes;
    return new Map(
      sections.map((section, place) => {
        const start = (places[place]?.row ?? 0) * rowBytes;
        const block = blocks[place] as Uint8Array;
        if (start + rowBytes > block.length) throw new RangeError(`section ${section} has no row`);
        return [section, score(block, start)];
      }),
    );
  }

  async #readShard(shard: Shard, bytes: number, signal: AbortSignal | undefined): Promise<ShardContent> {
    const decode = (content: Uint8Array): ShardContent => decodeShard(content, shard.sections, bytes);
    const [content] = await this.#store.readBlocks(shard.path, [shard.range], decode, signal);
    return content as ShardContent;
  }

  /** What each place's block holds; of each file the blocks are asked for together. */
  async #readBlocks<T>(
    places: readonly (BlockPlace | undefined)[],
    decode: (content: Uint8Array) => T,
    signal: AbortSignal | undefined,
  ): Promise<readonly (T | undefined)[]> {
    const files = new Map<string, Map<number, ByteRange>>();
    for (const place of places) {
      if (!place) continue;
      const ranges = files.get(place.path) ?? new Map<number, ByteRange>();
      files.set(place.path, ranges.set(place.range.offset, place.range));
    }
    const contents = new Map<string, T>();
    await Promise.all(
      Array.from(files, async ([path, ranges]) => {
        const ordered = Array.from(ranges.values()).sort((a, b) => a.offset - b.offset);
        const found = await this.#store.readBlocks(path, ordered, decode, signal);
        for (const [index, content] of found.entries()) contents.set(`${path}#${ordered[index]?.offset}`, content);
      }),
    );
    return places.map((place) => place && contents.get(`${place.path}#${place.range.offset}`));
  }
}

/** The `count` sections with the highest scores, of equal ones those with the lower ids. */
const bestOf = (cosines: Cosines, count: number): readonly number[] =>
  Array.from(cosines)
    .sort(([a, high], [b, higher]) => higher - high || a - b)
    .slice(0, count)
    .map(([section]) => section);

export function decodeShard(content: Uint8Array, sections: number, bytes: number): ShardContent {
  const end = sections * bytes;
  const figures = new VarintReader(content.subarray(end));
  const ids = figures.take(sections);
  if (!figures.isAtEnd) throw new RangeError("a shard has more sections than it should have");
  for (let place = 1; place < ids.length; place += 1) ids[place] = (ids[place] as number) + (ids[place - 1] as number);
  return { ids, sketches: content.subarray(0, end) };
}

/** Fingerprint -> code of the runs in a block. */
function decodeWords(content: Uint8Array, bytes: number): ReadonlyMap<number, Uint8Array> {
  const step = FINGERPRINT_BYTES + bytes;
  if (content.length % step !== 0) throw new RangeError("a block of words is cut off");
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  return new Map(
    Array.from({ length: content.length / step }, (_, place) => [
      view.getUint32(place * step, true),
      content.subarray(place * step + FINGERPRINT_BYTES, (place + 1) * step),
    ]),
  );
}

function findCode(run: string, block: ReadonlyMap<number, Uint8Array> | undefined): Uint8Array | undefined {
  for (const form of variantsOf(run)) {
    const code = block?.get(crc32(utf8.encode(form).reverse()));
    if (code) return code;
  }
  return undefined;
}
