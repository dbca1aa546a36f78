/**
 * The same queries on the same site as Python: `$INKDEX_GOLDEN/expected.json` is what `shared/usecases/search_site.py`
 * finds in `$INKDEX_GOLDEN/site`. The tests in tests/golden make both and run this (`npm run test:golden`).
 */

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Fetch } from "./artifacts.ts";
import { createSearch } from "./index.ts";
import { joinUrl } from "./results.ts";

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
