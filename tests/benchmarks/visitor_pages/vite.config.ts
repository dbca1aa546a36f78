import { defineConfig } from "vite";

/** `engines/NAME.js` is what a visitor downloads of a peer; `adapters/NAME.js` stands for the script of a site's own. */
export default defineConfig({
  base: "./",
  publicDir: false,
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
        "engines/minisearch": "minisearch.engine.ts",
        "engines/orama": "orama.engine.ts",
        "engines/fts5": "fts5.engine.ts",
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
    },
  },
});
