import type { ByteRange } from "./blocks.ts";
import { ArtifactError } from "./errors.ts";
import { pathOfBlocks } from "./packs.ts";
import { VarintReader } from "./varints.ts";

/** Section ids of a part start at a multiple of this. */
const BASE_STEP = 256;
/** Leaves start at multiples of so many bytes. */
const LEAF_UNIT = 64;
const NAME_BYTES = 8;

/** A run of a document's sections that is stored as one block. */
export interface Leaf extends ByteRange {
  /** The place within the document of the leaf's first section. */
  readonly firstPlace: number;
}

/** Where some sections of a document are. */
export interface DocumentPlace {
  readonly path: string;
  /** Ascending. */
  readonly leaves: readonly Leaf[];
}

/** The place of the last element of ascending `sorted` that is not above `wanted`; -1 when all are. */
function lastNotAbove(sorted: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Columns by part, by document and by leaf, each in path order. */
interface Columns {
  readonly packs: readonly string[];
  /** Of each part the number of its first leaf. */
  readonly partLeaves: Uint32Array;
  /** Of each document the number of its first leaf; and of all leaves. */
  readonly documentLeaves: Uint32Array;
  /** Of each document the id of its first section. */
  readonly firstSections: Uint32Array;
  /** Of each leaf. */
  readonly sections: Uint32Array;
  readonly units: Uint32Array;
}

/** Which sections belong to which document, and where they are. Documents are numbered from 0 in path order. */
export class Directory {
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  get documentCount(): number {
    return this.#columns.firstSections.length;
  }

  /** The number of the section's document. Throws an `ArtifactError` when there is no such section. */
  documentOf(sectionId: number): number {
    const document = lastNotAbove(this.#columns.firstSections, sectionId);
    if (document < 0 || sectionId >= this.firstSectionOf(document) + this.sectionCountOf(document)) {
      throw new ArtifactError("corrupt", "directory of documents", `no document has section ${sectionId}`);
    }
    return document;
  }

  /** The id of a document's first section; the others follow. */
  firstSectionOf(document: number): number {
    return this.#columns.firstSections[document] as number;
  }

  sectionCountOf(document: number): number {
    const { documentLeaves, sections } = this.#columns;
    let count = 0;
    const end = documentLeaves[document + 1] as number;
    for (let leaf = documentLeaves[document] as number; leaf < end; leaf += 1) count += sections[leaf] as number;
    return count;
  }

  /** Those of the ascending section ids that are the document's, as places within it. */
  placesWithin(document: number, sectionIds: readonly number[]): readonly number[] {
    const first = this.firstSectionOf(document);
    const end = first + this.sectionCountOf(document);
    const from = lastNotAbove(sectionIds, first - 1) + 1;
    return sectionIds.slice(from, lastNotAbove(sectionIds, end - 1) + 1).map((section) => section - first);
  }

  /** Where these sections of a document are, given by their places within it; without any, its beginning. */
  placeOf(document: number, places: readonly number[]): DocumentPlace {
    const { packs, partLeaves, documentLeaves, sections, units } = this.#columns;
    const first = documentLeaves[document] as number;
    const part = lastNotAbove(partLeaves, first);
    let offset = 0;
    for (let leaf = partLeaves[part] as number; leaf < first; leaf += 1) offset += (units[leaf] as number) * LEAF_UNIT;
    const wanted = places.length > 0 ? places : [0];
    const leaves: Leaf[] = [];
    let firstPlace = 0;
    for (let leaf = first; leaf < (documentLeaves[document + 1] as number); leaf += 1) {
      const end = firstPlace + (sections[leaf] as number);
      const size = (units[leaf] as number) * LEAF_UNIT;
      if (wanted.some((place) => place >= firstPlace && place < end)) leaves.push({ offset, size, firstPlace });
      offset += size;
      firstPlace = end;
    }
    return { path: pathOfBlocks(packs[part] as string), leaves };
  }
}

/** Decode a directory (docs/format.md, "Documents"). Throws when it is damaged. */
export function decodeDirectory(content: Uint8Array): Directory {
  const reader = new VarintReader(content);
  const partCount = reader.next();
  const names = content.subarray(reader.place, reader.place + partCount * NAME_BYTES);
  if (names.length < partCount * NAME_BYTES) throw new RangeError("a name is cut off");
  reader.place += names.length;
  const leafCounts = reader.take(partCount);
  const leafCount = leafCounts.reduce((sum, count) => sum + count, 0);
  const headers = reader.take(leafCount);
  const units = reader.take(leafCount);
  if (!reader.isAtEnd) throw new RangeError("there are more numbers than there should be");
  return new Directory({
    packs: Array.from({ length: partCount }, (_, part) =>
      toHex(names.subarray(part * NAME_BYTES, (part + 1) * NAME_BYTES)),
    ),
    ...countSections(leafCounts, headers),
    sections: headers.map((header) => header >>> 1),
    units,
  });
}

/** Number leaves, documents and sections through all parts. An odd header begins a document. */
function countSections(
  leafCounts: Uint32Array,
  headers: Uint32Array,
): Pick<Columns, "partLeaves" | "documentLeaves" | "firstSections"> {
  const partLeaves = new Uint32Array(leafCounts.length);
  const documentLeaves: number[] = [];
  const firstSections: number[] = [];
  let leaf = 0;
  let section = 0;
  leafCounts.forEach((count, part) => {
    partLeaves[part] = leaf;
    section = Math.ceil(section / BASE_STEP) * BASE_STEP;
    for (const end = leaf + count; leaf < end; leaf += 1) {
      const header = headers[leaf] as number;
      if (header % 2 === 1) {
        documentLeaves.push(leaf);
        firstSections.push(section);
      } else if (documentLeaves.length === 0 || leaf === partLeaves[part]) {
        throw new RangeError("a part does not begin with a document");
      }
      section += header >>> 1;
    }
  });
  return {
    partLeaves,
    documentLeaves: Uint32Array.from([...documentLeaves, headers.length]),
    firstSections: Uint32Array.from(firstSections),
  };
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
