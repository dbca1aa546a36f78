import type { Manifest } from "../engine/manifest.ts";
import { readRecord } from "../offline/copies.ts";
import { connectToWorker } from "./browser-worker.ts";
import { SiteDatabase } from "./database.ts";
import { DatabaseReader } from "./reader.ts";

/**
 * The database of `manifest`'s revision from the offline copy on this device; null when there is none of that revision.
 * `base` is absolute. Throws as `SiteDatabase.start` does.
 */
export async function openCopy(base: string, manifest: Manifest): Promise<DatabaseReader | null> {
  const record = await readRecord(base, manifest.site.name, caches);
  if (record?.revision !== manifest.revision) return null;
  const { path } = manifest.database;
  const stored = await caches.match(base + path, { cacheName: record.cache });
  if (!stored) return null;
  const database = new SiteDatabase(await stored.blob(), path, manifest.revision, connectToWorker);
  try {
    await database.start();
  } catch (error) {
    database.close();
    throw error;
  }
  return new DatabaseReader(database, manifest);
}
