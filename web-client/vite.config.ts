import { defineConfig } from "vitest/config";
import { explorePage } from "./vite.explore.ts";

export default defineConfig({
  base: "/_inkdex/",
  plugins: [explorePage()],
  build: {
    target: "es2022",
    sourcemap: true,
    // A strict Content-Security-Policy has no room for data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // The database's worker is a module.
  worker: { format: "es" },
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
  },
});
