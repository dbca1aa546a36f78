/** A site with vectors along axes, for tests: one of each document, and one of each of a few words. */

import { gzipSync } from "node:zlib";
import { makeSite, SITE, type SiteFiles } from "../test-site.ts";
import { crc32 } from "./crc32.ts";

const DIMENSIONS = 4;
export const DIRECTORY = "dd00000000000004";
export const SHARDS = "ee00000000000005";
export const ROWS = "ff00000000000006";
export const VOCABULARY = "bc00000000000008";
export const WORDS = "ab00000000000007";
const ROW_BLOCK = 6 + 32;
const BLOCKS_PER_PACK = 128;

type Axis = 0 | 1 | 2 | 3;

/** Eight bits a number: a code of scale 1 along one axis. */
const fine = (axis: Axis): number[] => [...[0, 1, 2, 3].map((place) => (place === axis ? 127 : 0)), 0x00, 0x3c];

/** Two bits a number: 3 along one axis, and -3 along the others. */
const sketch = (axis: Axis): number[] => [3 << (axis * 2), 0x00, 0x3c];

/** A block whose length is a multiple of `unit`, as the builder pads it. */
function block(content: readonly number[], unit: number): number[] {
  const plain = gzipSync(Uint8Array.from(content));
  let fill = (unit - ((plain.length + 2) % unit)) % unit;
  while (fill < 4) fill += unit;
  const header = Array.from(plain.subarray(0, 10));
  header[3] = 4;
  return [
    ...header,
    fill & 255,
    fill >> 8,
    ...[73, 88, fill - 4, 0],
    ...Array<number>(fill - 4).fill(0),
    ...plain.subarray(10),
  ];
}

/** `kitten` is ` kit` and `ten`, of which the second has no vector. */
const TOKENS = [" ", ..."abcdefghijklmnopqrstuvwxyz", " k", "it", "te", " kit", "ten"];

const TOPICS: Readonly<Record<string, Axis>> = { cat: 0, dog: 1, index: 2, kit: 0 };

export const DRAFT = {
  documents: [
    { title: "Felines", sections: [{ text: "Whiskers and paws." }] },
    { title: "Canines", sections: [{ text: "Barking and paws." }] },
    { title: "Books", sections: [{ text: "Pages and paws, in alphabetical order." }] },
  ],
};

/** Of each document a vector along its axis, and of each word of `TOPICS`. */
export async function makeVectorSite(model = "static/test@4", axes: readonly Axis[] = [0, 1, 2]): Promise<SiteFiles> {
  const files = await makeSite(DRAFT);
  const bin = (pack: string): string => `objects/${pack.slice(0, 2)}/${pack}.bin`;
  const put = (pack: string, bytes: readonly number[]): unknown => files.set(bin(pack), Uint8Array.from(bytes));
  const shards = axes.map((axis, document) => block([...sketch(axis), ...leb(document * 256)], 64));
  put(SHARDS, shards.flat());
  put(
    ROWS,
    axes.flatMap((axis) => block(fine(axis), ROW_BLOCK)),
  );
  const words = Array.from({ length: BLOCKS_PER_PACK }, (): number[] => []);
  for (const [word, axis] of Object.entries(TOPICS)) {
    const print = crc32(new TextEncoder().encode(` ${word}`).reverse());
    words[crc32(new TextEncoder().encode(word)) % BLOCKS_PER_PACK]?.push(...little(print), ...fine(axis));
  }
  put(VOCABULARY, block([...new TextEncoder().encode(TOKENS.join("\n"))], 1));
  const wordBlocks = words.map((content) => (content.length > 0 ? block(content, 32) : []));
  put(WORDS, wordBlocks.flat());
  const head = {
    codes: { kind: "int8" },
    clusters: axes.length,
    shards: { packs: [SHARDS], count: axes.length },
    rows: [{ pack: ROWS, parts: axes.map((_, document) => [document * 256, 1]) }],
    words: model.startsWith("static/") ? [WORDS] : [],
    vocabulary: model.startsWith("static/") ? VOCABULARY : "",
  };
  const centroids = axes.flatMap(sketch);
  const figures = [
    ...axes.map((_, at) => Math.min(at, 1)),
    ...axes.map(() => 1),
    ...shards.map((shard) => shard.length / 64),
    ...(model.startsWith("static/") ? wordBlocks.map((bytes) => bytes.length / 32) : []),
  ];
  const text = [...new TextEncoder().encode(`${JSON.stringify(head)}\n`)];
  put(DIRECTORY, block([...text, ...centroids, ...figures.flatMap(leb)], 1));
  const pointer = JSON.parse(String(files.get(`${SITE}/current.json`)));
  pointer.content.vectors = { model, dimensions: DIMENSIONS, pack: DIRECTORY, probes: [1, 2] };
  files.set(`${SITE}/current.json`, JSON.stringify(pointer));
  return files;
}

const little = (number: number): number[] => [0, 8, 16, 24].map((shift) => (number >>> shift) & 255);
const leb = (number: number): number[] =>
  number < 128 ? [number] : [(number % 128) + 128, ...leb(Math.floor(number / 128))];
