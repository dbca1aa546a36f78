/** The file `search.db`: how large it is, and how it comes here. */

import type { Fetch } from "../engine/artifacts.ts";
import { ArtifactError } from "../engine/errors.ts";
import { FORMAT } from "../engine/manifest.ts";

export interface DownloadProgress {
  readonly loaded_bytes: number;
  /** The whole file; null until its first bytes are here. */
  readonly total_bytes: number | null;
}

export interface DownloadOptions {
  readonly fetch: Fetch;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** Enough of a file for `readSize`. */
const HEADER_BYTES = 100;
const MAGIC = "SQLite format 3\0";
/** `Inkd`. */
const APPLICATION_ID = 0x496e6b64;

/**
 * The size of a database in bytes, from its first 100 (https://www.sqlite.org/fileformat2.html, 1.3). Unlike the headers of
 * a response, that is true of a compressed one too. Throws an `ArtifactError`.
 */
export function readSize(path: string, header: Uint8Array): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const magic = String.fromCharCode(...header.subarray(0, MAGIC.length));
  if (header.length < HEADER_BYTES || magic !== MAGIC || view.getUint32(68) !== APPLICATION_ID) {
    throw new ArtifactError("corrupt", path, "this is no database of Inkdex");
  }
  const format = view.getUint32(60);
  if (format !== FORMAT) {
    throw new ArtifactError("format", path, `format ${format} is not the format that this program reads, ${FORMAT}`);
  }
  const pageSize = view.getUint16(16);
  return (pageSize === 1 ? 65_536 : pageSize) * view.getUint32(28);
}

/** The size of the file at `base + path`, without loading it. Throws an `ArtifactError`. */
export async function measureDatabase(base: string, path: string, options: DownloadOptions): Promise<number> {
  const cancel = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, cancel.signal]) : cancel.signal;
  try {
    // A server may send everything all the same: then the rest is not waited for.
    const range = { Range: `bytes=0-${HEADER_BYTES - 1}` };
    const body = await request(base, path, { headers: range, signal }, options);
    let header = new Uint8Array();
    for await (const piece of body) {
      header = concatenate(header, piece);
      if (header.length >= HEADER_BYTES) break;
    }
    return readSize(path, header);
  } catch (error) {
    throw asArtifactError(path, error, options.signal);
  } finally {
    cancel.abort();
  }
}

/** Load the file at `base + path`. Throws an `ArtifactError`, or `signal`'s reason. */
export async function downloadDatabase(base: string, path: string, options: DownloadOptions): Promise<Blob> {
  try {
    const body = await request(base, path, { signal: options.signal ?? null }, options);
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    let header = new Uint8Array();
    let total: number | null = null;
    for await (const piece of body) {
      pieces.push(piece);
      loaded += piece.length;
      if (total === null) {
        header = concatenate(header, piece.subarray(0, HEADER_BYTES));
        if (header.length >= HEADER_BYTES) total = readSize(path, header);
      }
      options.onProgress?.({ loaded_bytes: loaded, total_bytes: total });
    }
    options.signal?.throwIfAborted();
    if (loaded !== (total ?? readSize(path, header))) {
      throw new ArtifactError("corrupt", path, `${loaded} of ${total} bytes arrived`);
    }
    return new Blob(pieces);
  } catch (error) {
    throw asArtifactError(path, error, options.signal);
  }
}

async function request(
  base: string,
  path: string,
  init: RequestInit,
  options: DownloadOptions,
): Promise<AsyncIterable<Uint8Array<ArrayBuffer>>> {
  const response = await options.fetch(base + path, init);
  if (response.ok && response.body) return readPieces(response.body);
  const code = response.status === 404 || response.status === 410 ? "missing" : "unavailable";
  throw new ArtifactError(code, path, `the server answered ${response.status}`);
}

/** Not every browser can iterate over a stream itself. */
async function* readPieces(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // The rest is not wanted; that it cannot be stopped changes nothing.
    reader.cancel().catch(() => undefined);
  }
}

function asArtifactError(path: string, error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof ArtifactError) return error;
  return new ArtifactError("unavailable", path, "could not be fetched", { cause: error });
}

function concatenate(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
