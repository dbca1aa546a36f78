import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { explorePage } from "./vite.explore.ts";

/** The servers of Inkdex have the client here; a folder that `inkdex build` makes has it beside the artifacts. */
const BASE = "/_inkdex/";

/** The page uses the component as every site does: by one script tag, which is not bundled into the page's own script. */
const addComponentScript: Plugin = {
  name: "inkdex-component-script",
  transformIndexHtml: () => [
    { tag: "script", attrs: { type: "module", src: `${BASE}inkdex-search.js` }, injectTo: "head" },
  ],
};

/** Vite's own would preload style sheets and modules by absolute addresses; no script of ours needs either. */
const loadPlainly: Plugin = {
  name: "inkdex-plain-imports",
  enforce: "pre",
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

export default defineConfig({
  base: BASE,
  plugins: [addComponentScript, loadPlainly, explorePage()],
  build: {
    target: "es2023",
    // light-dark() stays as it is, so that a page decides by color-scheme alone.
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
    sourcemap: true,
    // A strict Content-Security-Policy has no room for data: URLs.
    assetsInlineLimit: 0,
    // Scripts import each other by relative addresses, so that they work wherever a site puts them.
    modulePreload: false,
    rolldownOptions: {
      input: { index: "index.html", "inkdex-search": "src/component/index.ts", engine: "src/engine/index.ts" },
      preserveEntrySignatures: "strict",
      output: {
        entryFileNames: ({ name }) => (name === "index" ? "assets/page-[hash].js" : "[name].js"),
        chunkFileNames: "assets/[name]-[hash].js",
      },
    },
  },
  // The database's worker is a module.
  worker: { format: "es" },
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
  },
});
