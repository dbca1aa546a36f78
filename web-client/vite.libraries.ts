import { type BuildEnvironmentOptions, build, type Plugin } from "vite";

type Entry = Readonly<Record<string, string>>;

/**
 * How a script for sites is built: it imports its parts by relative addresses, so that it works wherever a site puts it.
 * A part takes what it shares with the entry from the entry, which is there already: whoever loads an entry waits for
 * that one file. Therefore entries that load each other are built by themselves.
 */
export const library = (entry: Entry): BuildEnvironmentOptions => ({
  lib: { entry, formats: ["es"] },
  target: "es2023",
  // light-dark() stays as it is, so that a page decides by color-scheme alone.
  cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
  sourcemap: true,
  rolldownOptions: {
    preserveEntrySignatures: "allow-extension",
    output: {
      // Vite leaves white space in libraries, for bundlers; ours are for browsers.
      minify: true,
      comments: false,
      entryFileNames: "[name].js",
      chunkFileNames: "assets/[name]-[hash].js",
    },
  },
});

/** Builds a library after the first. `others`: imported modules that are entries of other libraries -> their scripts. */
export const buildLibrary = (entry: Entry, others: Entry = {}): Plugin => {
  let outDir = "";
  return {
    name: `inkdex:${Object.keys(entry).join("-")}`,
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
          plugins: [importOthers(others)],
          build: { ...library(entry), outDir, emptyOutDir: false, copyPublicDir: false },
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

const importOthers = (others: Entry): Plugin => ({
  name: "inkdex:other-libraries",
  enforce: "pre",
  resolveId(source) {
    const script = others[source];
    return script ? { id: script, external: "relative" } : undefined;
  },
});
