import { defineConfig } from "vitest/config";

/** Checks against what Python finds: they need a built site, which tests/golden/test_golden.py makes. */
export default defineConfig({
  test: {
    include: ["src/**/*.golden.ts"],
    environment: "node",
  },
});
