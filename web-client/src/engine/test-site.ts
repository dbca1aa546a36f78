/** A site's artifacts made from documents, for tests: small shards, so that finding the right one matters. */

import { gzipSync } from "node:zlib";
import { compareCodePoints } from "./code-points.ts";
import type { StoredDocument, StoredSection } from "./documents.ts";
import type { LexiconPack } from "./manifest.ts";
import { RANKED_ENTRIES } from "./postings.ts";
import { createAnalyzer } from "./text/index.ts";

export type SectionDraft = Partial<StoredSection>;
export type DocumentDraft = Partial<Omit<StoredDocument, "sections">> & { readonly sections: readonly SectionDraft[] };

export interface SiteDraft {
  readonly documents: readonly DocumentDraft[];
  readonly title?: string;
  readonly baseUrl?: string;
  readonly language?: string;
  /** Terms in a lexicon block, and words in a shard. */
  readonly keysPerShard?: number;
}

/** Path below the base -> the file's content. A test may change it. */
export type SiteFiles = Map<string, string | Uint8Array<ArrayBuffer>>;

const BASE_STEP = 256;
const BLOCK_UNIT = 64;
const LEAF_UNIT = 64;
const PACK = "aa00000000000001";
const DIRECTORY_PACK = "cc00000000000003";

export const SITE = "docs";

/** A `fetch` of these files; anything else is 404. `asked` collects what was fetched. */
export const fetchFrom =
  (files: SiteFiles, asked: string[] = [], hasRanges = true) =>
  async (url: string, init?: RequestInit): Promise<Response> => {
    asked.push(url.replace(/^\//, ""));
    await Promise.resolve();
    init?.signal?.throwIfAborted();
    const content = files.get(url.replace(/^\//, ""));
    if (content === undefined) return new Response("", { status: 404 });
    const range = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get("range") ?? "");
    if (!range || !hasRanges) return new Response(content);
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    return new Response(bytes.slice(Number(range[1]), Number(range[2]) + 1), { status: 206 });
  };

/** Build a site. Every term gets an impact level from its occurrences, of which the tests only need to know the order. */
export async function makeSite(draft: SiteDraft): Promise<SiteFiles> {
  const { documents, keysPerShard = 8, language = "en" } = draft;
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
  for (const document of documents) {
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
  }
  const files: SiteFiles = new Map();
  const lexicon = writeLexicon(files, levels, words, keysPerShard);
  // A leaf has one section or, where there are more, two.
  const leaves = documents.map((draft, number) => {
    const document = completeDocument(draft, number);
    return chunk(document.sections, 2).map((own, leaf) => {
      const above = document.sections.slice(0, leaf * 2).filter(({ level }) => level > 0);
      const description = leaf === 0 ? document.description : "";
      const headings = above.map(({ level, heading }) => [level, heading]);
      const block = encodeBlock(
        JSON.stringify({ ...document, description, above: headings, sections: own }),
        LEAF_UNIT,
      );
      return { begins: leaf === 0, sections: own.length, block };
    });
  });
  leaves.forEach((own, part) => {
    files.set(`objects/bb/${documentPack(part)}.bin`, new Uint8Array(Buffer.concat(own.map(({ block }) => block))));
  });
  const all = leaves.flat();
  const directory = [
    ...leb128(leaves.length),
    ...leaves.flatMap((_, part) => [...Buffer.from(documentPack(part), "hex")]),
    ...leaves.flatMap((own) => leb128(own.length)),
    ...all.flatMap((leaf) => leb128(leaf.sections * 2 + Number(leaf.begins))),
    ...all.flatMap((leaf) => leb128(leaf.block.length / LEAF_UNIT)),
  ];
  files.set(`objects/cc/${DIRECTORY_PACK}.bin`, encodeBlock(Uint8Array.from(directory)));
  const content = {
    format: 1,
    revision: "r1",
    site: { name: SITE, title: draft.title ?? "Docs", base_url: draft.baseUrl ?? "/", language },
    counts: { documents: documents.length, sections },
    ranking: { words: 0.75 },
    vectors: null,
    lexicon: [lexicon],
    documents: writeFacets(files, documents),
    database: { url: "search.db", content_bytes: 0 },
  };
  const manifest = `${SITE}/revisions/r1/manifest.json`;
  files.set(`${SITE}/current.json`, JSON.stringify({ format: 1, revision: "r1", manifest, content }));
  return files;
}

function writeLexicon(
  files: SiteFiles,
  levels: ReadonlyMap<string, ReadonlyMap<number, number>>,
  words: ReadonlyMap<string, number>,
  keysPerShard: number,
): LexiconPack {
  const terms = chunk([...levels.keys()].sort(compareCodePoints), keysPerShard);
  const wordGroups = chunk([...words.keys()].sort(compareCodePoints), keysPerShard);
  const rests: Uint8Array[] = [];
  const blocks = terms.map((group) => {
    const places: Record<string, readonly number[]> = {};
    const lists = group.map((term, index) => {
      const entries = [...(levels.get(term) ?? [])].sort(([a, high], [b, higher]) => higher - high || a - b);
      if (entries.length > RANKED_ENTRIES) {
        const rest = encodeBlock(Uint8Array.from(encodePostings(entries.slice(RANKED_ENTRIES))));
        places[index] = [rests.reduce((sum, { length }) => sum + length, 0), rest.length];
        rests.push(rest);
      }
      return encodePostings(entries.slice(0, RANKED_ENTRIES));
    });
    const head = {
      terms: group,
      frequencies: group.map((term) => levels.get(term)?.size),
      sizes: lists.map((list) => list.length),
      ...(Object.keys(places).length > 0 && { rests: places }),
    };
    return encodeBlock(
      Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), Buffer.from(lists.flat())]),
      BLOCK_UNIT,
    );
  });
  wordGroups.forEach((group, file) => {
    const shard = { words: group, counts: group.map((word) => words.get(word)) };
    files.set(`objects/aa/${PACK}-${file}.json`, JSON.stringify(shard));
  });
  files.set(`objects/aa/${PACK}.bin`, new Uint8Array(Buffer.concat([...blocks, ...rests])));
  return {
    pack: PACK,
    terms: terms.map(([first = ""]) => first),
    sizes: blocks.map(({ length }) => length / BLOCK_UNIT),
    words: wordGroups.map(([first = ""]) => first),
  };
}

const chunk = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

function writeFacets(files: SiteFiles, documents: readonly DocumentDraft[]): unknown {
  const tags = new Set(documents.flatMap((document) => document.tags ?? []));
  const columns = Array.from(tags, (tag) => {
    const numbers = documents.flatMap((document, number) => (document.tags?.includes(tag) ? [number] : []));
    const differences = numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
    return [tag, toBase64(differences.flatMap(leb128))] as const;
  });
  const days = documents.map(({ date }) => (date ? Date.parse(date.slice(0, 10)) / 86_400_000 + 719_163 : 0));
  const pathOf = (file: number): string => `objects/cc/${DIRECTORY_PACK}-${file}.json`;
  files.set(pathOf(0), JSON.stringify({ tags: Object.fromEntries(columns) }));
  files.set(pathOf(1), JSON.stringify({ days: toBase64(days.flatMap(leb128)) }));
  return { pack: DIRECTORY_PACK, tags: columns.length, dates: days.filter((day) => day > 0).length };
}

const documentPack = (part: number): string => `bb${part.toString(16).padStart(14, "0")}`;

const completeDocument = (draft: DocumentDraft, number: number) => ({
  url: `/page-${number}/`,
  title: `Page ${number}`,
  description: "",
  ...draft,
  sections: draft.sections.map((section, place) => ({
    anchor: place === 0 ? "" : `section-${place}`,
    level: place === 0 ? 0 : 2,
    heading: "",
    text: "",
    ...section,
  })),
});

/** One gzip member, as long as a multiple of `unit` bytes by way of an extra field of its header. */
function encodeBlock(content: string | Uint8Array, unit = 1): Uint8Array<ArrayBuffer> {
  const plain = gzipSync(content);
  const missing = ((-plain.length % unit) + unit) % unit;
  if (missing === 0) return new Uint8Array(plain);
  const size = missing < 6 ? missing + unit : missing;
  const extra = Buffer.alloc(size);
  extra.writeUInt16LE(size - 2, 0);
  extra.write("IX", 2);
  extra.writeUInt16LE(size - 6, 4);
  const header = Buffer.from(plain.subarray(0, 10));
  header[3] = 4;
  return new Uint8Array(Buffer.concat([header, extra, plain.subarray(10)]));
}

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
