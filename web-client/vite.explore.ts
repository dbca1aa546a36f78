import { build, type Plugin } from "vite";

/**
 * Builds the explore page after the search page, by itself: code that both share would become files of their own, and
 * those who only search would wait for them.
 */
export const explorePage = (): Plugin => {
  let outDir = "";
  let base = "";
  return {
    name: "inkdex:explore-page",
    apply: "build",
    configResolved(config) {
      outDir = config.build.outDir;
      base = config.base;
    },
    async writeBundle() {
      await build({
        configFile: false,
        base,
        logLevel: "warn",
        build: {
          target: "es2022",
          sourcemap: true,
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          outDir,
          emptyOutDir: false,
          copyPublicDir: false,
          rolldownOptions: { input: "explore.html" },
        },
        worker: { format: "es" },
      });
    },
  };
};
