import { gzipSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { ArtifactStore, type Fetch } from "./artifacts.ts";
import { ArtifactError } from "./errors.ts";

const identity = (json: unknown): unknown => json;
const answering = (...responses: readonly (Response | Error)[]): ReturnType<typeof vi.fn<Fetch>> => {
  const left = [...responses];
  return vi.fn<Fetch>(async () => {
    const response = left.shift();
    if (response instanceof Response) return response;
    throw response ?? new Error("asked too often");
  });
};

test("a file is fetched once, however many ask", async () => {
  const fetch = answering(new Response("[1]"));
  const store = new ArtifactStore("/base", fetch);
  const [first, second] = await Promise.all([store.read("a.json", identity), store.read("a.json", identity)]);
  expect(first).toBe(second);
  expect(await store.read("a.json", identity)).toBe(first);
  expect(fetch).toHaveBeenCalledOnce();
  expect(fetch.mock.calls[0]?.[0]).toBe("/base/a.json");
});

test("a failure is forgotten", async () => {
  const store = new ArtifactStore("/", answering(new TypeError("offline"), new Response("[1]")));
  await expect(store.read("a.json", identity)).rejects.toMatchObject({ code: "unavailable", path: "a.json" });
  expect(await store.read("a.json", identity)).toEqual([1]);
});

test.each([
  ["missing", () => new Response("", { status: 404 })],
  ["unavailable", () => new Response("", { status: 503 })],
  ["corrupt", () => new Response("<!doctype html>")],
])("a file that is %s says so", async (code, response) => {
  const failure = new ArtifactStore("/", answering(response())).read("a.json", identity);
  await expect(failure).rejects.toBeInstanceOf(ArtifactError);
  await expect(failure).rejects.toMatchObject({ code, path: "a.json" });
});

/** A fetch that only ends when it is aborted, and the signals it was given. */
const hanging = (): { readonly fetch: Fetch; readonly signals: AbortSignal[] } => {
  const signals: AbortSignal[] = [];
  const fetch: Fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      const signal = init?.signal as AbortSignal;
      signals.push(signal);
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  return { fetch, signals };
};

test("a download is cancelled when nobody waits for it any more", async () => {
  vi.useFakeTimers();
  try {
    const { fetch, signals } = hanging();
    const store = new ArtifactStore("/", fetch);
    const [one, two] = [new AbortController(), new AbortController()];
    const first = expect(store.read("a.json", identity, one.signal)).rejects.toThrow("abort");
    const second = expect(store.read("a.json", identity, two.signal)).rejects.toThrow("abort");
    one.abort();
    await first;
    await vi.advanceTimersByTimeAsync(1000);
    expect(signals[0]?.aborted).toBe(false);
    two.abort();
    await second;
    await vi.advanceTimersByTimeAsync(1000);
    expect(signals[0]?.aborted).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test("the next query takes over a download that the last one gave up", async () => {
  const { fetch, signals } = hanging();
  const store = new ArtifactStore("/", fetch);
  const one = new AbortController();
  const first = expect(store.read("a.json", identity, one.signal)).rejects.toThrow("abort");
  one.abort();
  await first;
  const two = new AbortController();
  const second = expect(store.read("a.json", identity, two.signal)).rejects.toThrow("abort");
  expect(signals).toHaveLength(1);
  two.abort();
  await second;
});

const text = (content: Uint8Array): string => new TextDecoder().decode(content);
const gzip = (content: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(content));

/** A file of three blocks: the second follows the first, the third is far away. */
const blocks = [gzip("one"), gzip("two"), gzip("three")] as const;
const gap = new Uint8Array(5_000);
const blockFile = new Uint8Array(Buffer.concat([blocks[0], blocks[1], gap, blocks[2]]));
const ranges = [
  { offset: 0, size: blocks[0].length },
  { offset: blocks[0].length, size: blocks[1].length },
  { offset: blocks[0].length + blocks[1].length + gap.length, size: blocks[2].length },
];

test("of a block file the blocks asked for are fetched, neighbours together, each once", async () => {
  const asked: string[] = [];
  const fetch: Fetch = async (_, init) => {
    const range = new Headers(init?.headers).get("range") as string;
    asked.push(range);
    const [from, to] = range.slice("bytes=".length).split("-").map(Number) as [number, number];
    return new Response(blockFile.slice(from, to + 1), { status: 206 });
  };
  const store = new ArtifactStore("/", fetch);
  expect(await store.readBlocks("a.bin", ranges, text)).toEqual(["one", "two", "three"]);
  expect(await store.readBlocks("a.bin", ranges.slice(1), text)).toEqual(["two", "three"]);
  expect(asked).toHaveLength(2);
});

test("a cache that gives less than the range is passed by, once", async () => {
  const whole = gzip("whole");
  const part = (size: number): Response => new Response(whole.subarray(0, size), { status: 206 });
  const range = [{ offset: 0, size: whole.length }];
  const fetch = answering(part(5), part(whole.length));
  expect(await new ArtifactStore("/", fetch).readBlocks("a.bin", range, text)).toEqual(["whole"]);
  expect(fetch.mock.calls.map(([, init]) => init?.cache)).toEqual([undefined, "reload"]);
  const damaged = new ArtifactStore("/", answering(part(5), part(5))).readBlocks("a.bin", range, text);
  await expect(damaged).rejects.toMatchObject({ code: "corrupt", path: "a.bin" });
});

test("a server without ranges sends the whole file, once", async () => {
  const fetch = vi.fn<Fetch>(async () => new Response(blockFile));
  const store = new ArtifactStore("/", fetch);
  expect(await store.readBlocks("a.bin", ranges, text)).toEqual(["one", "two", "three"]);
  expect(await store.readBlocks("a.bin", ranges.slice(2), text)).toEqual(["three"]);
  // Both runs had asked before the first answer came.
  expect(fetch.mock.calls.length).toBeLessThanOrEqual(2);
});

test.each([
  ["is damaged", (bytes: Uint8Array) => bytes.with(12, (bytes[12] as number) ^ 1)],
  ["is cut off", (bytes: Uint8Array) => bytes.slice(0, -1)],
  ["is another", () => new TextEncoder().encode("<!doctype html>")],
])("a block that %s is corrupt", async (_, change) => {
  const [range] = ranges as [{ offset: number; size: number }];
  const fetch: Fetch = async () => new Response(new Uint8Array(change(blocks[0])), { status: 206 });
  const failure = new ArtifactStore("/", fetch).readBlocks("a.bin", [range], text);
  await expect(failure).rejects.toMatchObject({ code: "corrupt", path: "a.bin" });
});

test("what was asked for longest ago makes room", async () => {
  const fetch = vi.fn<Fetch>(async () => new Response(JSON.stringify("x".repeat(2_500_000))));
  const store = new ArtifactStore("/", fetch);
  for (const path of ["a", "b", "a", "c"]) await store.read(path, identity);
  expect(fetch).toHaveBeenCalledTimes(3);
  await store.read("a", identity);
  expect(fetch).toHaveBeenCalledTimes(3);
  await store.read("b", identity);
  expect(fetch).toHaveBeenCalledTimes(4);
});
