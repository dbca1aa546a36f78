import { expect, it } from "vitest";
import { placeAfter, stepOf } from "./keyboard.ts";

const key = (name: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

it("leaves Home, End, pages and side arrows to the text until an option is active", () => {
  for (const name of ["Home", "End", "PageUp", "PageDown", "ArrowLeft", "ArrowRight", "a"]) {
    expect(stepOf(key(name), false)).toBeNull();
  }
  expect(stepOf(key("Home"), true)).toBe("first");
  expect(stepOf(key("End"), true)).toBe("last");
  expect(stepOf(key("ArrowLeft"), true)).toBe("box");
  expect(stepOf(key("a"), true)).toBeNull();
});

it("never moves with a modifier held", () => {
  expect(stepOf(key("ArrowDown", { shiftKey: true }), true)).toBeNull();
  expect(stepOf(key("ArrowDown", { ctrlKey: true }), false)).toBeNull();
});

it("goes round through the box with arrows", () => {
  expect(placeAfter(1, -1, 3)).toBe(0);
  expect(placeAfter(1, 2, 3)).toBe(-1);
  expect(placeAfter(-1, 0, 3)).toBe(-1);
  expect(placeAfter(-1, -1, 3)).toBe(2);
});

it("stops at the ends with pages", () => {
  expect(placeAfter(5, 1, 3)).toBe(2);
  expect(placeAfter(-5, 2, 3)).toBe(0);
});

it("has nowhere to go in an empty list", () => {
  for (const step of [1, -1, 5, "first", "last", "box"] as const) expect(placeAfter(step, -1, 0)).toBe(-1);
});
