import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Plugin } from "vite";

/** What pages load. Source maps, types and pages themselves are left out; pages are stored as their server fills them in. */
const NEEDED = /\.(?:js|css|wasm|svg)$/;
const WORKER = "offline-worker.js";

/**
 * Builds the service worker, under a name that never changes, and lists in `offline.json` what it needs: every file that a
 * page may load. Comes after the plugins that build other files.
 */
export const offlineFiles = (): Plugin => {
  let outDir = "";
  return {
    name: "inkdex:offline",
    apply: "build",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    writeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        await build({
          configFile: false,
          logLevel: "warn",
          build: {
            target: "es2022",
            outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: {
              input: "src/offline/worker.ts",
              output: { format: "iife", entryFileNames: WORKER },
            },
          },
        });
        writeList(outDir);
      },
    },
  };
};

function writeList(outDir: string): void {
  const names = readdirSync(outDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && NEEDED.test(entry.name) && entry.name !== WORKER)
    .map((entry) => relative(outDir, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
  const hash = createHash("sha256");
  const files: Record<string, number> = {};
  for (const name of names) {
    const bytes = readFileSync(join(outDir, name));
    hash.update(name).update(bytes);
    files[name] = bytes.length;
  }
  writeFileSync(join(outDir, "offline.json"), JSON.stringify({ version: hash.digest("hex").slice(0, 16), files }));
}
