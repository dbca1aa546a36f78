import { defineConfig } from "vite";

/** The folder of Inkdex's engine. */
const inkdex = process.env["INKDEX_ENGINE"];
if (!inkdex) throw new Error("INKDEX_ENGINE is not set");

/** `engines/NAME.js` is what a visitor downloads of an engine; `adapters/NAME.js` stands for the script of a site's own. */
export default defineConfig({
  base: "./",
  publicDir: false,
  resolve: { alias: { inkdex: `${inkdex}/index.ts` } },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      preserveEntrySignatures: "strict",
      input: {
        "adapters/inkdex": "inkdex.ts",
        "adapters/pagefind": "pagefind.ts",
        "adapters/minisearch": "minisearch.ts",
        "adapters/orama": "orama.ts",
        "adapters/fts5": "fts5.ts",
        "engines/inkdex": "inkdex.engine.ts",
        "engines/minisearch": "minisearch.engine.ts",
        "engines/orama": "orama.engine.ts",
        "engines/fts5": "fts5.engine.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
