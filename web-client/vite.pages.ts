import { build, type Plugin } from "vite";

/**
 * Builds a page of Inkdex's own servers after the library, by itself: code that pages share would become files of their
 * own, and those who only search would wait for them.
 */
export const buildPage = (page: string): Plugin => {
  let outDir = "";
  let base = "";
  return {
    name: `inkdex:${page}`,
    apply: "build",
    configResolved(config) {
      outDir = config.build.outDir;
      base = config.base;
    },
    writeBundle: {
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          base,
          logLevel: "warn",
          plugins: [addComponent(page, base)],
          build: {
            target: "es2023",
            cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
            sourcemap: true,
            // A strict Content-Security-Policy has no room for data: URLs.
            assetsInlineLimit: 0,
            modulePreload: { polyfill: false },
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: { input: page, output: { entryFileNames: "assets/page-[name]-[hash].js" } },
          },
          worker: { format: "es" },
        });
      },
    },
  };
};

/** The search page uses the component as every site does: by one script tag, and not bundled into a script of its own. */
const addComponent = (page: string, base: string): Plugin => ({
  name: "inkdex:component-script",
  transformIndexHtml: () =>
    page === "index.html"
      ? [{ tag: "script", attrs: { type: "module", src: `${base}inkdex-search.js` }, injectTo: "head" }]
      : [],
});
