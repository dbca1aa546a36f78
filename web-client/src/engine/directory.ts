import { asCount, asFields, asList, asString, type Fields } from "./checks.ts";
import { ArtifactError } from "./errors.ts";

/** A place among the files of document shards. */
export interface DocumentPlace {
  readonly pack: string;
  readonly file: number;
  /** The document's place within the file. */
  readonly place: number;
}

interface Part {
  readonly pack: string;
  /** How many documents each file of the pack holds. */
  readonly shards: readonly number[];
  /** The number of the part's first document. */
  readonly firstDocument: number;
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

/** Which sections belong to which document, and which file holds it. Documents are numbered from 0 in path order. */
export class Directory {
  readonly #parts: readonly Part[];
  readonly #firstDocuments: readonly number[];
  readonly #firstSections: readonly number[];
  readonly #sectionCounts: readonly number[];

  constructor(parts: readonly Part[], firstSections: readonly number[], sectionCounts: readonly number[]) {
    this.#parts = parts;
    this.#firstDocuments = parts.map((part) => part.firstDocument);
    this.#firstSections = firstSections;
    this.#sectionCounts = sectionCounts;
  }

  /** The number of the section's document. Throws an `ArtifactError` when there is no such section. */
  documentOf(sectionId: number): number {
    const document = lastNotAbove(this.#firstSections, sectionId);
    const place = sectionId - (this.#firstSections[document] ?? 0);
    if (place >= (this.#sectionCounts[document] ?? 0)) {
      throw new ArtifactError("corrupt", "directory of documents", `no document has section ${sectionId}`);
    }
    return document;
  }

  get documentCount(): number {
    return this.#sectionCounts.length;
  }

  /** The id of a document's first section; the others follow. */
  firstSectionOf(document: number): number {
    return this.#firstSections[document] as number;
  }

  sectionCountOf(document: number): number {
    return this.#sectionCounts[document] as number;
  }

  /** Those of the ascending section ids that are the document's, as places within it. */
  placesWithin(document: number, sectionIds: readonly number[]): readonly number[] {
    const first = this.firstSectionOf(document);
    const end = first + (this.#sectionCounts[document] as number);
    const from = lastNotAbove(sectionIds, first - 1) + 1;
    return sectionIds.slice(from, lastNotAbove(sectionIds, end - 1) + 1).map((section) => section - first);
  }

  placeOf(document: number): DocumentPlace {
    const part = this.#parts[lastNotAbove(this.#firstDocuments, document)] as Part;
    let place = document - part.firstDocument;
    let file = 0;
    for (; place >= (part.shards[file] as number); file += 1) place -= part.shards[file] as number;
    return { pack: part.pack, file, place };
  }
}

export function decodeDirectory(json: unknown): Directory {
  const parts: Part[] = [];
  const firstSections: number[] = [];
  const sectionCounts: number[] = [];
  for (const fields of asList(asFields(json, "the file")["parts"], "parts", asFields)) {
    const part = decodePart(fields, firstSections.length);
    let section = asCount(fields["base"], "base");
    const counts = asList(fields["sections"], "sections", asCount);
    if (counts.length !== part.shards.reduce((sum, size) => sum + size, 0)) {
      throw new TypeError("sections and shards disagree about the number of documents");
    }
    for (const count of counts) {
      firstSections.push(section);
      sectionCounts.push(count);
      section += count;
    }
    parts.push(part);
  }
  return new Directory(parts, firstSections, sectionCounts);
}

const decodePart = (fields: Fields, firstDocument: number): Part => ({
  pack: asString(fields["pack"], "pack"),
  shards: asList(fields["shards"], "shards", asCount),
  firstDocument,
});
