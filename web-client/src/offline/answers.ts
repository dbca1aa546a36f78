/** How the service worker answers a request: from the network, or from the copy on this device. */

import { readAllRecords } from "./copies.ts";

/** A network that has not answered by then counts as away. */
const PATIENCE_MS = 3_000;

/** Files whose name changes with their content. */
const FIXED = /\/revisions\/[0-9a-f]{16}\/(?:manifest\.json|search\.db)$|\/assets\/[\w.-]+-[\w-]{8}\.\w+$/;

/** Whether a file never changes under its address. */
export const isFixed = (url: string): boolean => FIXED.test(new URL(url).pathname);

export interface AnswerOptions {
  readonly storage: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly patienceMs?: number;
}

/**
 * What is not in a copy comes from the network. What is, comes from the copy when it can never change; else from the
 * network, and from the copy when that fails or keeps us waiting. A request past all caches (`reload`) is left alone.
 */
export async function answerRequest(request: Request, options: AnswerOptions): Promise<Response> {
  // Who makes a new copy wants what the server has, or nothing.
  if (request.cache === "reload") return options.fetch(request);
  const stored = await findStored(request, options.storage);
  if (!stored) return options.fetch(request);
  if (isFixed(request.url)) return stored;
  return firstGood(options.fetch(request), stored, options.patienceMs ?? PATIENCE_MS);
}

async function findStored(request: Request, storage: CacheStorage): Promise<Response | undefined> {
  // A page is the same one whatever is searched on it.
  const isPage = request.mode === "navigate";
  for (const { cache } of await readAllRecords(storage)) {
    const found = await storage.match(request, { cacheName: cache, ignoreSearch: isPage, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

function firstGood(network: Promise<Response>, stored: Response, patienceMs: number): Promise<Response> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(stored), patienceMs);
    const settle = (answer: Response): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    // A server in trouble is as good as none; that a file is gone is news.
    network.then(
      (answer) => settle(answer.status >= 500 ? stored : answer),
      () => settle(stored),
    );
  });
}
