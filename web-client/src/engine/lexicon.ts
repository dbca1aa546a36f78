import type { ArtifactStore } from "./artifacts.ts";
import { decodeBase64 } from "./base64.ts";
import type { ByteRange } from "./blocks.ts";
import { asCount, asFields, asList, asString, checkEqualLengths } from "./checks.ts";
import { countBelow, lastNotAbove } from "./code-points.ts";
import { decodeArtifact } from "./errors.ts";
import type { LexiconPack } from "./manifest.ts";
import { pathOfBlocks, pathOfFile } from "./packs.ts";
import { decodePostings, NO_POSTINGS, type Postings } from "./postings.ts";

/** A word of the site, folded, as its texts have it, and how often they do. */
export interface KnownWord {
  readonly word: string;
  readonly count: number;
}

/** Where a shard is. */
interface ShardPlace {
  readonly pack: string;
  readonly file: number;
}

/** Shards in order, beside the first term or word of each. */
interface ShardList {
  readonly firsts: readonly string[];
  readonly places: readonly ShardPlace[];
}

/** Reads posting lists and words of a revision, shard by shard as they are asked for. */
export class LexiconReader {
  readonly #store: ArtifactStore;
  readonly #terms: ShardList;
  readonly #words: ShardList;

  constructor(store: ArtifactStore, packs: readonly LexiconPack[]) {
    this.#store = store;
    this.#terms = listShards(
      packs,
      (pack) => pack.terms,
      () => 0,
    );
    this.#words = listShards(
      packs,
      (pack) => pack.words,
      (pack) => pack.terms.length,
    );
  }

  /** The whole posting list of a term, tail and all; empty for an unknown term. */
  async readPostings(term: string, signal?: AbortSignal): Promise<Postings> {
    const at = lastNotAbove(this.#terms.firsts, term);
    const place = this.#terms.places[at];
    if (!place) return NO_POSTINGS;
    const path = pathOfFile(place.pack, place.file);
    const shard = await this.#store.read(path, decodeLexiconShard, signal);
    const index = countBelow(shard.terms, term);
    if (shard.terms[index] !== term) return NO_POSTINGS;
    const frequency = shard.frequencies[index] as number;
    const head = shard.postings.subarray(shard.offsets[index], shard.offsets[index + 1]);
    const tail = shard.tails.get(index);
    if (!tail) return decodeArtifact(path, () => decodePostings([head], frequency));
    const tailPath = pathOfBlocks(place.pack);
    const [rest] = await this.#store.readBlocks(tailPath, [tail], (content) => content, signal);
    return decodeArtifact(tailPath, () => decodePostings([head, rest as Uint8Array], frequency));
  }

  /** All words that begin with `prefix`, in code-point order. */
  async readWords(prefix: string, signal?: AbortSignal): Promise<readonly KnownWord[]> {
    const { firsts, places } = this.#words;
    const start = Math.max(0, lastNotAbove(firsts, prefix));
    let end = countBelow(firsts, prefix);
    while (firsts[end]?.startsWith(prefix)) end += 1;
    const shards = await Promise.all(
      places
        .slice(start, end)
        .map(({ pack, file }) => this.#store.read(pathOfFile(pack, file), decodeWordShard, signal)),
    );
    return shards.flat().filter(({ word }) => word.startsWith(prefix));
  }
}

function listShards(
  packs: readonly LexiconPack[],
  firstsOf: (pack: LexiconPack) => readonly string[],
  firstFileOf: (pack: LexiconPack) => number,
): ShardList {
  return {
    firsts: packs.flatMap(firstsOf),
    places: packs.flatMap((pack) =>
      firstsOf(pack).map((_, index) => ({ pack: pack.pack, file: firstFileOf(pack) + index })),
    ),
  };
}

interface LexiconShard {
  readonly terms: readonly string[];
  readonly frequencies: readonly number[];
  /** Where each term's head starts in `postings`, and the end of the last. */
  readonly offsets: readonly number[];
  readonly tails: ReadonlyMap<number, ByteRange>;
  readonly postings: Uint8Array;
}

export function decodeLexiconShard(json: unknown): LexiconShard {
  const fields = asFields(json, "the file");
  const terms = asList(fields["terms"], "terms", asString);
  const frequencies = asList(fields["frequencies"], "frequencies", asCount);
  const sizes = asList(fields["sizes"], "sizes", asCount);
  checkEqualLengths(terms, frequencies, sizes);
  const postings = decodeBase64(asString(fields["postings"], "postings"));
  const offsets = [0];
  for (const size of sizes) offsets.push((offsets.at(-1) as number) + size);
  if (offsets.at(-1) !== postings.length) throw new TypeError("sizes and postings disagree");
  const tails = new Map(
    Object.entries(asFields(fields["tails"], "tails")).map(([index, value]) => {
      const [offset, size] = asList(value, "a tail", asCount) as readonly [number, number];
      return [Number(index), { offset, size }];
    }),
  );
  return { terms, frequencies, offsets, tails, postings };
}

function decodeWordShard(json: unknown): readonly KnownWord[] {
  const fields = asFields(json, "the file");
  const words = asList(fields["words"], "words", asString);
  const counts = asList(fields["counts"], "counts", asCount);
  checkEqualLengths(words, counts);
  return words.map((word, index) => ({ word, count: counts[index] as number }));
}
