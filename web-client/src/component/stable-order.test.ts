import { expect, it } from "vitest";
import { isSameOrder, mergeBelow } from "./stable-order.ts";

const items = (keys: string, of = "old") => Array.from(keys, (key) => ({ key, of }));
const keys = (list: readonly { readonly key: string }[]): string => list.map(({ key }) => key).join("");

it("keeps what is pinned where it is, and orders the rest anew", () => {
  expect(keys(mergeBelow(items("abcd"), items("dcba", "new"), 2))).toBe("abdc");
});

it("keeps a pinned item that the new answer lacks", () => {
  expect(keys(mergeBelow(items("abc"), items("xyc", "new"), 1))).toBe("axyc");
});

it("shows pinned items as they were, and others as they are now", () => {
  expect(mergeBelow(items("ab"), items("ba", "new"), 1).map(({ of }) => of)).toEqual(["old", "new"]);
});

it("takes the new order as it is when nothing is pinned", () => {
  expect(keys(mergeBelow(items("abc"), items("cab", "new"), 0))).toBe("cab");
});

it("tells orders apart", () => {
  expect(isSameOrder(items("ab"), items("ab", "new"))).toBe(true);
  expect(isSameOrder(items("ab"), items("ba"))).toBe(false);
  expect(isSameOrder(items("ab"), items("abc"))).toBe(false);
});
