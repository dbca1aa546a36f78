/** Makes a site's search available without a network, and takes that back: for the visitor, who asks for it. */

import { sizeOfDatabase } from "../database/database.ts";
import { downloadDatabase } from "../database/file.ts";
import { trustedScriptUrl } from "../database/trusted-url.ts";
import { ArtifactStore, type Fetch } from "../engine/artifacts.ts";
import { type Manifest, readManifest } from "../engine/manifest.ts";
import { isFixed } from "./answers.ts";
import { deleteUnrecorded, forgetRecord, newCopyName, type OfflineRecord, readRecord, writeRecord } from "./copies.ts";
import { listPrograms, type Programs, request } from "./programs.ts";

/**
 * Why a copy could not be made:
 *
 * - `unsupported`: this browser has no service workers or no storage for this page, as in a private window or without https
 * - `quota`: the device, or the browser's share of it, has no room
 * - `refused`: the service worker was not let in; most often its scope is wider than its server allows
 */
export type OfflineErrorCode = "unsupported" | "quota" | "refused";

/** A copy could not be made. What was there before still is. Failed downloads are an `ArtifactError` instead. */
export class OfflineError extends Error {
  override readonly name = "OfflineError";
  readonly code: OfflineErrorCode;

  constructor(code: OfflineErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export interface OfflineOptions {
  /** The URL below which artifacts are, as for `createSearch`. */
  readonly base: string;
  /** The site's name. */
  readonly site: string;
  /** The folder of Inkdex's own files: `offline-worker.js`, `offline.json` and what that lists. */
  readonly programs: string;
  /** What else is to be kept: pages, and on a site's own pages their styles and scripts. This page unless given. */
  readonly pages?: readonly string[];
  /** Pages below this address work offline; the folder of this page unless given. */
  readonly scope?: string;
  /** The browser's own unless given. */
  readonly environment?: OfflineEnvironment;
}

/** What is used of the browser. */
export interface OfflineEnvironment {
  readonly location: string;
  readonly fetch: Fetch;
  readonly storage: CacheStorage | undefined;
  readonly workers: Pick<ServiceWorkerContainer, "register" | "getRegistration"> | undefined;
  readonly quota: Pick<StorageManager, "estimate" | "persist"> | undefined;
  readonly locks: Pick<LockManager, "request"> | undefined;
}

export interface OfflineStatus {
  /** `outdated`: a newer revision is published, or newer programs. Only `check` finds that out. */
  readonly state: "unsupported" | "none" | "stored" | "outdated";
  /** Of the copy; 0 without one. */
  readonly bytes: number;
  /** Empty without a copy. */
  readonly revision: string;
  readonly stored_at: string;
}

export interface StoringOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly loaded_bytes: number; readonly total_bytes: number }) => void;
}

/** What a copy is to hold. */
interface Plan {
  /** As the server has sent it: the copy is of this very revision, whatever is published meanwhile. */
  readonly pointer: Response;
  readonly manifest: Manifest;
  readonly programs: Programs;
  readonly database_bytes: number;
  readonly total_bytes: number;
}

/** A cache needs room for more than the files alone. */
const ROOM_FACTOR = 1.1;

/** The offline copy of one site. */
export class Offline {
  readonly #site: string;
  readonly #base: string;
  readonly #programs: string;
  readonly #pages: readonly string[];
  readonly #scope: string;
  readonly #environment: OfflineEnvironment;

  constructor(options: OfflineOptions) {
    const environment = options.environment ?? browserEnvironment();
    const absolute = (url: string): string => new URL(url, environment.location).href;
    const folder = (url: string): string => absolute(url.endsWith("/") ? url : `${url}/`);
    this.#site = options.site;
    this.#base = folder(options.base);
    this.#programs = folder(options.programs);
    this.#pages = (options.pages ?? [environment.location]).map((page) => withoutQuery(absolute(page)));
    this.#scope = absolute(options.scope ?? ".");
    this.#environment = environment;
  }

  /** What is on this device, without asking the network. */
  async status(): Promise<OfflineStatus> {
    const { storage, workers } = this.#environment;
    if (!storage || !workers) return { ...NOTHING, state: "unsupported" };
    return describe(await readRecord(this.#base, this.#site, storage));
  }

  /** As `status`, and whether something newer is published. Throws an `ArtifactError` when that cannot be found out. */
  async check(signal?: AbortSignal): Promise<OfflineStatus> {
    const status = await this.status();
    if (status.state !== "stored") return status;
    const record = await readRecord(this.#base, this.#site, this.#require().storage);
    const [{ manifest }, programs] = await Promise.all([this.#readPointer(signal), this.#listPrograms(signal)]);
    const isCurrent = record?.revision === manifest.revision && record.programs === programs.version;
    return { ...status, state: isCurrent ? "stored" : "outdated" };
  }

  /** How many bytes a copy of what is published now takes. Throws an `ArtifactError`. */
  async measure(signal?: AbortSignal): Promise<number> {
    return (await this.#plan(signal)).total_bytes;
  }

  /**
   * Store what is published now in place of an earlier copy. Throws an `OfflineError`, an `ArtifactError` when a download
   * fails, or `signal`'s reason; the earlier copy is then as it was.
   */
  async makeAvailableOffline(options: StoringOptions = {}): Promise<OfflineStatus> {
    await this.#register();
    return this.#alone(() => this.#replaceCopy(options));
  }

  async #replaceCopy({ signal, onProgress }: StoringOptions): Promise<OfflineStatus> {
    const { storage } = this.#require();
    const plan = await this.#plan(signal);
    await this.#requireRoom(plan.total_bytes);
    const name = newCopyName(this.#site, plan.manifest.revision);
    try {
      await this.#fill(await storage.open(name), plan, signal, onProgress);
      signal?.throwIfAborted();
      const record: OfflineRecord = {
        site: this.#site,
        base: this.#base,
        revision: plan.manifest.revision,
        cache: name,
        programs: plan.programs.version,
        bytes: plan.total_bytes,
        stored_at: new Date().toISOString(),
      };
      await writeRecord(record, storage);
      return describe(record);
    } catch (error) {
      throw isQuotaError(error) ? noRoom(plan.total_bytes, null, error) : error;
    } finally {
      await deleteUnrecorded(storage);
    }
  }

  /** Delete the copy, and the service worker when no other site's copy needs it. */
  async removeOffline(): Promise<void> {
    const { storage, workers } = this.#require();
    await this.#alone(async () => {
      await forgetRecord(this.#base, this.#site, storage);
      await deleteUnrecorded(storage);
    });
    const registration = await workers.getRegistration(this.#scope);
    if (registration?.scope === this.#scope) await registration.unregister();
  }

  #require(): { readonly storage: CacheStorage; readonly workers: NonNullable<OfflineEnvironment["workers"]> } {
    const { storage, workers } = this.#environment;
    if (storage && workers) return { storage, workers };
    throw new OfflineError(
      "unsupported",
      "This browser keeps nothing for this page. Private windows and pages without https have no storage.",
    );
  }

  /** One page at a time changes what is stored: each clears away what others have left unfinished. */
  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const { locks } = this.#environment;
    return locks ? await locks.request("inkdex-offline", work) : await work();
  }

  async #register(): Promise<void> {
    const { workers } = this.#require();
    const url = trustedScriptUrl(`${this.#programs}offline-worker.js`);
    try {
      await untilActive(await workers.register(url, { scope: this.#scope, updateViaCache: "none" }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new OfflineError("refused", `The service worker could not be registered: ${reason}`, { cause: error });
    }
  }

  async #readPointer(signal?: AbortSignal): Promise<Pick<Plan, "pointer" | "manifest">> {
    let pointer = new Response();
    const fetchAndKeep: Fetch = async (url, init) => {
      const response = await this.#fetchFresh(url, init);
      pointer = response.clone();
      return response;
    };
    const manifest = await readManifest(new ArtifactStore(this.#base, fetchAndKeep), this.#site, signal);
    return { pointer, manifest };
  }

  #listPrograms(signal?: AbortSignal): Promise<Programs> {
    return listPrograms(this.#programs, (url, init) => this.#fetchFresh(url, init), signal);
  }

  /** Ask the server itself: neither the browser's cache nor the service worker, which could answer with the earlier copy. */
  #fetchFresh(url: string, init?: RequestInit): Promise<Response> {
    return this.#environment.fetch(url, { ...init, cache: "reload" });
  }

  async #plan(signal?: AbortSignal): Promise<Plan> {
    const [found, programs] = await Promise.all([this.#readPointer(signal), this.#listPrograms(signal)]);
    const { fetch } = this.#environment;
    const { manifest } = found;
    const database_bytes = await sizeOfDatabase({ base: this.#base, site: this.#site, manifest, fetch, signal });
    return { ...found, programs, database_bytes, total_bytes: database_bytes + programs.bytes };
  }

  async #requireRoom(needed_bytes: number): Promise<void> {
    const { quota } = this.#environment;
    // Asks the browser not to clear this away when the device gets full. It may say no, which changes nothing here.
    await quota?.persist().catch(() => false);
    const estimate = await quota?.estimate().catch(() => undefined);
    if (estimate?.quota === undefined) return;
    const free_bytes = estimate.quota - (estimate.usage ?? 0);
    if (free_bytes < needed_bytes * ROOM_FACTOR) throw noRoom(needed_bytes, free_bytes);
  }

  async #fill(
    cache: Cache,
    plan: Plan,
    signal: AbortSignal | undefined,
    onProgress: StoringOptions["onProgress"],
  ): Promise<void> {
    const { fetch } = this.#environment;
    const { path } = plan.manifest.database;
    const tell = (loaded: number): void => onProgress?.({ loaded_bytes: loaded, total_bytes: plan.total_bytes });
    await cache.put(`${this.#base}${this.#site}/current.json`, plan.pointer);
    const small = [...this.#pages, ...plan.programs.urls];
    await Promise.all(
      small.map(async (url) => {
        // What is named by its content may come from a cache, and from the earlier copy.
        const ask: Fetch = isFixed(url) ? fetch : (asked, init) => this.#fetchFresh(asked, init);
        await cache.put(url, await request(url, ask, signal));
      }),
    );
    tell(plan.programs.bytes);
    const file = await downloadDatabase(this.#base, path, {
      fetch,
      signal,
      onProgress: ({ loaded_bytes }) => tell(plan.programs.bytes + loaded_bytes),
    });
    const headers = { "Content-Type": "application/vnd.sqlite3", "Content-Length": String(file.size) };
    await cache.put(this.#base + path, new Response(file, { headers }));
  }
}

/** Resolves once the worker answers for its pages; rejects when it could not be installed. */
function untilActive(registration: ServiceWorkerRegistration): Promise<void> {
  if (registration.active) return Promise.resolve();
  const worker = registration.installing ?? registration.waiting;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker?.state === "activated") resolve();
      if (!worker || worker.state === "redundant") reject(new Error("it could not be installed"));
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}

const NOTHING = { bytes: 0, revision: "", stored_at: "" } as const;

const describe = (record: OfflineRecord | null): OfflineStatus =>
  record
    ? { state: "stored", bytes: record.bytes, revision: record.revision, stored_at: record.stored_at }
    : { ...NOTHING, state: "none" };

const isQuotaError = (error: unknown): boolean =>
  error instanceof Error && (error.name === "QuotaExceededError" || /quota/i.test(error.message));

function noRoom(needed_bytes: number, free_bytes: number | null, cause?: unknown): OfflineError {
  const free =
    free_bytes === null ? "" : `, and the browser has ${megabytes(Math.max(0, free_bytes))} left for this page`;
  const message = `The copy needs ${megabytes(needed_bytes)}${free}. Free some space on the device, then try again.`;
  return new OfflineError("quota", message, { cause });
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function withoutQuery(url: string): string {
  const page = new URL(url);
  page.search = "";
  page.hash = "";
  return page.href;
}

function browserEnvironment(): OfflineEnvironment {
  return {
    location: window.location.href,
    fetch: (url, init) => fetch(url, init),
    // Absent without https, whatever the types say.
    storage: "caches" in window ? window.caches : undefined,
    workers: "serviceWorker" in navigator ? navigator.serviceWorker : undefined,
    quota: "storage" in navigator ? navigator.storage : undefined,
    locks: "locks" in navigator ? navigator.locks : undefined,
  };
}
