/** sql.js-httpvfs: SQLite in a worker, which reads the pages of an FTS5 database that it needs, by range requests. */

import type { createDbWorker as CreateDbWorker } from "sql.js-httpvfs";
import type { Found } from "./adapter.ts";

const SCRIPT = "/engines/fts5.js";
const SQL =
  "SELECT url, title, snippet(pages, 3, '', '', '…', 32) AS snippet FROM pages" +
  " WHERE pages MATCH ? AND rank MATCH 'bm25(0.0, 4.0, 2.0, 1.0)' ORDER BY rank LIMIT ?";

window.openEngine = async () => {
  const { createDbWorker } = (await import(/* @vite-ignore */ SCRIPT)) as { createDbWorker: typeof CreateDbWorker };
  const { db } = await createDbWorker(
    [{ from: "inline", config: { serverMode: "full", requestChunkSize: 4096, url: "/fts5/search.db" } }],
    "/sqljs/sqlite.worker.js",
    "/sqljs/sql-wasm.wasm",
  );
  const ask = (words: readonly string[], operator: string, limit: number): Promise<readonly Found[]> =>
    db.query(SQL, [words.map((word) => `"${word}"`).join(operator), limit]) as Promise<readonly Found[]>;
  return {
    search: async (text, limit) => {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
      // All words, as FTS5 takes them, is far cheaper than any of them: only then are all pages with one of them looked at.
      const found = await ask(words, " ", limit);
      return found.length > 0 ? found : ask(words, " OR ", limit);
    },
  };
};
