/**
 * The same queries on the same site as Python: `$INKDEX_GOLDEN/expected.json` is what `shared/usecases/search_site.py`
 * finds in `$INKDEX_GOLDEN/site`. The tests in tests/golden make both and run this (`npm run test:golden`).
 */

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "../database/database.ts";
import { makeThreads } from "../database/node-worker.ts";
import { DatabaseReader } from "../database/reader.ts";
import { ArtifactStore, type Fetch } from "./artifacts.ts";
import { createSearch, type SearchAnswer } from "./index.ts";
import { joinUrl } from "./results.ts";
import { Search } from "./search.ts";

interface Expected {
  readonly site: string;
  readonly meaning: "auto" | "off";
  /** Query -> what `/api/embed` answers, for a site whose vectors a service makes. */
  readonly embedded?: Readonly<Record<string, unknown>>;
  readonly queries: readonly {
    readonly query: string;
    readonly prefix: boolean;
    readonly limit: number;
    readonly corrections: readonly (readonly [typed: string, meant: string])[];
    /** Best first; `url` as the document's shard has it, without the site's `base_url`. */
    readonly results: readonly {
      readonly url: string;
      readonly score: number;
      readonly sections: readonly (readonly [id: number, score: number])[];
    }[];
  }[];
}

const folder = process.env["INKDEX_GOLDEN"];
if (!folder) throw new Error("INKDEX_GOLDEN names no folder; run tests/golden/test_golden.py, which makes one");

const EMBED = "/api/embed";

const fetchFile: Fetch = async (url) => {
  if (url.startsWith(EMBED)) {
    return Response.json(embedded[new URLSearchParams(url.slice(EMBED.length)).get("q") ?? ""]);
  }
  try {
    return new Response(await readFile(`${folder}/site${url}`));
  } catch {
    return new Response("", { status: 404 });
  }
};

const {
  site,
  queries,
  meaning,
  embedded = {},
}: Expected = JSON.parse(readFileSync(`${folder}/expected.json`, "utf-8"));
const search = await createSearch({ base: "/", site, fetch: fetchFile, embed: EMBED });
const { baseUrl } = search.manifest.site;

// The same site from its database: real SQLite, in a thread.
const threads = makeThreads();
const database = await openDatabase({ base: "/", site, fetch: fetchFile, connect: threads.connect });
const fromDatabase = new Search(
  new ArtifactStore("/", () => Promise.reject(new Error("a copy reads no shards"))),
  search.manifest,
  fetchFile,
  undefined,
  new DatabaseReader(database, search.manifest),
);
afterAll(() => database.close());

/** All of an answer but its time. */
const withoutTime = ({ took_ms: _, ...answer }: SearchAnswer): unknown => answer;

test.each(queries)("both postings sources agree: $query", async ({ query, prefix, limit }) => {
  const [expected, answer] = await Promise.all(
    [search, fromDatabase].map((each) => each.query(query, { prefix, limit, meaning: "off" })),
  );
  expect(withoutTime(answer as SearchAnswer)).toEqual(withoutTime(expected as SearchAnswer));
});

test.each(queries)("$query", async ({ query, prefix, limit, corrections, results }) => {
  const answer = await search.query(query, { prefix, limit, meaning });
  expect(answer.meaning).not.toBe("unavailable");
  expect({
    corrections: answer.corrections.map(({ typed, meant }) => [typed, meant]),
    results: answer.results.map(({ url, score, sections }) => ({
      url,
      score,
      sections: sections.map((section) => [section.id, section.score]),
    })),
  }).toEqual({ corrections, results: results.map((result) => ({ ...result, url: joinUrl(baseUrl, result.url) })) });
});
