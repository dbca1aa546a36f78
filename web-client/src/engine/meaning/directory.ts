/** The directory of a site's vectors: what a search by meaning reads first (docs/format.md, "Vectors"). */

import { parseHeadedBlock } from "../artifacts.ts";
import type { ByteRange } from "../blocks.ts";
import { asCount, asFields, asList, asString } from "../checks.ts";
import { pathOfBlocks } from "../packs.ts";
import { VarintReader } from "../varints.ts";
import { decodeCodes, type QueryVector, scoreCentroids, twoBitBytes, type VectorCodes } from "./codes.ts";

const SHARDS_PER_PACK = 16;
const SHARD_UNIT = 64;
const ROW_BLOCK_EXTRA = 32;
const BLOCKS_PER_PACK = 128;
const WORD_UNIT = 32;

/** A block of a block file. */
export interface BlockPlace {
  readonly path: string;
  readonly range: ByteRange;
}

/** Sections of one cluster. */
export interface Shard extends BlockPlace {
  readonly cluster: number;
  readonly sections: number;
}

/** Rows of neighbouring sections. */
export interface RowPlace extends BlockPlace {
  /** The section's place in the block. */
  readonly row: number;
}

interface RowPart {
  readonly base: number;
  readonly sections: number;
  readonly path: string;
  /** The number of the part's first block in the file. */
  readonly firstBlock: number;
}

export class VectorDirectory {
  readonly codes: VectorCodes;
  readonly #centroids: Uint8Array;
  readonly #shards: readonly (readonly Shard[])[];
  readonly #rows: readonly RowPart[];
  /** The pack of the tokens that other words are made of; empty for none. */
  readonly vocabulary: string;
  readonly #words: readonly string[];
  readonly #wordSizes: Uint32Array;

  constructor(content: Uint8Array, dimensions: number) {
    const { head, body } = parseHeadedBlock(content);
    this.codes = decodeCodes(head["codes"], dimensions);
    const clusters = asCount(head["clusters"], "clusters");
    const centroidsEnd = clusters * twoBitBytes(dimensions);
    this.#centroids = body.subarray(0, centroidsEnd);
    const shards = asFields(head["shards"], "shards");
    const packs = asList(shards["packs"], "packs", asString);
    const figures = new VarintReader(body.subarray(centroidsEnd));
    this.#shards = decodeShards(figures, packs, asCount(shards["count"], "count"), clusters);
    this.#rows = asList(head["rows"], "rows", (value, where) => decodeRows(value, where, this.codes)).flat();
    this.#words = asList(head["words"], "words", asString);
    this.vocabulary = asString(head["vocabulary"], "vocabulary");
    this.#wordSizes = figures.take(this.#words.length * BLOCKS_PER_PACK);
    if (!figures.isAtEnd) throw new RangeError("there are more numbers than there should be");
  }

  /** Whether a query's vector can be made of words' vectors. */
  get hasWords(): boolean {
    return this.#words.length > 0;
  }

  /** The shards of the clusters nearest to the query, as many clusters as give `wanted` sections. */
  nearestShards(query: QueryVector, wanted: number): readonly Shard[] {
    const scores = scoreCentroids(this.#centroids, query);
    const order = Array.from(scores.keys())
      .filter((cluster) => this.#shards[cluster]?.length)
      .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
    const found: Shard[] = [];
    let sections = 0;
    for (const cluster of order) {
      if (sections >= wanted) break;
      for (const shard of this.#shards[cluster] as readonly Shard[]) {
        found.push(shard);
        sections += shard.sections;
      }
    }
    return found;
  }

  /** Where the row of a section is. Throws a `RangeError` if it has none. */
  rowOf(section: number): RowPlace {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle] as RowPart).base <= section) low = middle + 1;
      else high = middle;
    }
    const part = this.#rows[low - 1];
    const place = section - (part?.base ?? 0);
    if (!part || place >= part.sections) throw new RangeError(`no section ${section} has a vector`);
    const { rowBytes, rowsPerBlock } = this.codes;
    const size = rowsPerBlock * rowBytes + ROW_BLOCK_EXTRA;
    const block = part.firstBlock + Math.floor(place / rowsPerBlock);
    return { path: part.path, range: { offset: block * size, size }, row: place % rowsPerBlock };
  }

  /** The block of the table of words that has a checksum's words; undefined when it has none. */
  wordBlock(checksum: number): BlockPlace | undefined {
    const pack = checksum % this.#words.length;
    const block = Math.floor(checksum / this.#words.length) % BLOCKS_PER_PACK;
    const sizes = this.#wordSizes.subarray(pack * BLOCKS_PER_PACK, (pack + 1) * BLOCKS_PER_PACK);
    const units = sizes[block] as number;
    if (units === 0) return undefined;
    const before = sizes.subarray(0, block).reduce((sum, size) => sum + size, 0);
    const range = { offset: before * WORD_UNIT, size: units * WORD_UNIT };
    return { path: pathOfBlocks(this.#words[pack] as string), range };
  }
}

/** Of each cluster its shards. */
function decodeShards(
  figures: VarintReader,
  packs: readonly string[],
  count: number,
  clusters: number,
): readonly (readonly Shard[])[] {
  if (packs.length !== Math.ceil(count / SHARDS_PER_PACK)) throw new RangeError("packs and shards disagree");
  const [steps, sections, units] = [figures.take(count), figures.take(count), figures.take(count)];
  const found: Shard[][] = Array.from({ length: clusters }, () => []);
  let cluster = 0;
  let offset = 0;
  for (let number = 0; number < count; number += 1) {
    if (number % SHARDS_PER_PACK === 0) offset = 0;
    cluster += steps[number] as number;
    const size = (units[number] as number) * SHARD_UNIT;
    const path = pathOfBlocks(packs[Math.floor(number / SHARDS_PER_PACK)] as string);
    const shards = found[cluster];
    if (!shards) throw new RangeError(`there is no cluster ${cluster}`);
    shards.push({ path, range: { offset, size }, cluster, sections: sections[number] as number });
    offset += size;
  }
  return found;
}

function decodeRows(value: unknown, where: string, { rowsPerBlock }: VectorCodes): readonly RowPart[] {
  const fields = asFields(value, where);
  const path = pathOfBlocks(asString(fields["pack"], `pack of ${where}`));
  let firstBlock = 0;
  return asList(fields["parts"], `parts of ${where}`, (part, at) => {
    const [base = 0, sections = 0] = asList(part, at, asCount);
    const found = { base, sections, path, firstBlock };
    firstBlock += Math.ceil(sections / rowsPerBlock);
    return found;
  });
}
