/** A posting list: `ids[i]` holds the term at impact level `levels[i]`, highest level first, ids ascending within a level. */
export interface Postings {
  readonly ids: Uint32Array;
  readonly levels: Uint8Array;
}

/** The highest impact level; the lowest is 1. */
export const LEVELS = 15;

/**
 * Decode the pieces of a list, head and tail, that together hold `frequency` postings (docs/format.md, "Postings").
 * Throws a `RangeError` when they do not.
 */
export function decodePostings(pieces: readonly Uint8Array[], frequency: number): Postings {
  const size = pieces.reduce((sum, bytes) => sum + bytes.length, 0);
  // A posting takes a byte at least: a wrong frequency in a damaged file must not reserve memory.
  if (frequency > size) throw new RangeError("a list is shorter than its frequency");
  const ids = new Uint32Array(frequency);
  const levels = new Uint8Array(frequency);
  let filled = 0;
  for (const bytes of pieces) filled = decodeGroups(bytes, ids, levels, filled);
  if (filled !== frequency) throw new RangeError("a list is shorter than its frequency");
  return { ids, levels };
}

/** Decode groups of (header, differences of ids) into the columns from `filled` on; returns where they end. */
function decodeGroups(bytes: Uint8Array, ids: Uint32Array, levels: Uint8Array, filled: number): number {
  let place = 0;
  const next = (): number => {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = bytes[place];
      if (byte === undefined) throw new RangeError("a list is cut off");
      place += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 128;
    }
  };
  let at = filled;
  while (place < bytes.length) {
    const header = next();
    const level = header % 16;
    const end = at + (header - level) / 16;
    if (end > ids.length) throw new RangeError("a list is longer than its frequency");
    for (let id = 0; at < end; at += 1) {
      id += next();
      ids[at] = id;
      levels[at] = level;
    }
  }
  return at;
}
