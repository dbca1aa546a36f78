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
