/** A site's artifacts made from documents, for tests: small shards, so that finding the right one matters. */

import { compareCodePoints } from "./code-points.ts";
import type { StoredDocument, StoredSection } from "./documents.ts";
import { createAnalyzer } from "./text/index.ts";

export type SectionDraft = Partial<StoredSection>;
export type DocumentDraft = Partial<Omit<StoredDocument, "sections">> & { readonly sections: readonly SectionDraft[] };

export interface SiteDraft {
  readonly documents: readonly DocumentDraft[];
  readonly title?: string;
  readonly baseUrl?: string;
  readonly language?: string;
  /** Postings in a head, and keys in a shard. */
  readonly headEntries?: number;
  readonly keysPerShard?: number;
}

/** Path below the base -> the file's text. A test may change it. */
export type SiteFiles = Map<string, string>;

const BASE_STEP = 256;
const PACK = "aa00000000000001";
const DOCUMENT_PACK = "bb00000000000002";
const DIRECTORY_PACK = "cc00000000000003";

export const SITE = "docs";

/** A `fetch` of these files; anything else is 404. `asked` collects what was fetched. */
export const fetchFrom =
  (files: SiteFiles, asked: string[] = []) =>
  async (url: string, init?: RequestInit): Promise<Response> => {
    asked.push(url.replace(/^\//, ""));
    await Promise.resolve();
    init?.signal?.throwIfAborted();
    const text = files.get(url.replace(/^\//, ""));
    return text === undefined ? new Response("", { status: 404 }) : new Response(text);
  };

/** Build a site. Every term gets an impact level from its occurrences, of which the tests only need to know the order. */
export async function makeSite(draft: SiteDraft): Promise<SiteFiles> {
  const { documents, headEntries = 256, keysPerShard = 8, language = "en" } = draft;
  const analyzer = await createAnalyzer(language);
  const levels = new Map<string, Map<number, number>>();
  const words = new Map<string, number>();
  const add = (text: string, section: number, weight: number): void => {
    for (const { term, surface } of analyzer.tokens(text)) {
      const list = levels.get(term) ?? new Map<number, number>();
      levels.set(term, list.set(section, Math.min(15, (list.get(section) ?? 0) + weight)));
      words.set(surface, (words.get(surface) ?? 0) + 1);
    }
  };
  let id = 0;
  let sections = 0;
  const parts = documents.map((document) => {
    const base = id;
    document.sections.forEach((section, place) => {
      if (place === 0) add(`${document.title ?? ""} ${(document.tags ?? []).join(" ")}`, id, 3);
      if (place === 0) add(document.description ?? "", id, 1);
      add(section.heading ?? "", id, 2);
      add(`${section.text ?? ""}\n${section.code ?? ""}`, id, 1);
      id += 1;
      sections += 1;
    });
    // Every document is a part of its own, with the gap that the format allows.
    id = Math.ceil(id / BASE_STEP) * BASE_STEP;
    return base;
  });
  const files: SiteFiles = new Map();
  const write = (path: string, value: unknown): unknown => files.set(path, JSON.stringify(value));
  const lexicon = writeLexicon(write, levels, words, headEntries, keysPerShard);
  documents.forEach((document, number) => {
    write(`objects/bb/${DOCUMENT_PACK}-${number}.json`, { documents: [completeDocument(document, number)] });
  });
  write(`objects/cc/${DIRECTORY_PACK}-0.json`, {
    // One pack holds all files: the files before a part's own hold none of its documents.
    parts: parts.map((base, number) => ({
      pack: DOCUMENT_PACK,
      base,
      shards: [...Array<number>(number).fill(0), 1],
      sections: [documents[number]?.sections.length],
    })),
  });
  write(`${SITE}/current.json`, { format: 1, revision: "r1", manifest: `${SITE}/revisions/r1/manifest.json` });
  write(`${SITE}/revisions/r1/manifest.json`, {
    format: 1,
    revision: "r1",
    site: { name: SITE, title: draft.title ?? "Docs", base_url: draft.baseUrl ?? "/", language },
    counts: { documents: documents.length, sections },
    lexicon: [lexicon],
    documents: { pack: DIRECTORY_PACK },
    database: { url: "search.db", content_bytes: 0 },
  });
  return files;
}

function writeLexicon(
  write: (path: string, value: unknown) => unknown,
  levels: ReadonlyMap<string, ReadonlyMap<number, number>>,
  words: ReadonlyMap<string, number>,
  headEntries: number,
  keysPerShard: number,
): { readonly pack: string; readonly terms: readonly string[]; readonly words: readonly string[] } {
  const terms = chunk([...levels.keys()].sort(compareCodePoints), keysPerShard);
  const wordGroups = chunk([...words.keys()].sort(compareCodePoints), keysPerShard);
  const pathOf = (file: number): string => `objects/aa/${PACK}-${file}.json`;
  let tailFile = terms.length + wordGroups.length;
  terms.forEach((group, file) => {
    const tails: Record<string, readonly number[]> = {};
    const heads = group.map((term, index) => {
      const entries = [...(levels.get(term) ?? [])].sort(([a, high], [b, higher]) => higher - high || a - b);
      if (entries.length > headEntries) {
        const tail = encodePostings(entries.slice(headEntries));
        // Two bytes of something else come first, so that the offset matters.
        write(pathOf(tailFile), { postings: toBase64([0, 0, ...tail]) });
        tails[index] = [tailFile, 2, tail.length];
        tailFile += 1;
      }
      return encodePostings(entries.slice(0, headEntries));
    });
    write(pathOf(file), {
      terms: group,
      frequencies: group.map((term) => levels.get(term)?.size),
      sizes: heads.map((head) => head.length),
      tails,
      postings: toBase64(heads.flat()),
    });
  });
  wordGroups.forEach((group, index) => {
    write(pathOf(terms.length + index), { words: group, counts: group.map((word) => words.get(word)) });
  });
  return { pack: PACK, terms: terms.map(([first = ""]) => first), words: wordGroups.map(([first = ""]) => first) };
}

const chunk = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

const completeDocument = (draft: DocumentDraft, number: number): unknown => ({
  url: `/page-${number}/`,
  title: `Page ${number}`,
  ...draft,
  sections: draft.sections.map((section, place) => ({
    anchor: place === 0 ? "" : `section-${place}`,
    level: place === 0 ? 0 : 2,
    heading: "",
    text: "",
    ...section,
  })),
});

/** Encode [id, level] in the order of a list. */
export function encodePostings(entries: readonly (readonly [id: number, level: number])[]): number[] {
  const bytes: number[] = [];
  for (let start = 0; start < entries.length; ) {
    const level = entries[start]?.[1] as number;
    let end = start;
    while (entries[end]?.[1] === level) end += 1;
    const ids = entries.slice(start, end).map(([id]) => id);
    bytes.push(...leb128((end - start) * 16 + level), ...ids.flatMap((id, at) => leb128(id - (ids[at - 1] ?? 0))));
    start = end;
  }
  return bytes;
}

function leb128(number: number): number[] {
  const bytes: number[] = [];
  let rest = number;
  for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

export const toBase64 = (bytes: readonly number[]): string => Buffer.from(bytes).toString("base64");
