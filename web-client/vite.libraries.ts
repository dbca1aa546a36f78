import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";
import { type BuildEnvironmentOptions, build, type Plugin, type Rolldown } from "vite";

type Entry = Readonly<Record<string, string>>;

/**
 * Stands in the names of parts, which may be cached for ever, so it changes with all that they are made of. A hash of each
 * would make an entry longer, as it names them all: unlike one, such hashes cannot be compressed.
 */
const VERSION = digestOfSources();

function digestOfSources(): string {
  const hash = createHash("sha256");
  const files = readdirSync("src", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const made = ["vite.config.ts", "vite.libraries.ts", "package-lock.json"];
  for (const path of [...paths, ...made]) hash.update(path.replaceAll("\\", "/")).update(readFileSync(path));
  return hash.digest("hex").slice(0, 8);
}

/**
 * For what every visitor loads. Terser finds what Vite's own minifier, which comes after it, leaves as it is: about 2 % of
 * a compressed script. It is not for CommonJS, such as the library of SQLite.
 */
export const shortenScripts: Rolldown.Plugin = {
  name: "inkdex:shorten",
  async renderChunk(script) {
    const options = { module: true, ecma: 2020, compress: { passes: 3 }, sourceMap: { asObject: true } } as const;
    const { code = "", map } = await minify(script, options);
    return { code, map: map as Rolldown.ExistingRawSourceMap };
  },
};

/**
 * How a script for sites is built: it imports its parts by relative addresses, so that it works wherever a site puts it.
 * A part takes what it shares with the entry from the entry, which is there already: whoever loads an entry waits for
 * that one file. Therefore entries that load each other are built by themselves.
 */
export const library = (entry: Entry, plugins: readonly Rolldown.Plugin[] = []): BuildEnvironmentOptions => ({
  lib: { entry, formats: ["es"] },
  target: "es2023",
  // light-dark() stays as it is, so that a page decides by color-scheme alone.
  cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
  sourcemap: true,
  rolldownOptions: {
    preserveEntrySignatures: "allow-extension",
    plugins: [...plugins],
    output: {
      // Vite leaves white space in libraries, for bundlers; ours are for browsers.
      minify: true,
      comments: false,
      entryFileNames: "[name].js",
      chunkFileNames: `assets/[name]-${VERSION}.js`,
    },
  },
});

interface More {
  /** Imported modules that are entries of other libraries -> their scripts. */
  readonly others?: Entry;
  readonly plugins?: readonly Rolldown.Plugin[];
}

/** Builds a library after the first. */
export const buildLibrary = (entry: Entry, { others = {}, plugins = [] }: More = {}): Plugin => {
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
          build: { ...library(entry, plugins), outDir, emptyOutDir: false, copyPublicDir: false },
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
