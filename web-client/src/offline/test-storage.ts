/** For tests: the web's Cache Storage in memory. */

export interface MemoryStorage {
  readonly storage: CacheStorage;
  /** Cache -> URLs that it holds. */
  readonly contents: () => Record<string, readonly string[]>;
}

/** `maxBytes` of all bodies together; more is refused as a browser refuses it. */
export function makeStorage(maxBytes = Number.POSITIVE_INFINITY): MemoryStorage {
  const caches = new Map<string, Map<string, Response>>();
  let used = 0;

  const urlOf = (request: RequestInfo | URL): string =>
    request instanceof Request ? request.url : new URL(String(request)).href;

  function makeCache(entries: Map<string, Response>): Pick<Cache, "match" | "matchAll" | "put" | "delete"> {
    const match = async (request: RequestInfo | URL, options?: CacheQueryOptions): Promise<Response | undefined> => {
      const [wanted, ...keys] = [urlOf(request), ...entries.keys()].map((url) =>
        options?.ignoreSearch ? url.replace(/\?.*/, "") : url,
      );
      return [...entries.values()][keys.indexOf(wanted ?? "")]?.clone();
    };
    return {
      match,
      matchAll: async () => [...entries.values()].map((response) => response.clone()),
      put: async (request, response) => {
        const size = (await response.clone().arrayBuffer()).byteLength;
        if (used + size > maxBytes) throw new DOMException("no room", "QuotaExceededError");
        used += size;
        entries.set(urlOf(request), response);
      },
      delete: async (request) => entries.delete(urlOf(request)),
    };
  }

  const open = (name: string): Map<string, Response> => {
    const entries = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, entries);
    return entries;
  };
  const storage: Omit<CacheStorage, "match"> & { match: CacheStorage["match"] } = {
    has: async (name) => caches.has(name),
    keys: async () => [...caches.keys()],
    delete: async (name) => caches.delete(name),
    open: async (name) => makeCache(open(name)) as Cache,
    match: async (request, options) => {
      const entries = caches.get(options?.cacheName ?? "");
      return entries && (await makeCache(entries).match(request, options));
    },
  };
  return {
    storage,
    contents: () => Object.fromEntries([...caches].map(([name, entries]) => [name, [...entries.keys()].sort()])),
  };
}
