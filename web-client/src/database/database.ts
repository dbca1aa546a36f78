/**
 * The database of a site in the browser: SQLite in a worker, which reads a copy of `search.db` in memory.
 *
 * sql.js cannot be interrupted, so a statement that takes too long is ended with its worker. The file is kept as a `Blob`,
 * which the browser may hold on disk; the next statement opens it again in a new worker.
 */

import { ArtifactStore, type Fetch } from "../engine/artifacts.ts";
import { ArtifactError } from "../engine/errors.ts";
import { type Manifest, readManifest } from "../engine/manifest.ts";
import { connectToWorker } from "./browser-worker.ts";
import type { Connect, Connection } from "./connection.ts";
import { type DownloadProgress, downloadDatabase, measureDatabase } from "./file.ts";
import { type QueryResult, type Reply, type Request, SqlError, type SqlParameters } from "./protocol.ts";
import { readSchema, type Schema } from "./schema.ts";

export interface DatabaseOptions {
  /** The URL below which artifacts are, as for `createSearch`. */
  readonly base: string;
  /** The site's name. */
  readonly site: string;
  /** Read already; else it is fetched. */
  readonly manifest?: Manifest | undefined;
  /** Ends the download. Later it has no effect. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
  /** The browser's own unless given. */
  readonly fetch?: Fetch | undefined;
  /** A Web Worker unless given. */
  readonly connect?: Connect | undefined;
}

export interface StatementOptions {
  /** The most rows to return; 1,000 unless given. */
  readonly limit?: number;
  /** How long the statement may take; 30 s unless given. Waiting for earlier ones does not count. */
  readonly timeoutMs?: number;
  /** Ends the statement, and its worker if it is running. */
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_LIMIT = 1_000;
const DEFAULT_TIMEOUT_MS = 30_000;
const MAX_RESULT_BYTES = 64_000_000;

/**
 * Load and open the database of a site's published revision. Throws an `ArtifactError`, a `SqlError` when there is no
 * memory for it, or `signal`'s reason.
 */
export async function openDatabase(options: DatabaseOptions): Promise<SiteDatabase> {
  const { base, fetch, manifest } = await locate(options);
  const { path } = manifest.database;
  const { signal, onProgress } = options;
  const file = await downloadDatabase(base, path, { fetch, signal, onProgress });
  const database = new SiteDatabase(file, path, manifest.revision, options.connect ?? connectToWorker);
  try {
    await database.start(signal);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** How large a site's database is, in bytes, without loading it. Throws as `openDatabase` does. */
export async function sizeOfDatabase(options: DatabaseOptions): Promise<number> {
  const { base, fetch, manifest } = await locate(options);
  return measureDatabase(base, manifest.database.path, { fetch, signal: options.signal });
}

async function locate({ base, site, manifest, signal, fetch: given }: DatabaseOptions): Promise<{
  readonly base: string;
  readonly fetch: Fetch;
  readonly manifest: Manifest;
}> {
  const folder = base.endsWith("/") ? base : `${base}/`;
  const fetchFile: Fetch = given ?? ((url, init) => fetch(url, init));
  const found = manifest ?? (await readManifest(new ArtifactStore(folder, fetchFile), site, signal));
  return { base: folder, fetch: fetchFile, manifest: found };
}

interface Call {
  readonly resolve: (result: QueryResult | null) => void;
  readonly reject: (error: unknown) => void;
}

/** An open database. Statements run one after another. */
export class SiteDatabase {
  readonly revision: string;
  readonly size_bytes: number;
  readonly #file: Blob;
  readonly #path: string;
  readonly #connect: Connect;
  readonly #calls = new Map<number, Call>();
  #connection: Connection | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #nextId = 0;
  #isClosed = false;
  #schema: Promise<Schema> | undefined;

  constructor(file: Blob, path: string, revision: string, connect: Connect) {
    this.#file = file;
    this.#path = path;
    this.#connect = connect;
    this.revision = revision;
    this.size_bytes = file.size;
  }

  /** Open the file in a worker now; else the first statement does. */
  async start(signal?: AbortSignal): Promise<void> {
    await this.#inTurn(() => this.#untilAborted(this.#open(), signal));
  }

  /**
   * Run one statement that reads; `parameters` are bound to its `?` or `:name`. Throws a `SqlError`, or the signal's reason.
   */
  query(sql: string, parameters: SqlParameters = [], options: StatementOptions = {}): Promise<QueryResult> {
    const { limit = DEFAULT_LIMIT, timeoutMs = DEFAULT_TIMEOUT_MS, signal } = options;
    const limits = { maxRows: Math.max(1, limit), maxBytes: MAX_RESULT_BYTES };
    return this.#inTurn(async () => {
      signal?.throwIfAborted();
      await this.#untilAborted(this.#open(), signal);
      const answer = this.#call((id) => ({ id, kind: "query", sql, parameters, limits }));
      const result = await this.#untilAborted(this.#inTime(answer, timeoutMs), signal);
      if (!result) throw new Error("a query was answered without a result");
      return result;
    });
  }

  /** Tables and views with their columns, read once. */
  schema(): Promise<Schema> {
    this.#schema ??= readSchema(this).catch((error: unknown) => {
      this.#schema = undefined;
      throw error;
    });
    return this.#schema;
  }

  /** End the worker and free its memory. Statements that wait for an answer fail. */
  close(): void {
    this.#isClosed = true;
    this.#stop(new SqlError("closed", "The database was closed."));
  }

  /** Run `work` once everything before it is done. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #open(): Promise<void> {
    if (this.#isClosed) throw new SqlError("closed", "The database was closed.");
    if (this.#connection) return;
    this.#connection = this.#connect(
      (reply) => this.#settle(reply),
      (reason) => this.#stop(new ArtifactError("unavailable", "the database's worker", reason)),
    );
    try {
      await this.#call((id) => ({ id, kind: "open", file: this.#file }));
    } catch (error) {
      this.#stop(error);
      throw error;
    }
  }

  #call(request: (id: number) => Request): Promise<QueryResult | null> {
    this.#nextId += 1;
    const id = this.#nextId;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#connection?.post(request(id));
    });
  }

  #settle(reply: Reply): void {
    const call = this.#calls.get(reply.id);
    this.#calls.delete(reply.id);
    if ("result" in reply) call?.resolve(reply.result);
    else if ("corrupt" in reply) call?.reject(new ArtifactError("corrupt", this.#path, reply.corrupt));
    else call?.reject(new SqlError(reply.error.code, reply.error.message, reply.error.line));
  }

  /** End the worker. What waits for it fails with `reason`. */
  #stop(reason: unknown): void {
    this.#connection?.terminate();
    this.#connection = undefined;
    const waiting = [...this.#calls.values()];
    this.#calls.clear();
    for (const { reject } of waiting) reject(reason);
  }

  async #inTime<T>(answer: Promise<T>, timeoutMs: number): Promise<T> {
    const seconds = timeoutMs / 1_000;
    const timer = setTimeout(
      () => this.#stop(new SqlError("timeout", `The statement took longer than ${seconds} s and was stopped.`)),
      timeoutMs,
    );
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
    }
  }

  async #untilAborted<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const onAbort = (): void => this.#stop(signal?.reason);
    signal?.addEventListener("abort", onAbort);
    try {
      return await answer;
    } finally {
      signal?.removeEventListener("abort", onAbort);
    }
  }
}
