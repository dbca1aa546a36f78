import { build, type Plugin } from "vite";

/**
 * Builds `database.js` and `offline.js` after the engine, by themselves: code that they share with it would become files of
 * its own, and those who only search would wait for them. What they share, a few kilobytes, they have a second time.
 */
export const databaseLibrary = (): Plugin => {
  let outDir = "";
  return {
    name: "inkdex:database",
    apply: "build",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    writeBundle: {
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          logLevel: "warn",
          build: {
            lib: { entry: { database: "src/database/index.ts", offline: "src/offline/index.ts" }, formats: ["es"] },
            target: "es2023",
            sourcemap: true,
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: {
              output: {
                minify: true,
                entryFileNames: "[name].js",
                chunkFileNames: "assets/[name]-[hash].js",
              },
            },
          },
          // Scripts name their worker, and the worker its WebAssembly, by relative addresses, wherever a site puts them.
          experimental: {
            renderBuiltUrl: (_, { hostType }) => (hostType === "js" ? { relative: true } : undefined),
          },
          worker: { format: "es" },
        });
      },
    },
  };
};
