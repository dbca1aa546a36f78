import { type ArtifactStore, parseBlock } from "./artifacts.ts";
import { asCount, asFields, asList, asString } from "./checks.ts";
import { type Directory, decodeDirectory } from "./directory.ts";
import { ArtifactError } from "./errors.ts";
import { pathOfBlocks } from "./packs.ts";

/** A section as leaves hold it. */
export interface StoredSection {
  readonly anchor: string;
  readonly level: number;
  readonly heading: string;
  /** The headings above, outermost first. */
  readonly breadcrumb: readonly string[];
  /** Prose; a newline between blocks. */
  readonly text: string;
  readonly code: string;
}

/** A document, or as much of it as was read; what its leaves leave out is empty here. */
export interface StoredDocument {
  readonly url: string;
  readonly title: string;
  /** Empty, too, when the first section was not read. */
  readonly description: string;
  /** Empty for the site's own. */
  readonly language: string;
  /** Empty, or a time in UTC: `2026-01-02T00:00:00Z`. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly image: string;
  /** By place within the document: those that were asked for, and their neighbours. */
  readonly sections: ReadonlyMap<number, StoredSection>;
}

type Leaf = Omit<StoredDocument, "sections"> & { readonly sections: readonly StoredSection[] };

/** Reads the directory and the documents of a revision. */
export class DocumentReader {
  readonly #store: ArtifactStore;
  readonly #pack: string;

  constructor(store: ArtifactStore, directoryPack: string) {
    this.#store = store;
    this.#pack = directoryPack;
  }

  readDirectory(signal?: AbortSignal): Promise<Directory> {
    return this.#store.readBlock(pathOfBlocks(this.#pack), decodeDirectory, signal);
  }

  /** A document with the sections at these places, at least. */
  async readDocument(
    directory: Directory,
    document: number,
    places: readonly number[],
    signal?: AbortSignal,
  ): Promise<StoredDocument> {
    const { path, leaves } = directory.placeOf(document, places);
    const contents = await this.#store.readBlocks(path, leaves, decodeLeaf, signal);
    const [first] = contents;
    if (!first) throw new ArtifactError("corrupt", path, `there is no document ${document}`);
    const sections = contents.flatMap((leaf, index) =>
      leaf.sections.map((section, place) => [(leaves[index]?.firstPlace ?? 0) + place, section] as const),
    );
    return { ...first, sections: new Map(sections) };
  }
}

export function decodeLeaf(content: Uint8Array): Leaf {
  const fields = asFields(parseBlock(content), "the block");
  const above = asList(fields["above"] ?? [], "above", decodeHeading);
  return {
    url: asString(fields["url"], "url"),
    title: asString(fields["title"], "title"),
    description: asString(fields["description"] ?? "", "description"),
    language: asString(fields["language"] ?? "", "language"),
    date: asString(fields["date"] ?? "", "date"),
    tags: asList(fields["tags"] ?? [], "tags", asString),
    image: asString(fields["image"] ?? "", "image"),
    sections: withBreadcrumbs(asList(fields["sections"], "sections", decodeSection), above),
  };
}

export interface Heading {
  readonly level: number;
  readonly heading: string;
}

function decodeHeading(value: unknown, where: string): Heading {
  if (!Array.isArray(value)) throw new TypeError(`${where} is not a list`);
  return { level: asCount(value[0], "level"), heading: asString(value[1], "heading") };
}

function decodeSection(value: unknown, where: string): Omit<StoredSection, "breadcrumb"> {
  const fields = asFields(value, where);
  return {
    anchor: asString(fields["anchor"], "anchor"),
    level: asCount(fields["level"], "level"),
    heading: asString(fields["heading"], "heading"),
    text: asString(fields["text"], "text"),
    code: asString(fields["code"] ?? "", "code"),
  };
}

/** Give each section the chain of headings of lower level before it; `above` is that of the sections before these. */
export function withBreadcrumbs(
  sections: readonly Omit<StoredSection, "breadcrumb">[],
  above: readonly Heading[],
): readonly StoredSection[] {
  let chain = above;
  return sections.map((section) => {
    chain = chain.filter(({ level }) => level < section.level);
    const breadcrumb = chain.map(({ heading }) => heading);
    if (section.level > 0) chain = [...chain, section];
    return { ...section, breadcrumb };
  });
}
