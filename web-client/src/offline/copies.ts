/**
 * What is kept on the device, and where: shared by the pages and the service worker.
 *
 * Each copy of a site is a cache of its own, written whole before anybody reads it. A record names the cache that counts;
 * replacing the record is what replaces a revision by the next, so that a copy is never half old and half new.
 */

/** A copy that is complete. */
export interface OfflineRecord {
  readonly site: string;
  /** Where the artifacts are, absolute. */
  readonly base: string;
  readonly revision: string;
  /** The cache that holds the copy. */
  readonly cache: string;
  /** Tells apart the programs that were stored with it. */
  readonly programs: string;
  readonly bytes: number;
  /** `2026-01-02T00:00:00.000Z`. */
  readonly stored_at: string;
}

const RECORDS = "inkdex-offline";
const COPY = "inkdex-offline/";

/** The name of a new copy's cache; no two are equal. */
export const newCopyName = (site: string, revision: string): string =>
  `${COPY}${site}/${revision}/${crypto.randomUUID()}`;

/** The key of a site's record: an address that no server has. */
const keyOf = (base: string, site: string): string => new URL(`${site}/offline-record`, base).href;

/** The record of a site; null when there is no copy of it. `base` is absolute. */
export async function readRecord(base: string, site: string, storage: CacheStorage): Promise<OfflineRecord | null> {
  // Opening a cache makes it: whoever never stores anything shall have none.
  if (!(await storage.has(RECORDS))) return null;
  const found = await (await storage.open(RECORDS)).match(keyOf(base, site));
  return found ? parseRecord(await found.text()) : null;
}

export async function readAllRecords(storage: CacheStorage): Promise<readonly OfflineRecord[]> {
  if (!(await storage.has(RECORDS))) return [];
  const cache = await storage.open(RECORDS);
  const texts = await Promise.all((await cache.matchAll()).map((found) => found.text()));
  return texts.flatMap((text) => parseRecord(text) ?? []);
}

/** From now on this copy counts, and no other of its site. */
export async function writeRecord(record: OfflineRecord, storage: CacheStorage): Promise<void> {
  const cache = await storage.open(RECORDS);
  const headers = { "Content-Type": "application/json" };
  await cache.put(keyOf(record.base, record.site), new Response(JSON.stringify(record), { headers }));
}

/** Forget that there is a copy; its cache stays. */
export async function forgetRecord(base: string, site: string, storage: CacheStorage): Promise<void> {
  if (await storage.has(RECORDS)) await (await storage.open(RECORDS)).delete(keyOf(base, site));
}

/** Delete every copy that no record names: replaced ones, removed ones, and those that were broken off. */
export async function deleteUnrecorded(storage: CacheStorage): Promise<void> {
  const records = await readAllRecords(storage);
  const wanted = new Set(records.map(({ cache }) => cache));
  const names = await storage.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(COPY) && !wanted.has(name)).map((name) => storage.delete(name)),
  );
  if (records.length === 0) await storage.delete(RECORDS);
}

function parseRecord(text: string): OfflineRecord | null {
  try {
    const record: OfflineRecord = JSON.parse(text);
    return typeof record.cache === "string" && typeof record.revision === "string" ? record : null;
  } catch {
    return null;
  }
}
