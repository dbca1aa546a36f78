import { expect, test } from "vitest";

test("the engine's entry can be imported without a browser", async () => {
  await expect(import("./index.ts")).resolves.toBeDefined();
});
