/** Runs docs/site/engine.md, block after block, on a small site. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as engine from "./index.ts";
import { makeVectorSite } from "./meaning/test-vectors.ts";
import { fetchFrom } from "./test-site.ts";

const PAGE = readFileSync(new URL("../../../docs/site/engine.md", import.meta.url), "utf-8");
const IMPORT = /^import \{ ([\w, ]+) \} from "\/engine\.js";$/gm;

type Program = new (...names: readonly string[]) => (...values: readonly unknown[]) => Promise<void>;
const AsyncFunction = (async () => undefined).constructor as Program;

test("the examples of the engine's page do what it says", async () => {
  const blocks = Array.from(PAGE.matchAll(/^```js\n(.*?)^```$/gms), ([, code = ""]) => code);
  expect(blocks.length).toBeGreaterThanOrEqual(5);
  const imported = blocks
    .flatMap((code) => Array.from(code.matchAll(IMPORT), ([, names = ""]) => names.split(", ")))
    .flat();
  expect(imported.filter((name) => !(name in engine))).toEqual([]);
  const fetch = fetchFrom(await makeVectorSite());
  const createSearch = (options: engine.SearchOptions): Promise<engine.Search> =>
    engine.createSearch({ fetch, ...options });
  const logged: unknown[][] = [];
  const log = (...values: unknown[]): unknown => logged.push(values);
  const program = new AsyncFunction(
    "createSearch",
    "ArtifactError",
    "console",
    blocks.join("\n").replaceAll(IMPORT, ""),
  );
  await program(createSearch, engine.ArtifactError, { log });
  expect(logged).toEqual([
    ["Docs", 3],
    ["/page-1/", "Canines", 1],
    ["/page-0/", "Felines", 1],
    ["/page-2/", "Books", 1],
    ["used"],
    [["pending: 3", "used: 3"]],
    [0, []],
    [["paws", "pages"]],
    [[undefined, undefined, 3]],
    ["missing", "nowhere/current.json"],
  ]);
});
