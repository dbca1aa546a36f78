import type { ArtifactStore } from "./artifacts.ts";
import { asCount, asFields, asList, asString } from "./checks.ts";
import { type Directory, decodeDirectory } from "./directory.ts";
import { ArtifactError } from "./errors.ts";
import { pathOfFile } from "./packs.ts";

/** A section as document shards hold it. */
export interface StoredSection {
  readonly anchor: string;
  readonly level: number;
  readonly heading: string;
  /** Prose; a newline between blocks. */
  readonly text: string;
  readonly code: string;
}

/** A document as document shards hold it; what the shard leaves out is empty here. */
export interface StoredDocument {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** Empty for the site's own. */
  readonly language: string;
  /** Empty, or a time in UTC: `2026-01-02T00:00:00Z`. */
  readonly date: string;
  readonly tags: readonly string[];
  readonly image: string;
  readonly sections: readonly StoredSection[];
}

/** Reads the directory and the documents of a revision. */
export class DocumentReader {
  readonly #store: ArtifactStore;
  readonly #pack: string;

  constructor(store: ArtifactStore, directoryPack: string) {
    this.#store = store;
    this.#pack = directoryPack;
  }

  readDirectory(signal?: AbortSignal): Promise<Directory> {
    return this.#store.read(pathOfFile(this.#pack, 0), decodeDirectory, signal);
  }

  async readDocument(directory: Directory, document: number, signal?: AbortSignal): Promise<StoredDocument> {
    const { pack, file, place } = directory.placeOf(document);
    const path = pathOfFile(pack, file);
    const found = (await this.#store.read(path, decodeDocumentShard, signal))[place];
    if (!found) throw new ArtifactError("corrupt", path, `there is no document ${place}`);
    return found;
  }
}

export const decodeDocumentShard = (json: unknown): readonly StoredDocument[] =>
  asList(asFields(json, "the file")["documents"], "documents", decodeDocument);

function decodeDocument(value: unknown, where: string): StoredDocument {
  const fields = asFields(value, where);
  return {
    url: asString(fields["url"], "url"),
    title: asString(fields["title"], "title"),
    description: asString(fields["description"] ?? "", "description"),
    language: asString(fields["language"] ?? "", "language"),
    date: asString(fields["date"] ?? "", "date"),
    tags: asList(fields["tags"] ?? [], "tags", asString),
    image: asString(fields["image"] ?? "", "image"),
    sections: asList(fields["sections"], "sections", decodeSection),
  };
}

function decodeSection(value: unknown, where: string): StoredSection {
  const fields = asFields(value, where);
  return {
    anchor: asString(fields["anchor"], "anchor"),
    level: asCount(fields["level"], "level"),
    heading: asString(fields["heading"], "heading"),
    text: asString(fields["text"], "text"),
    code: asString(fields["code"] ?? "", "code"),
  };
}

/** The headings above a section, outermost first, without its own: the nearest earlier ones of lower level. */
export function breadcrumbOf(sections: readonly StoredSection[], place: number): readonly string[] {
  const headings: string[] = [];
  let level = sections[place]?.level ?? 0;
  for (let above = place - 1; above >= 0 && level > 1; above -= 1) {
    const section = sections[above] as StoredSection;
    if (section.level > 0 && section.level < level) {
      headings.unshift(section.heading);
      level = section.level;
    }
  }
  return headings;
}
