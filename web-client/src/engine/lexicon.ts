import { type ArtifactStore, parseHeadedBlock } from "./artifacts.ts";
import type { ByteRange } from "./blocks.ts";
import { asCount, asFields, asList, asString, checkEqualLengths } from "./checks.ts";
import { countBelow, lastNotAbove } from "./code-points.ts";
import { decodeArtifact } from "./errors.ts";
import type { LexiconPack } from "./manifest.ts";
import { pathOfBlocks, pathOfFile } from "./packs.ts";
import { decodePostings, NO_POSTINGS, type Postings, RANKED_ENTRIES } from "./postings.ts";

/** A word of the site, folded, as its texts have it, and how often they do. */
export interface KnownWord {
  readonly word: string;
  readonly count: number;
}

/** Where a lexicon block is, and where the rests of its pack begin. */
interface BlockPlace {
  readonly path: string;
  readonly range: ByteRange;
  readonly rests: number;
}

/** A term in its block. */
interface FoundTerm {
  readonly place: BlockPlace;
  readonly frequency: number;
  /** The entries that ranking counts, encoded. */
  readonly ranked: Uint8Array;
  /** Where the others are, counted from the beginning of the rests. */
  readonly rest: ByteRange | undefined;
}

/** Lexicon blocks begin at multiples of so many bytes. */
const BLOCK_UNIT = 64;

/** Reads posting lists and words of a revision, as they are asked for. */
export class LexiconReader {
  readonly #store: ArtifactStore;
  readonly #firstTerms: readonly string[];
  readonly #blocks: readonly BlockPlace[];
  readonly #firstWords: readonly string[];
  readonly #wordShards: readonly string[];

  constructor(store: ArtifactStore, packs: readonly LexiconPack[]) {
    this.#store = store;
    this.#firstTerms = packs.flatMap(({ terms }) => terms);
    this.#blocks = packs.flatMap(placeBlocks);
    this.#firstWords = packs.flatMap(({ words }) => words);
    this.#wordShards = packs.flatMap(({ pack, words }) => words.map((_, file) => pathOfFile(pack, file)));
  }

  /** What ranking counts of a term's list; empty for an unknown term. */
  async readPostings(term: string, signal?: AbortSignal): Promise<Postings> {
    const found = await this.#find(term, signal);
    if (!found) return NO_POSTINGS;
    const { place, frequency, ranked } = found;
    const count = Math.min(frequency, RANKED_ENTRIES);
    return decodeArtifact(place.path, () => ({ size: frequency, groups: decodePostings([ranked], count) }));
  }

  /** The whole list of a term; empty for an unknown term. */
  async readWholeList(term: string, signal?: AbortSignal): Promise<Postings> {
    const found = await this.#find(term, signal);
    if (!found) return NO_POSTINGS;
    const { place, frequency, ranked, rest } = found;
    const range = rest && { offset: place.rests + rest.offset, size: rest.size };
    const others = range ? await this.#store.readBlocks(place.path, [range], (content) => content, signal) : [];
    return decodeArtifact(place.path, () => ({
      size: frequency,
      groups: decodePostings([ranked, ...others], frequency),
    }));
  }

  async #find(term: string, signal: AbortSignal | undefined): Promise<FoundTerm | undefined> {
    const place = this.#blocks[lastNotAbove(this.#firstTerms, term)];
    if (!place) return undefined;
    const [block] = await this.#store.readBlocks(place.path, [place.range], decodeLexiconBlock, signal);
    const { terms, frequencies, offsets, lists, rests } = block as LexiconBlock;
    const index = countBelow(terms, term);
    if (terms[index] !== term) return undefined;
    return {
      place,
      frequency: frequencies[index] as number,
      ranked: lists.subarray(offsets[index], offsets[index + 1]),
      rest: rests.get(index),
    };
  }

  /** All words that begin with `prefix`, in code-point order. */
  async readWords(prefix: string, signal?: AbortSignal): Promise<readonly KnownWord[]> {
    const start = Math.max(0, lastNotAbove(this.#firstWords, prefix));
    let end = countBelow(this.#firstWords, prefix);
    while (this.#firstWords[end]?.startsWith(prefix)) end += 1;
    const shards = await Promise.all(
      this.#wordShards.slice(start, end).map((path) => this.#store.read(path, decodeWordShard, signal)),
    );
    return shards.flat().filter(({ word }) => word.startsWith(prefix));
  }
}

function placeBlocks({ pack, sizes }: LexiconPack): readonly BlockPlace[] {
  const path = pathOfBlocks(pack);
  const rests = sizes.reduce((sum, size) => sum + size, 0) * BLOCK_UNIT;
  let offset = 0;
  return sizes.map((units) => {
    const range = { offset, size: units * BLOCK_UNIT };
    offset += range.size;
    return { path, range, rests };
  });
}

interface LexiconBlock {
  readonly terms: readonly string[];
  readonly frequencies: readonly number[];
  /** Where each term's entries start in `lists`, and the end of the last. */
  readonly offsets: readonly number[];
  readonly lists: Uint8Array;
  /** By a term's place. */
  readonly rests: ReadonlyMap<number, ByteRange>;
}

function decodeLexiconBlock(content: Uint8Array): LexiconBlock {
  const { head, body: lists } = parseHeadedBlock(content);
  const terms = asList(head["terms"], "terms", asString);
  const frequencies = asList(head["frequencies"], "frequencies", asCount);
  const sizes = asList(head["sizes"], "sizes", asCount);
  checkEqualLengths(terms, frequencies, sizes);
  const offsets = [0];
  for (const size of sizes) offsets.push((offsets.at(-1) as number) + size);
  if (offsets.at(-1) !== lists.length) throw new TypeError("sizes and lists disagree");
  const rests = new Map(
    Object.entries(asFields(head["rests"] ?? {}, "rests")).map(([index, value]) => {
      const [offset, size] = asList(value, "a rest", asCount) as readonly [number, number];
      return [Number(index), { offset, size }];
    }),
  );
  return { terms, frequencies, offsets, lists, rests };
}

function decodeWordShard(json: unknown): readonly KnownWord[] {
  const fields = asFields(json, "the file");
  const words = asList(fields["words"], "words", asString);
  const counts = asList(fields["counts"], "counts", asCount);
  checkEqualLengths(words, counts);
  return words.map((word, index) => ({ word, count: counts[index] as number }));
}
