/** Recent searches of this browser, newest first. They stay in its local storage and go nowhere else. */

const KEPT = 5;
const MAX_CHARS = 200;

/** The part of the web's `Storage` that is used; null where the browser gives none. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem"> | null;

/** The browser's storage, which may be refused, as in some private windows. */
export function openShelf(): Shelf {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

const keyOf = (site: string): string => `inkdex:recent:${site}`;

export function readRecent(shelf: Shelf, site: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(shelf?.getItem(keyOf(site)) ?? "[]");
    return Array.isArray(list) ? list.filter((item) => typeof item === "string").slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

/** Remember a search that led somewhere. */
export function addRecent(shelf: Shelf, site: string, text: string): void {
  const query = text.trim().slice(0, MAX_CHARS);
  if (!query) return;
  const same = (item: string): boolean => item.toLowerCase() === query.toLowerCase();
  const list = [query, ...readRecent(shelf, site).filter((item) => !same(item))].slice(0, KEPT);
  try {
    shelf?.setItem(keyOf(site), JSON.stringify(list));
  } catch {
    // A full storage forgets; searching goes on.
  }
}

export function clearRecent(shelf: Shelf, site: string): void {
  try {
    shelf?.removeItem(keyOf(site));
  } catch {
    // As above.
  }
}
