import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "/_inkdex/",
  build: {
    target: "es2022",
    sourcemap: true,
    // A strict Content-Security-Policy has no room for data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
  },
});
