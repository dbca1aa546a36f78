import { ArtifactError, decodeArtifact } from "./errors.ts";

/** The part of the web's `fetch` that the engine uses. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

interface Load {
  readonly content: Promise<unknown>;
  readonly cancel: AbortController;
  waiting: number;
  settled: boolean;
}

/** The next keystroke's query mostly wants the files of the last one: give it this long to ask before cancelling. */
const CANCEL_AFTER_MS = 100;

/**
 * Reads artifacts below `base`. Each file is fetched and decoded once, however many ask for it; a failure is forgotten,
 * so that asking again tries again. A download that nobody waits for any more is cancelled.
 */
export class ArtifactStore {
  readonly #base: string;
  readonly #fetch: Fetch;
  readonly #loads = new Map<string, Load>();

  constructor(base: string, fetch: Fetch) {
    this.#base = base.endsWith("/") ? base : `${base}/`;
    this.#fetch = fetch;
  }

  /**
   * The content of the JSON file at `path` as `decode` makes it; a path must always be read with the same `decode`.
   * Throws an `ArtifactError`, or `signal`'s reason once it is aborted.
   */
  async read<T>(path: string, decode: (json: unknown) => T, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const load = this.#loads.get(path) ?? this.#start(path, decode);
    load.waiting += 1;
    try {
      return (await unlessAborted(load.content, signal)) as T;
    } finally {
      load.waiting -= 1;
      this.#cancelIfUnwanted(path, load);
    }
  }

  /** As `read`, for a file that changes: asks the server again each time. */
  async readFresh<T>(path: string, decode: (json: unknown) => T, signal?: AbortSignal): Promise<T> {
    return decodeJson(path, await this.#download(path, { cache: "no-cache", signal: signal ?? null }), decode);
  }

  #start<T>(path: string, decode: (json: unknown) => T): Load {
    const cancel = new AbortController();
    const content = this.#download(path, { signal: cancel.signal }).then((text) => decodeJson(path, text, decode));
    const load: Load = { content, cancel, waiting: 0, settled: false };
    this.#loads.set(path, load);
    content.then(
      () => {
        load.settled = true;
      },
      () => {
        load.settled = true;
        this.#forget(path, load);
      },
    );
    return load;
  }

  #cancelIfUnwanted(path: string, load: Load): void {
    if (load.settled || load.waiting > 0) return;
    setTimeout(() => {
      if (load.settled || load.waiting > 0) return;
      this.#forget(path, load);
      load.cancel.abort();
    }, CANCEL_AFTER_MS);
  }

  #forget(path: string, load: Load): void {
    if (this.#loads.get(path) === load) this.#loads.delete(path);
  }

  async #download(path: string, init: RequestInit): Promise<string> {
    let response: Response;
    try {
      response = await this.#fetch(this.#base + path, init);
      if (response.ok) return await response.text();
    } catch (error) {
      init.signal?.throwIfAborted();
      throw new ArtifactError("unavailable", path, "could not be fetched", { cause: error });
    }
    const code = response.status === 404 || response.status === 410 ? "missing" : "unavailable";
    throw new ArtifactError(code, path, `the server answered ${response.status}`);
  }
}

const decodeJson = <T>(path: string, text: string, decode: (json: unknown) => T): T =>
  decodeArtifact(path, () => decode(JSON.parse(text)));

/** `promise`, or a rejection with `signal`'s reason, whichever is first. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
