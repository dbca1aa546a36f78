import type { DatabaseReader } from "../database/reader.ts";
import type { Manifest } from "./manifest.ts";

/** What remembers offline copies (offline/copies.ts). */
const RECORDS = "inkdex-offline";
const DATABASE = "./database.js";

/**
 * The database of this revision, when the visitor keeps a copy of it on this device; null otherwise. Only then is it the
 * cheaper way (docs/decisions/0018-database-only-from-the-device.md): over the network shards are, for sites of any size.
 * Nothing of it is loaded for anybody else. Never throws: without the copy, shards answer.
 */
export async function openStoredCopy(base: string, manifest: Manifest): Promise<DatabaseReader | null> {
  try {
    if (!("caches" in globalThis) || !(await caches.has(RECORDS))) return null;
    // A script of its own beside this one, so that the engine stays one file.
    const url = new URL(DATABASE, import.meta.url).href;
    const { openCopy }: typeof import("../database/index.ts") = await import(/* @vite-ignore */ url);
    return await openCopy(new URL(base, globalThis.location.href).href, manifest);
  } catch {
    return null;
  }
}
