import { afterEach, describe, expect, test } from "vitest";
import type { Fetch } from "../engine/artifacts.ts";
import { fetchFrom, makeSite, SITE } from "../engine/test-site.ts";
import { type DatabaseOptions, openDatabase, type SiteDatabase, sizeOfDatabase } from "./database.ts";
import type { DownloadProgress } from "./file.ts";
import { makeThreads } from "./node-worker.ts";
import { SqlError } from "./protocol.ts";
import { makeDatabase } from "./test-database.ts";

const PATH = `${SITE}/revisions/r1/search.db`;
const ENDLESS = "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

const bytes = await makeDatabase();
const files = await makeSite({ documents: [{ sections: [{ text: "some words" }] }] });
const threads = makeThreads();
const opened: SiteDatabase[] = [];

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

/** A `fetch` of the site's files, and of `body` for the database. */
const fetchWith =
  (body: (init?: RequestInit) => Response): Fetch =>
  async (url, init) =>
    url.endsWith(PATH) ? body(init) : fetchFrom(files)(url, init);

const fetchWhole = fetchWith(() => new Response(bytes));

async function open(options: Partial<DatabaseOptions> = {}): Promise<SiteDatabase> {
  const database = await openDatabase({
    base: "/",
    site: SITE,
    fetch: fetchWhole,
    connect: threads.connect,
    ...options,
  });
  opened.push(database);
  return database;
}

describe("answers", () => {
  test("have columns, rows and every kind of value", async () => {
    const database = await open();
    const answer = await database.query(
      "SELECT id, weight, url, x'01ff' AS blob, (SELECT count FROM words WHERE word = ?) AS big FROM documents",
      ["index"],
    );
    expect(answer.columns).toEqual(["id", "weight", "url", "blob", "big"]);
    expect(answer.rows).toEqual([
      [0, 1.5, "/", Uint8Array.of(1, 255), 9007199254740993n],
      [1, null, "/guide/", Uint8Array.of(1, 255), 9007199254740993n],
    ]);
    expect(answer.truncated).toBe(false);
  });

  test("take parameters by name, and name the columns even without rows", async () => {
    const database = await open();
    const answer = await database.query("SELECT url FROM documents WHERE id > :id", { ":id": 7 });
    expect(answer).toMatchObject({ columns: ["url"], rows: [] });
  });

  test("stop at the limit and say so", async () => {
    const database = await open();
    const words = "SELECT word FROM words ORDER BY word";
    expect(await database.query(words, [], { limit: 2 })).toMatchObject({
      rows: [["build"], ["index"]],
      truncated: true,
    });
    expect(await database.query(words, [], { limit: 3 })).toMatchObject({ truncated: false });
  });

  test("come in the order of their statements", async () => {
    const database = await open();
    const answers = await Promise.all([1, 2, 3].map((number) => database.query("SELECT ?", [number])));
    expect(answers.map(({ rows }) => rows)).toEqual([[[1]], [[2]], [[3]]]);
  });

  test("describe the schema with the rows that the build has counted", async () => {
    const database = await open();
    expect(await database.schema()).toEqual([
      {
        name: "documents",
        kind: "table",
        rows: 2,
        columns: [
          { name: "id", type: "INTEGER" },
          { name: "url", type: "TEXT" },
          { name: "weight", type: "REAL" },
        ],
      },
      {
        name: "words",
        kind: "table",
        rows: 3,
        columns: [
          { name: "word", type: "TEXT" },
          { name: "count", type: "INTEGER" },
        ],
      },
      { name: "empty", kind: "table", rows: 0, columns: [{ name: "blank", type: "BLOB" }] },
      {
        name: "longest",
        kind: "view",
        rows: null,
        columns: [
          { name: "id", type: "INTEGER" },
          { name: "url", type: "TEXT" },
        ],
      },
    ]);
  });
});

describe("only reading", () => {
  test.each([
    "DELETE FROM documents",
    "INSERT INTO words VALUES ('a', 1)",
    "ATTACH 'other.db' AS other",
    "PRAGMA query_only = 0",
    "WITH a AS (SELECT 1) DELETE FROM documents",
    "WITH a AS (SELECT 'new') INSERT INTO words SELECT *, 1 FROM a",
    "EXPLAIN SELECT 1; DELETE FROM documents",
    "SELECT load_extension('x')",
    "SELECT * FROM pragma_query_only(0)",
    "SELECT writefile('x', 'y')",
  ])("%s changes nothing", async (sql) => {
    const database = await open();
    await expect(database.query(sql)).rejects.toThrow(SqlError);
    const { rows } = await database.query("SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM words)");
    expect(rows).toEqual([[2, 3]]);
    expect((await database.query("SELECT query_only FROM pragma_query_only")).rows).toEqual([[1]]);
    expect((await database.query("PRAGMA database_list")).rows).toHaveLength(1);
  });
});

describe("errors", () => {
  test("of a statement have SQLite's words and the line", async () => {
    const database = await open();
    await expect(database.query("-- all of them\nSELECT url\nFORM documents\nWHERE 1")).rejects.toMatchObject({
      code: "sql",
      message: 'near "documents": syntax error',
      line: 3,
    });
    await expect(database.query("SELECT 1,\n  gone FROM documents")).rejects.toMatchObject({
      message: "no such column: gone",
      line: 2,
    });
    expect((await database.query("SELECT 1")).rows).toEqual([[1]]);
  });

  test("say where a second statement begins", async () => {
    const database = await open();
    await expect(database.query("SELECT 1;\n\nSELECT 2;")).rejects.toMatchObject({ code: "refused", line: 3 });
    expect((await database.query("SELECT 1; -- the only one\n;")).rows).toEqual([[1]]);
  });
});

describe("a statement that does not end", () => {
  test("is stopped when its time is over, and the next one is answered without another download", async () => {
    let downloads = 0;
    const fetch = fetchWith(() => {
      downloads += 1;
      return new Response(bytes);
    });
    const database = await open({ fetch });
    const before = threads.started;
    const next = expect(database.query(ENDLESS, [], { timeoutMs: 50 })).rejects.toMatchObject({ code: "timeout" });
    const { rows } = await database.query("SELECT count(*) FROM words");
    await next;
    expect(rows).toEqual([[3]]);
    expect(threads.started).toBe(before + 1);
    expect(downloads).toBe(1);
  });

  test("is stopped by its signal; one that still waits never runs", async () => {
    const database = await open();
    const stop = new AbortController();
    const running = database.query(ENDLESS, [], { signal: stop.signal });
    const waiting = database.query("SELECT 1", [], { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("enough")), 30);
    await expect(running).rejects.toThrow("enough");
    await expect(waiting).rejects.toThrow("enough");
    expect((await database.query("SELECT 2")).rows).toEqual([[2]]);
  });

  test("fails when the database is closed, as do later ones", async () => {
    const database = await open();
    const running = database.query(ENDLESS);
    setTimeout(() => database.close(), 30);
    await expect(running).rejects.toMatchObject({ code: "closed" });
    await expect(database.query("SELECT 1")).rejects.toMatchObject({ code: "closed" });
  });
});

describe("the download", () => {
  test("tells how far it is, and how large the file is from its first bytes on", async () => {
    const pieces = [bytes.slice(0, 50), bytes.slice(50, 5_000), bytes.slice(5_000)];
    const fetch = fetchWith(() => new Response(streamOf(pieces)));
    const seen: DownloadProgress[] = [];
    const database = await open({ fetch, onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { loaded_bytes: 50, total_bytes: null },
      { loaded_bytes: 5_000, total_bytes: bytes.length },
      { loaded_bytes: bytes.length, total_bytes: bytes.length },
    ]);
    expect(database.size_bytes).toBe(bytes.length);
  });

  test("is stopped by its signal", async () => {
    const stop = new AbortController();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(bytes.slice(0, 500)),
    });
    const fetch = fetchWith((init) => {
      init?.signal?.addEventListener("abort", () => void body.cancel().catch(() => undefined));
      return new Response(body.pipeThrough(new TransformStream(), { signal: init?.signal as AbortSignal }));
    });
    const opening = open({ fetch, signal: stop.signal, onProgress: () => stop.abort(new Error("no more")) });
    await expect(opening).rejects.toThrow("no more");
  });

  test.each([
    ["missing", () => new Response("", { status: 404 })],
    ["unavailable", () => new Response("", { status: 503 })],
    ["unavailable", () => Response.error()],
    ["corrupt", () => new Response(bytes.slice(0, -4_096))],
    ["corrupt", () => new Response(bytes.slice(0, 60))],
    ["corrupt", () => new Response("<!doctype html>".repeat(20))],
    ["corrupt", () => new Response(damaged(bytes, 100, 4_000))],
    ["format", () => new Response(damaged(bytes, 63, 1))],
  ])("that fails says why: %s", async (code, body) => {
    await expect(open({ fetch: fetchWith(body) })).rejects.toMatchObject({ name: "ArtifactError", code, path: PATH });
  });

  test("is not needed to know the size", async () => {
    const asked: (string | null)[] = [];
    const fetch = fetchWith((init) => {
      asked.push(new Headers(init?.headers).get("range"));
      return new Response(bytes.slice(0, 100), { status: 206 });
    });
    expect(await sizeOfDatabase({ base: "/", site: SITE, fetch })).toBe(bytes.length);
    expect(asked).toEqual(["bytes=0-99"]);
  });
});

/** A copy whose bytes are others for `count` from `start` on. */
function damaged(good: Uint8Array<ArrayBuffer>, start: number, count: number): Uint8Array<ArrayBuffer> {
  const copy = good.slice();
  for (let index = start; index < start + count; index += 1) copy[index] = (copy[index] ?? 0) ^ 0x5a;
  return copy;
}

const streamOf = (pieces: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
