/** The sections that hold a term at one impact level, ascending. */
export interface PostingGroup {
  readonly level: number;
  readonly ids: Uint32Array;
}

/**
 * A posting list, or what ranking counts of it: groups of sections, highest level first; a level may come twice, where the
 * rest goes on with it.
 */
export interface Postings {
  /** How many sections hold the term. */
  readonly size: number;
  readonly groups: readonly PostingGroup[];
}

/** The list of an unknown term. */
export const NO_POSTINGS: Postings = { size: 0, groups: [] };

/** The highest impact level; the lowest is 1. */
export const LEVELS = 15;

/** Entries of a list that ranking counts: the best. */
export const RANKED_ENTRIES = 4096;

/**
 * Decode the pieces of a list, what is ranked and the rest, that together hold `count` postings (docs/format.md,
 * "Postings"). Throws a `RangeError` when they do not.
 */
export function decodePostings(pieces: readonly Uint8Array[], count: number): readonly PostingGroup[] {
  const size = pieces.reduce((sum, bytes) => sum + bytes.length, 0);
  // A posting takes a byte at least: a wrong frequency in a damaged file must not reserve memory.
  if (count > size) throw new RangeError("a list is shorter than its frequency");
  const ids = new Uint32Array(count);
  const groups: PostingGroup[] = [];
  let filled = 0;
  for (const bytes of pieces) filled = decodeGroups(bytes, ids, groups, filled);
  if (filled !== count) throw new RangeError("a list is shorter than its frequency");
  return groups;
}

/** What ranking counts of a whole list. */
export function rankedOf({ size, groups }: Postings): Postings {
  let count = 0;
  const isRanked = ({ ids }: PostingGroup): boolean => {
    count += ids.length;
    return count <= RANKED_ENTRIES;
  };
  return { size, groups: groups.filter(isRanked) };
}

/** Decode groups of (header, differences of ids) into `ids` from `filled` on; returns where they end. */
function decodeGroups(bytes: Uint8Array, ids: Uint32Array, groups: PostingGroup[], filled: number): number {
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
    groups.push({ level, ids: ids.subarray(at, end) });
    for (let id = 0; at < end; at += 1) {
      id += next();
      ids[at] = id;
    }
  }
  return at;
}
