/**
 * The same queries on the same site as Python: tests/golden/expected.json is what `shared/usecases/search_site.py` finds
 * by words in tests/golden/site.
 */

import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Fetch } from "./artifacts.ts";
import { createSearch } from "./index.ts";
import { joinUrl } from "./results.ts";

interface Expected {
  readonly site: string;
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

/** Another folder can be checked by hand, for instance a large site. */
const GOLDEN = process.env["INKDEX_GOLDEN"] ?? fileURLToPath(new URL("../../../tests/golden", import.meta.url));
const EXPECTED = `${GOLDEN}/expected.json`;
const TOLERANCE = 1e-9;

const fetchFile: Fetch = async (url) => {
  try {
    return new Response(await readFile(`${GOLDEN}/site${url}`));
  } catch {
    return new Response("", { status: 404 });
  }
};

describe.skipIf(!existsSync(EXPECTED))("the engine finds what Python finds", async () => {
  if (!existsSync(EXPECTED)) return;
  const { site, queries }: Expected = JSON.parse(readFileSync(EXPECTED, "utf-8"));
  const search = await createSearch({ base: "/", site, fetch: fetchFile });
  const { baseUrl } = search.manifest.site;

  test.each(queries)("$query", async ({ query, prefix, limit, corrections, results }) => {
    const answer = await search.query(query, { prefix, limit });
    expect(answer.corrections).toEqual(corrections.map(([typed, meant]) => ({ typed, meant })));
    expect(answer.results.map(({ url }) => url)).toEqual(results.map(({ url }) => joinUrl(baseUrl, url)));
    for (const [place, expected] of results.entries()) {
      const { score, sections } = answer.results[place] ?? { score: Number.NaN, sections: [] };
      expectClose(score, expected.score);
      expect(sections.map(({ id }) => id)).toEqual(expected.sections.map(([id]) => id));
      for (const [index, [, sectionScore]] of expected.sections.entries()) {
        expectClose(sections[index]?.score, sectionScore);
      }
    }
  });
});

const expectClose = (actual: number | undefined, expected: number): void => {
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(TOLERANCE);
};
