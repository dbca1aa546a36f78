import { CROSS, icon, LENS, make } from "./dom.ts";
import type { Texts } from "./i18n/index.ts";

/** The parts of the component that stay, whatever is shown in them. */
export interface Frame {
  readonly root: HTMLElement;
  /** Only in a palette. */
  readonly dialog: HTMLDialogElement | null;
  readonly trigger: HTMLElement | null;
  readonly input: HTMLInputElement;
  readonly clear: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly status: HTMLElement;
  readonly filters: HTMLElement;
  readonly note: HTMLElement;
  readonly list: HTMLElement;
  readonly message: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly announcement: HTMLElement;
}

export interface FrameOptions {
  readonly mode: "inline" | "palette";
  readonly texts: Texts;
  readonly dir: string;
  /** As people read it, or empty. */
  readonly hotkey: string;
  /** As `aria-keyshortcuts` has it. */
  readonly shortcuts: string;
}

/** Draw the component, empty. */
export function makeFrame(options: FrameOptions): Frame {
  const { mode, texts, dir } = options;
  const { all } = texts;
  const box = makeBox(options);
  const panel = makePanel(options);
  const announcement = make("div", { part: "announcement", role: "status" });
  const attributes = { part: `root ${mode}`, lang: texts.language, dir };
  const common = { ...box, ...panel, announcement };
  if (mode === "inline") {
    const root = make("div", attributes, make("search", {}, box.form), panel.panel, announcement);
    return { ...common, root, dialog: null, trigger: null };
  }
  const trigger = makeTrigger(options);
  const slot = make("slot", { name: "trigger" }, trigger);
  const foot = make("div", { part: "foot", "aria-hidden": "true" }, ...hints(options));
  const close = make("button", { part: "button close", type: "button" }, all.close);
  box.form.append(close);
  const content = make("div", { part: "sheet" }, make("search", {}, box.form), panel.panel, foot, announcement);
  const dialog = make("dialog", { part: "dialog", "aria-label": all.search }, content);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return { ...common, root: make("div", attributes, slot, dialog), dialog, trigger: slot };
}

function makeTrigger({ texts, hotkey, shortcuts }: FrameOptions): HTMLButtonElement {
  return make(
    "button",
    { part: "trigger", type: "button", "aria-haspopup": "dialog", "aria-keyshortcuts": shortcuts },
    icon(LENS, "lens"),
    make("span", { class: "words" }, texts.all.search),
    ...(hotkey ? [make("kbd", { "aria-hidden": "true" }, hotkey)] : []),
  );
}

function makeBox({ mode, texts, hotkey, shortcuts }: FrameOptions) {
  const { all } = texts;
  const input = make("input", {
    part: "input",
    type: "text",
    inputmode: "search",
    enterkeyhint: "search",
    role: "combobox",
    "aria-label": all.search,
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-expanded": "false",
    "aria-controls": "list",
    "aria-keyshortcuts": mode === "inline" ? shortcuts : undefined,
    maxlength: "2000",
    autocomplete: "off",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
    placeholder: all.search,
  });
  const clear = make("button", { part: "clear", type: "button", "aria-label": all.clear }, icon(CROSS, "cross"));
  const hint = mode === "inline" && hotkey ? [make("kbd", { class: "hotkey", "aria-hidden": "true" }, hotkey)] : [];
  const field = make("div", { part: "field" }, icon(LENS, "lens"), input, ...hint, clear);
  const form = make("form", { part: "box" }, field);
  form.addEventListener("submit", (event) => event.preventDefault());
  return { form, input, clear };
}

function makePanel({ texts }: FrameOptions) {
  const { all } = texts;
  const status = make("div", { part: "status" });
  const filters = make("div", { part: "filters", role: "group", "aria-label": all.filterByTag });
  const note = make("div", { part: "note" });
  const list = make("div", { part: "list", role: "listbox", id: "list", "aria-label": all.results });
  const message = make("div", { part: "message" });
  const more = make("button", { part: "button more", type: "button" }, all.more);
  const panel = make("div", { part: "panel" }, status, filters, note, message, list, more);
  for (const element of [status, filters, note, list, message, more]) element.hidden = true;
  return { panel, status, filters, note, list, message, more };
}

/** What the keys do, for those who see them. */
function hints({ texts }: FrameOptions): readonly Node[] {
  const { keys } = texts.all;
  const hint = (names: readonly string[], meaning: string): Node =>
    make("span", { class: "hint" }, ...names.map((name) => make("kbd", {}, name)), meaning);
  return [hint(["↑", "↓"], keys.move), hint(["Enter"], keys.open), hint(["Esc"], keys.close)];
}
