import { expect, it } from "vitest";
import { DEFAULT_HOTKEYS, matchesHotkey, parseHotkeys, showHotkey, spellHotkeys } from "./hotkeys.ts";

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers }) as KeyboardEvent;

it("is Ctrl-K elsewhere and Command-K on a Mac", () => {
  const elsewhere = parseHotkeys(DEFAULT_HOTKEYS, false);
  const mac = parseHotkeys(DEFAULT_HOTKEYS, true);
  expect(matchesHotkey(press("k", { ctrlKey: true }), elsewhere)).toBe(true);
  expect(matchesHotkey(press("k", { ctrlKey: true }), mac)).toBe(false);
  expect(matchesHotkey(press("K", { metaKey: true }), mac)).toBe(true);
});

it("takes a sign whatever shift it needs, and a letter only with the modifiers asked for", () => {
  const hotkeys = parseHotkeys("/ s", false);
  expect(matchesHotkey(press("/", { shiftKey: true }), hotkeys)).toBe(true);
  expect(matchesHotkey(press("s"), hotkeys)).toBe(true);
  expect(matchesHotkey(press("S", { shiftKey: true }), hotkeys)).toBe(false);
  expect(matchesHotkey(press("s", { ctrlKey: true }), hotkeys)).toBe(false);
});

it("reads plus itself, and none", () => {
  expect(parseHotkeys("ctrl++", false)[0]).toMatchObject({ key: "+", ctrl: true });
  expect(parseHotkeys("none", false)).toEqual([]);
  expect(parseHotkeys("", false)).toEqual([]);
});

it("is spelled for people and for assistive technology", () => {
  const [first, slash] = parseHotkeys(DEFAULT_HOTKEYS, true);
  expect(first && showHotkey(first, true)).toBe("⌘K");
  expect(slash && showHotkey(slash, true)).toBe("/");
  expect(parseHotkeys("mod+shift+f", false).map((hotkey) => showHotkey(hotkey, false))).toEqual(["Ctrl Shift F"]);
  expect(spellHotkeys(parseHotkeys(DEFAULT_HOTKEYS, false))).toBe("Control+K /");
});
