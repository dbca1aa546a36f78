/**
 * `npm run build`: checks types, bundles, writes `.d.ts` files, and says what is published: `integrity.json` holds each
 * script's size and its hash for Subresource Integrity. `--outDir DIR` builds elsewhere than in `dist`.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, posix, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "vite";

/** Scripts that a site names in its pages, and the folders below `src` whose index they are; they load all others. */
const ENTRIES = { "inkdex-search": "component", engine: "engine", database: "database", offline: "offline" } as const;
/** What a visitor of an English site loads to search by words, with what these import at once. */
const BUDGETED = /^(inkdex-search|engine|assets\/english-[\w-]+)\.js$/;
const BUDGET_BYTES = 25_000;

interface Published {
  readonly integrity: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
}

const { values } = parseArgs({ options: { outDir: { type: "string" }, emptyOutDir: { type: "boolean" } } });
const outDir = resolve(values.outDir ?? "dist");
const typesDir = join(outDir, "types");

/** Node's own path to the compiler: `npx` may not be there. */
const compile = (...options: readonly string[]): void => {
  execFileSync(process.execPath, [join("node_modules", "typescript", "bin", "tsc"), ...options], { stdio: "inherit" });
};

compile("--noEmit");
await build({ logLevel: "warn", build: { outDir, emptyOutDir: true } });
compile("--project", "tsconfig.types.json", "--outDir", typesDir);
mkdirSync(typesDir, { recursive: true });
writeTypes();
for (const [entry, folder] of Object.entries(ENTRIES)) {
  writeFileSync(join(outDir, `${entry}.d.ts`), `export * from "./types/${folder}/index.js";\n`);
}

const files = Object.fromEntries(reachable().map((name) => [name, measure(name)]));
writeFileSync(join(outDir, "integrity.json"), `${JSON.stringify({ files }, null, 1)}\n`);
report();

/** Keep the types that those of the entries mention, and let them import each other as scripts do. */
function writeTypes(): void {
  const kept = new Set<string>();
  const queue = Object.values(ENTRIES).map((folder) => `${folder}/index.d.ts`);
  for (let name = queue.pop(); name; name = queue.pop()) {
    if (kept.has(name)) continue;
    kept.add(name);
    const path = join(typesDir, name);
    const folder = posix.dirname(name);
    const text = readFileSync(path, "utf8").replaceAll(/(["'])(\.{1,2}\/[^"']+)\.ts\1/g, (_, quote, target) => {
      queue.push(`${posix.join(folder, target)}.d.ts`);
      return `${quote}${target}.js${quote}`;
    });
    writeFileSync(path, text);
  }
  for (const entry of readdirSync(typesDir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(relative(typesDir, path).replaceAll("\\", "/"))) rmSync(path);
  }
}

/** The scripts that the entries load, by static or dynamic import, by name. */
function reachable(): readonly string[] {
  const found = new Set<string>();
  const queue: string[] = Object.keys(ENTRIES).map((entry) => `${entry}.js`);
  for (let name = queue.pop(); name; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const text = readFileSync(join(outDir, name), "utf8");
    // Whatever a script names beside itself: imports, workers and their WebAssembly.
    for (const [, path] of text.matchAll(/["'`]((?:\.{1,2}\/)?[\w./-]+\.(?:js|wasm))["'`]/g)) {
      const target = posix.join(posix.dirname(name), path as string);
      if (existsSync(join(outDir, target))) queue.push(target);
    }
  }
  return [...found].sort();
}

function measure(name: string): Published {
  const bytes = readFileSync(join(outDir, name));
  return {
    integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}`,
    bytes: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}

function report(): void {
  const kb = (size: number): string => (size / 1000).toFixed(2).padStart(9);
  const line = (name: string, { bytes, gzip, brotli }: Omit<Published, "integrity">, more = ""): void =>
    console.log(`${name.padEnd(38)}${kb(bytes)}${kb(gzip)}${kb(brotli)}  ${more}`);
  console.log(`${"kB".padEnd(38)}${"raw".padStart(9)}${"gzip".padStart(9)}${"brotli".padStart(9)}`);
  for (const [name, file] of Object.entries(files)) {
    line(name, file, Object.keys(ENTRIES).some((entry) => name === `${entry}.js`) ? file.integrity : "");
  }
  const loaded = new Set(Object.keys(files).filter((name) => BUDGETED.test(name)));
  for (const name of loaded) {
    for (const [, path] of readFileSync(join(outDir, name), "utf8").matchAll(/\b(?:from|import)"(\.{1,2}\/[^"]+)"/g)) {
      loaded.add(posix.join(posix.dirname(name), path as string));
    }
  }
  const all = Object.entries(files).flatMap(([name, file]) => (loaded.has(name) ? [file] : []));
  const sum = (key: "bytes" | "gzip" | "brotli"): number => all.reduce((total, file) => total + file[key], 0);
  const total = { bytes: sum("bytes"), gzip: sum("gzip"), brotli: sum("brotli") };
  line("component, engine, English", total, `of ${kb(BUDGET_BYTES).trim()} kB`);
  if (readdirSync(typesDir).length === 0) throw new Error("no types were written");
}
