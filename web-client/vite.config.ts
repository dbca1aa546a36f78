import { defineConfig } from "vitest/config";
import { databaseLibrary } from "./vite.database.ts";
import { offlineFiles } from "./vite.offline.ts";
import { buildPage } from "./vite.pages.ts";

/** The servers of Inkdex have the client here; a folder that `inkdex build` makes has it beside the artifacts. */
const BASE = "/_inkdex/";

/**
 * What sites use: the component and the engine, as a library. Its scripts import each other by relative addresses, so
 * they work wherever a site puts them. The pages of Inkdex's own servers are built after it, each by itself.
 */
export default defineConfig({
  base: BASE,
  plugins: [databaseLibrary(), buildPage("index.html"), buildPage("explore.html"), offlineFiles()],
  build: {
    lib: { entry: { "inkdex-search": "src/component/index.ts", engine: "src/engine/index.ts" }, formats: ["es"] },
    target: "es2023",
    // light-dark() stays as it is, so that a page decides by color-scheme alone.
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
    sourcemap: true,
    rolldownOptions: {
      output: {
        // Vite leaves white space in libraries, for bundlers; ours are for browsers.
        minify: true,
        entryFileNames: "[name].js",
        chunkFileNames: "assets/[name]-[hash].js",
      },
    },
  },
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
  },
});
