import { type ByteRange, groupRanges, inflateBlock } from "./blocks.ts";
import { asFields, type Fields } from "./checks.ts";
import { ArtifactError, decodeArtifact } from "./errors.ts";

/** The part of the web's `fetch` that the engine uses. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

interface Load {
  readonly content: Promise<unknown>;
  download: Download;
  /** As downloaded. */
  size: number;
  waiting: number;
  settled: boolean;
}

/** A request, for as many files or blocks as are `wanted` of it. */
interface Download {
  readonly cancel: AbortController;
  wanted: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** A block that is asked for with others of its file. */
interface Queued extends ByteRange {
  readonly key: string;
  readonly begin: (bytes: Promise<Bytes>) => void;
}

/** The next keystroke's query mostly wants the files of the last one: give it this long to ask before cancelling. */
const CANCEL_AFTER_MS = 100;
/** What is kept in memory, as downloaded; what is decoded of it takes about twice as much. */
const MAX_KEPT_BYTES = 6_000_000;

/**
 * Reads artifacts below `base`. Each file or block is fetched and decoded once, however many ask for it, until others
 * need its room; a failure is forgotten, so that asking again tries again. A download that nobody waits for any more is
 * cancelled.
 */
export class ArtifactStore {
  readonly #base: string;
  readonly #fetch: Fetch;
  /** By path, or path and offset; the least recently asked for first. */
  readonly #loads = new Map<string, Load>();
  /** By path. */
  readonly #queues = new Map<string, Queued[]>();
  #keptBytes = 0;
  /** Whether the server answers a request for a range with the range: else whole files are read. */
  #hasRanges = true;

  constructor(base: string, fetch: Fetch) {
    this.#base = base.endsWith("/") ? base : `${base}/`;
    this.#fetch = fetch;
  }

  /**
   * The content of the JSON file at `path` as `decode` makes it; a path must always be read with the same `decode`.
   * Throws an `ArtifactError`, or `signal`'s reason once it is aborted.
   */
  read<T>(path: string, decode: (json: unknown) => T, signal?: AbortSignal): Promise<T> {
    return this.#readWhole(path, async (bytes) => decode(parseJson(bytes)), signal);
  }

  /** As `read`, for a file that changes: asks the server again each time. */
  async readFresh<T>(path: string, decode: (json: unknown) => T, signal?: AbortSignal): Promise<T> {
    const bytes = await this.#download(path, { cache: "no-cache", signal: signal ?? null });
    return decodeArtifact(path, () => decode(parseJson(bytes)));
  }

  /** As `read`, for a file that is one block. */
  readBlock<T>(path: string, decode: (content: Uint8Array) => T, signal?: AbortSignal): Promise<T> {
    return this.#readWhole(path, async (bytes) => decode(await inflateBlock(bytes)), signal);
  }

  /** As `read`, for some blocks of a block file. Blocks that lie together are fetched together, whoever asks. */
  async readBlocks<T>(
    path: string,
    blocks: readonly ByteRange[],
    decode: (content: Uint8Array) => T,
    signal?: AbortSignal,
  ): Promise<T[]> {
    signal?.throwIfAborted();
    for (const block of blocks) if (!this.#loads.has(keyOf(path, block))) this.#queueBlock(path, block, decode);
    return Promise.all(blocks.map((block) => this.#wait(keyOf(path, block), signal) as Promise<T>));
  }

  #readWhole<T>(path: string, decode: (bytes: Bytes) => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (!this.#loads.has(path)) {
      const download: Download = { cancel: new AbortController(), wanted: 1 };
      this.#start(path, path, download, this.#download(path, { signal: download.cancel.signal }), decode);
    }
    return this.#wait(path, signal) as Promise<T>;
  }

  /** Ask for a block when all that is wanted at this moment is known. */
  #queueBlock<T>(path: string, block: ByteRange, decode: (content: Uint8Array) => T): void {
    let queue = this.#queues.get(path);
    if (!queue) {
      queue = [];
      this.#queues.set(path, queue);
      queueMicrotask(() => this.#startQueue(path));
    }
    const key = keyOf(path, block);
    const bytes = new Promise<Bytes>((begin) => queue.push({ ...block, key, begin }));
    const download: Download = { cancel: new AbortController(), wanted: 1 };
    this.#start(key, path, download, bytes, async (found) => decode(await inflateBlock(found)));
  }

  #startQueue(path: string): void {
    const queue = this.#queues.get(path) ?? [];
    this.#queues.delete(path);
    queue.sort((a, b) => a.offset - b.offset);
    for (const run of groupRanges(queue)) {
      const [first, last] = [run[0] as Queued, run.at(-1) as Queued];
      const download: Download = { cancel: new AbortController(), wanted: run.length };
      const all = { offset: first.offset, size: last.offset + last.size - first.offset };
      const bytes = this.#downloadRange(path, all, download.cancel.signal);
      for (const { key, offset, size, begin } of run) {
        const load = this.#loads.get(key);
        if (load) load.download = download;
        begin(bytes.then((found) => found.subarray(offset - first.offset, offset - first.offset + size)));
      }
    }
  }

  #start<T>(
    key: string,
    path: string,
    download: Download,
    bytes: Promise<Bytes>,
    decode: (bytes: Bytes) => Promise<T>,
  ): void {
    const content = bytes.then((found) => {
      load.size = found.length;
      return decode(found).catch((error: unknown) => decodeArtifact(path, () => throwAgain(error)));
    });
    const load: Load = { content, download, size: 0, waiting: 0, settled: false };
    this.#loads.set(key, load);
    content.then(
      () => {
        load.settled = true;
        if (this.#loads.get(key) === load) this.#keptBytes += load.size;
        this.#makeRoom();
      },
      () => {
        load.settled = true;
        if (this.#loads.get(key) === load) this.#loads.delete(key);
      },
    );
  }

  async #wait(key: string, signal: AbortSignal | undefined): Promise<unknown> {
    const load = this.#loads.get(key) as Load;
    this.#loads.delete(key);
    this.#loads.set(key, load);
    load.waiting += 1;
    try {
      return await unlessAborted(load.content, signal);
    } finally {
      load.waiting -= 1;
      this.#cancelIfUnwanted(key, load);
    }
  }

  #cancelIfUnwanted(key: string, load: Load): void {
    if (load.settled || load.waiting > 0) return;
    setTimeout(() => {
      if (load.settled || load.waiting > 0 || this.#loads.get(key) !== load) return;
      this.#loads.delete(key);
      load.download.wanted -= 1;
      if (load.download.wanted === 0) load.download.cancel.abort();
    }, CANCEL_AFTER_MS);
  }

  #makeRoom(): void {
    for (const [key, load] of this.#loads) {
      if (this.#keptBytes <= MAX_KEPT_BYTES) return;
      if (!load.settled || load.waiting > 0) continue;
      this.#loads.delete(key);
      this.#keptBytes -= load.size;
    }
  }

  async #downloadRange(path: string, { offset, size }: ByteRange, signal: AbortSignal): Promise<Bytes> {
    if (!this.#hasRanges) return this.#cutFromWhole(path, offset, size, signal);
    const headers = { range: `bytes=${offset}-${offset + size - 1}` };
    const response = await this.#ask(path, { headers, signal });
    if (response.status !== 206) {
      // The whole file has come, or will: read it once, for all of its blocks.
      this.#hasRanges = false;
      return this.#cutFromWhole(path, offset, size, signal, response);
    }
    const bytes = await this.#bodyOf(path, response, signal);
    if (bytes.length === size) return bytes;
    // A browser's cache has been seen to give the beginning alone, where a request before was cancelled.
    const again = await this.#ask(path, { headers, signal, cache: "reload" });
    return ofSize(path, await this.#bodyOf(path, again, signal), size);
  }

  async #cutFromWhole(
    path: string,
    offset: number,
    size: number,
    signal: AbortSignal,
    response?: Response,
  ): Promise<Bytes> {
    if (!this.#loads.has(path)) {
      const download: Download = { cancel: new AbortController(), wanted: 1 };
      const bytes = response
        ? this.#bodyOf(path, response, signal)
        : this.#download(path, { signal: download.cancel.signal });
      this.#start(path, path, download, bytes, (found) => Promise.resolve(found));
    }
    const whole = (await this.#wait(path, signal)) as Bytes;
    return ofSize(path, whole.subarray(offset, offset + size), size);
  }

  async #download(path: string, init: RequestInit): Promise<Bytes> {
    return this.#bodyOf(path, await this.#ask(path, init), init.signal);
  }

  /** A response that is the file or a part of it. */
  async #ask(path: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await this.#fetch(this.#base + path, init);
    } catch (error) {
      init.signal?.throwIfAborted();
      throw new ArtifactError("unavailable", path, "could not be fetched", { cause: error });
    }
    if (response.ok) return response;
    const code = response.status === 404 || response.status === 410 ? "missing" : "unavailable";
    throw new ArtifactError(code, path, `the server answered ${response.status}`);
  }

  async #bodyOf(path: string, response: Response, signal: AbortSignal | null | undefined): Promise<Bytes> {
    try {
      return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      signal?.throwIfAborted();
      throw new ArtifactError("unavailable", path, "could not be fetched", { cause: error });
    }
  }
}

const keyOf = (path: string, { offset }: ByteRange): string => `${path}#${offset}`;

const utf8 = new TextDecoder("utf-8", { fatal: true });

const parseJson = (bytes: Uint8Array): unknown => JSON.parse(utf8.decode(bytes));

/** The JSON value that a block holds. */
export const parseBlock = parseJson;

const NEWLINE = 10;

/** What a block holds that is a line of JSON and then bytes. */
export function parseHeadedBlock(content: Uint8Array): { readonly head: Fields; readonly body: Uint8Array } {
  const end = Math.max(content.indexOf(NEWLINE), 0);
  return { head: asFields(parseJson(content.subarray(0, end)), "the block"), body: content.subarray(end + 1) };
}

function ofSize(path: string, bytes: Bytes, size: number): Bytes {
  if (bytes.length === size) return bytes;
  throw new ArtifactError("corrupt", path, `has ${bytes.length} bytes where ${size} should be`);
}

function throwAgain(error: unknown): never {
  throw error;
}

/** `promise`, or a rejection with `signal`'s reason, whichever is first. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
