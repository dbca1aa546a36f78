import { defineConfig } from "vitest/config";
import { buildLibrary, library, shortenScripts } from "./vite.libraries.ts";
import { offlineFiles } from "./vite.offline.ts";
import { buildPage } from "./vite.pages.ts";

/** The servers of Inkdex have the client here; a folder that `inkdex build` makes has it beside the artifacts. */
const BASE = "/_inkdex/";

/** What sites use: the engine, then what uses it. The pages of Inkdex's own servers are built after them. */
export default defineConfig({
  base: BASE,
  plugins: [
    buildLibrary(
      { "inkdex-search": "src/component/index.ts" },
      { others: { "../engine/index.ts": "./engine.js" }, plugins: [shortenScripts] },
    ),
    // What these share with the engine, a few kilobytes, they have a second time.
    buildLibrary({ database: "src/database/index.ts", offline: "src/offline/index.ts" }),
    buildPage("index.html"),
    buildPage("explore.html"),
    offlineFiles(),
  ],
  build: library({ engine: "src/engine/index.ts" }, [shortenScripts]),
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
  },
});
