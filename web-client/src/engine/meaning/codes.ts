/**
 * Codes of vectors and their scores (docs/format.md, "Vectors"). A query is whole numbers in -127 … 127, so sums are
 * exact, and scores are equal to the builder's to the last bit.
 */

import { asFields, asList, asNumber, asString } from "../checks.ts";
import { float16At } from "./float16.ts";
import { hadamard, rotationOrder, signFlips } from "./hadamard.ts";

/** Whole numbers in -127 … 127, one a dimension. */
export type QueryVector = Int8Array;

/** Scores one code that starts at `start`: an estimate of the cosine, times a factor that all codes share. */
export type CodeScorer = (codes: Uint8Array, start: number) => number;

/** How the vectors of a site are coded: as sketches, which lie together by meaning, and as rows, by section id. */
export interface VectorCodes {
  /** The size of one sketch. */
  readonly sketchBytes: number;
  /** The size of one row. */
  readonly rowBytes: number;
  readonly rowsPerBlock: number;
  /** Whether rows tell more than sketches; else both are the same codes. */
  readonly areRowsFiner: boolean;
  sketchScorer(query: QueryVector): CodeScorer;
  rowScorer(query: QueryVector): CodeScorer;
}

export function decodeCodes(value: unknown, dimensions: number): VectorCodes {
  const fields = asFields(value, "codes");
  const kind = asString(fields["kind"], "codes.kind");
  if (kind === "int8") {
    return {
      sketchBytes: twoBitBytes(dimensions),
      rowBytes: eightBitBytes(dimensions),
      rowsPerBlock: 1,
      areRowsFiner: true,
      sketchScorer: scoreTwoBits,
      rowScorer: scoreEightBits,
    };
  }
  if (kind !== "bit") throw new TypeError(`codes are of an unknown kind, ${kind}`);
  const mean = asList(fields["mean"], "codes.mean", asNumber);
  if (mean.length !== dimensions) throw new TypeError("the mean has other dimensions");
  const rotation = new Rotation(mean, asNumber(fields["seed"], "codes.seed"));
  const bytes = rotation.order / 8 + 4;
  const scorer = (query: QueryVector): CodeScorer => rotation.scorer(query);
  return {
    sketchBytes: bytes,
    rowBytes: bytes,
    rowsPerBlock: 8,
    areRowsFiner: false,
    sketchScorer: scorer,
    rowScorer: scorer,
  };
}

/** The size of a code of eight bits a number. */
export const eightBitBytes = (dimensions: number): number => dimensions + 2;

/** The number at a place of a code of eight bits a number. */
const numberAt = (codes: Uint8Array, place: number): number => ((codes[place] as number) << 24) >> 24;

const scoreEightBits =
  (query: QueryVector): CodeScorer =>
  (codes, start) => {
    let total = 0;
    for (let place = 0; place < query.length; place += 1) {
      total += numberAt(codes, start + place) * (query[place] as number);
    }
    return float16At(codes, start + query.length) * total;
  };

/** The numbers of a code of eight bits a number, times its scale, added to `total`. */
export function addEightBits(code: Uint8Array, total: Float64Array): void {
  const scale = float16At(code, total.length);
  for (let place = 0; place < total.length; place += 1) {
    total[place] = (total[place] as number) + numberAt(code, place) * scale;
  }
}

/** The size of a code of two bits a number. */
export const twoBitBytes = (dimensions: number): number => Math.ceil(dimensions / 4) + 2;

function scoreTwoBits(query: QueryVector): CodeScorer {
  const scaleAt = twoBitBytes(query.length) - 2;
  return (codes, start) => {
    let total = 0;
    for (let place = 0; place < query.length; place += 1) {
      const two = ((codes[start + (place >> 2)] as number) >> ((place & 3) * 2)) & 3;
      total += (two * 2 - 3) * (query[place] as number);
    }
    return float16At(codes, start + scaleAt) * total;
  };
}

/** The direction of a vector as whole numbers, halves rounded up. */
export function wholeNumbers(values: Float64Array): QueryVector {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return Int8Array.from(values, (value) => (largest > 0 ? Math.floor((value * 127) / largest + 0.5) : 0));
}

/** How near each centroid is to the query, times a factor that all share. */
export function scoreCentroids(codes: Uint8Array, query: QueryVector): Float64Array {
  const size = twoBitBytes(query.length);
  const score = scoreTwoBits(query);
  return Float64Array.from({ length: codes.length / size }, (_, cluster) => score(codes, cluster * size));
}

/** `(x + ROUNDING) - ROUNDING` is the nearest multiple of 2⁻²⁴, ties to even. */
const ROUNDING = 1.5 * 2 ** 28;
const onGrid = (value: number): number => value + ROUNDING - ROUNDING;

/** One-bit codes, after RaBitQ. Numbers are multiples of 2⁻²⁴ until the last step, so that sums are exact. */
class Rotation {
  readonly order: number;
  readonly #direction: Float64Array;
  readonly #flips: Float64Array;

  constructor(mean: readonly number[], seed: number) {
    this.order = rotationOrder(mean.length);
    this.#direction = unitOnGrid(mean);
    this.#flips = signFlips(this.order, seed);
  }

  scorer(query: QueryVector): CodeScorer {
    const unit = unitOnGrid(query);
    const share = dot(unit, this.#direction);
    const across = new Float64Array(this.order);
    for (let place = 0; place < unit.length; place += 1) {
      const rest = (unit[place] as number) - onGrid(share * (this.#direction[place] as number));
      across[place] = rest * (this.#flips[place] as number);
    }
    const rotated = hadamard(across);
    let all = 0;
    for (const value of rotated) all += value;
    const bytes = this.order / 8;
    return (codes, start) => {
      let set = 0;
      for (let place = 0; place < this.order; place += 1) {
        if (((codes[start + (place >> 3)] as number) >> (place & 7)) & 1) set += rotated[place] as number;
      }
      const along = float16At(codes, start + bytes);
      const scale = float16At(codes, start + bytes + 2);
      return along * share + scale * ((2 * set - all) / this.order);
    };
  }
}

function unitOnGrid(values: ArrayLike<number>): Float64Array {
  const numbers = Float64Array.from(values);
  const norm = Math.sqrt(dot(numbers, numbers));
  return norm > 0 ? numbers.map((value) => onGrid(value / norm)) : numbers;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let place = 0; place < a.length; place += 1) total += (a[place] as number) * (b[place] as number);
  return total;
}
