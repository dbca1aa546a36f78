/** The rotation of one-bit codes: sign flips, and a Hadamard matrix (docs/format.md, "`bit` codes"). */

const QUADRATIC = new Set([1, 3, 4, 5, 9]);

/** The smallest order that is not below `dimensions`: a power of two from 8 on, or 12 times one from 24 on. */
export function rotationOrder(dimensions: number): number {
  let power = 8;
  while (power < dimensions) power *= 2;
  let twelve = 24;
  while (twelve < dimensions) twelve *= 2;
  return Math.min(power, twelve);
}

/** -1 or +1 for each dimension, from the bits of mulberry32's numbers, lowest first. */
export function signFlips(order: number, seed: number): Float64Array {
  const flips = new Float64Array(order);
  let state = seed;
  let bits = 0;
  for (let index = 0; index < order; index += 1) {
    if (index % 32 === 0) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1) >>> 0;
      mixed = (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))) >>> 0;
      bits = (mixed ^ (mixed >>> 14)) >>> 0;
    }
    flips[index] = (bits >>> (index % 32)) & 1 ? -1 : 1;
  }
  return flips;
}

/** `values` times the Hadamard matrix of their order, not scaled. */
export function hadamard(values: Float64Array): Float64Array {
  const order = values.length;
  const isPower = (order & (order - 1)) === 0;
  const rotated = isPower ? Float64Array.from(values) : mixTwelve(values);
  const size = isPower ? order : order / 12;
  for (let half = 1; half < size; half *= 2) {
    for (let start = 0; start < order; start += 2 * half) {
      for (let place = start; place < start + half; place += 1) {
        const a = rotated[place] as number;
        const b = rotated[place + half] as number;
        rotated[place] = a + b;
        rotated[place + half] = a - b;
      }
    }
  }
  return rotated;
}

/** Paley's matrix of order 12, over the twelve blocks. */
function mixTwelve(values: Float64Array): Float64Array {
  const size = values.length / 12;
  const mixed = new Float64Array(values.length);
  for (let row = 0; row < 12; row += 1) {
    for (let column = 0; column < 12; column += 1) {
      const sign = paley(row, column);
      for (let place = 0; place < size; place += 1) {
        mixed[row * size + place] =
          (mixed[row * size + place] as number) + sign * (values[column * size + place] as number);
      }
    }
  }
  return mixed;
}

function paley(row: number, column: number): number {
  if (row === 0 || row === column) return 1;
  if (column === 0) return -1;
  return QUADRATIC.has((column - row + 11) % 11) ? 1 : -1;
}
