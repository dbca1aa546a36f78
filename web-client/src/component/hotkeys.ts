/** Keys that lead to the search from anywhere in the page. */

/** Unless the element says otherwise: Ctrl-K, or Command-K on a Mac, and the slash. */
export const DEFAULT_HOTKEYS = "mod+k /";

/** One combination: `mod` is Command on a Mac and Ctrl elsewhere. */
export interface Hotkey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** `mod+k /` as combinations; `none` has no any. */
export function parseHotkeys(text: string, mac: boolean): readonly Hotkey[] {
  const names = text.toLowerCase().split(/\s+/).filter(Boolean);
  return names.filter((name) => name !== "none").map((name) => parseHotkey(name, mac));
}

function parseHotkey(name: string, mac: boolean): Hotkey {
  const parts = name.split("+");
  // `ctrl++` is Ctrl and the plus itself.
  const key = parts.pop() || "+";
  const has = (part: string): boolean => parts.includes(part);
  return {
    key,
    ctrl: has("ctrl") || (has("mod") && !mac),
    meta: has("meta") || (has("mod") && mac),
    alt: has("alt"),
    shift: has("shift"),
  };
}

/** Whether the event is one of the combinations. Shift does not count for signs, which may need it: `?`. */
export const matchesHotkey = (event: KeyboardEvent, hotkeys: readonly Hotkey[]): boolean =>
  hotkeys.some(
    ({ key, ctrl, meta, alt, shift }) =>
      event.key.toLowerCase() === key &&
      event.ctrlKey === ctrl &&
      event.metaKey === meta &&
      event.altKey === alt &&
      (event.shiftKey === shift || !/^[a-z0-9]{1,}$/.test(key)),
  );

/** As `aria-keyshortcuts` wants it: `Control+K /`. */
export const spellHotkeys = (hotkeys: readonly Hotkey[]): string =>
  hotkeys
    .map((hotkey) => [...modifiersOf(hotkey, ["Control", "Meta", "Alt", "Shift"]), upper(hotkey.key)].join("+"))
    .join(" ");

/** As people read it: `Ctrl K`, or `⌘K`. */
export const showHotkey = (hotkey: Hotkey, mac: boolean): string =>
  [...modifiersOf(hotkey, mac ? ["⌃", "⌘", "⌥", "⇧"] : ["Ctrl", "Meta", "Alt", "Shift"]), upper(hotkey.key)].join(
    mac ? "" : " ",
  );

const upper = (key: string): string => (key.length === 1 ? key.toUpperCase() : key);

function modifiersOf({ ctrl, meta, alt, shift }: Hotkey, names: readonly [string, string, string, string]): string[] {
  return [ctrl, meta, alt, shift].flatMap((isOn, place) => (isOn ? [names[place] as string] : []));
}

/** Whether somebody is typing into something at the event's target, wherever it is hidden. */
export function isTyping(event: Event): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=textbox]"))
  );
}
