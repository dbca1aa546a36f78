import { readAddress, writeAddress, writeAddressSoon } from "./address.ts";
import { Conversation, type Settings } from "./conversation.ts";
import { adoptStyles, deepActiveElement } from "./dom.ts";
import type { SearchEngine } from "./engine-api.ts";
import { type InkdexEvents, tell } from "./events.ts";
import { type Frame, makeFrame } from "./frame.ts";
import {
  DEFAULT_HOTKEYS,
  type Hotkey,
  isMac,
  isTyping,
  matchesHotkey,
  parseHotkeys,
  showHotkey,
  spellHotkeys,
} from "./hotkeys.ts";
import { chooseLanguage, fillText, isRightToLeft, loadTexts, Texts } from "./i18n/index.ts";
import { stepOf } from "./keyboard.ts";
import { Session } from "./session.ts";
import styles from "./style.css?inline";

const PAGE_SIZE = 10;
const MOST = 100;

/** `<inkdex-search>`: the search of a site, in the page or as a palette over it. */
export class InkdexSearch extends HTMLElement {
  static readonly observedAttributes = ["mode", "lang", "dir", "placeholder", "hotkeys", "base", "site", "embed"];
  /** Where the artifacts are unless `base` says so: where the script was loaded from. */
  static scriptUrl = "";

  readonly #shadow = this.attachShadow({ mode: "open" });
  readonly #session = new Session(
    () => ({ base: this.base, site: this.site, embed: this.#embedUrl() }),
    (engine) => this.#onOpen(engine),
  );
  #frame: Frame | undefined;
  #talk: Conversation | undefined;
  #texts = new Texts();
  #query: string | undefined;
  #siteTitle = "";
  #hotkeys: readonly Hotkey[] = [];
  #drawing: Promise<void> | undefined;
  #listening: AbortController | undefined;
  #cameFrom: Element | null = null;

  // Attributes as properties

  /** `inline` or `palette`. */
  get mode(): "inline" | "palette" {
    return this.getAttribute("mode") === "palette" ? "palette" : "inline";
  }
  set mode(mode: "inline" | "palette") {
    this.setAttribute("mode", mode);
  }

  /** The URL below which the artifacts are; it ends with a slash. */
  get base(): string {
    const given = this.getAttribute("base");
    const script = new URL(".", InkdexSearch.scriptUrl || document.baseURI).href;
    // Inkdex's own servers have the script in a folder of its own, beside the artifacts.
    const url = given === null ? script.replace(/\/_inkdex\/$/, "/") : new URL(given, document.baseURI).href;
    return url.endsWith("/") ? url : `${url}/`;
  }
  set base(base: string) {
    this.setAttribute("base", base);
  }

  /** The site's name; empty: the only one below the base. */
  get site(): string {
    return this.getAttribute("site") ?? "";
  }
  set site(site: string) {
    this.setAttribute("site", site);
  }

  /** What is typed, or is to be searched. */
  get query(): string {
    return this.#frame?.input.value ?? this.#query ?? "";
  }
  set query(query: string) {
    if (this.#frame) this.#ask(query);
    else this.#query = query;
  }

  /** Whether the palette is open. */
  get opened(): boolean {
    return this.#frame?.dialog?.open ?? false;
  }

  // What pages may call

  /** Open the palette, or focus the box of an inline search. */
  async open(): Promise<void> {
    await this.#drawing;
    const { dialog, input } = this.#frame ?? {};
    if (!dialog) {
      input?.focus();
      input?.select();
      return;
    }
    if (dialog.open) return;
    this.#cameFrom = deepActiveElement();
    dialog.showModal();
    input?.focus();
    input?.select();
    this.warmUp();
    this.#tell("inkdex:open", { query: this.query });
  }

  /** Close the palette. */
  close(): void {
    this.#frame?.dialog?.close();
  }

  override focus(options?: FocusOptions): void {
    (this.#frame?.dialog ? this.#frame.trigger?.querySelector("button") : this.#frame?.input)?.focus(options);
  }

  /** Load the engine and what the first query needs. The element does so itself when somebody is about to search. */
  warmUp(): void {
    this.#session.warmUp();
  }

  /** Answer from the revision that is published now. */
  async refresh(): Promise<void> {
    await this.#talk?.askAnew();
  }

  // Life

  connectedCallback(): void {
    for (const name of ["query", "mode", "base", "site"] as const) this.#takeProperty(name);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener("keydown", (event) => this.#onHotkey(event), { signal });
    window.addEventListener("online", () => this.#talk?.resume(), { signal });
    window.addEventListener("popstate", () => this.#readAddress(), { signal });
    this.#query ??= this.#usesAddress() ? readAddress() : "";
    this.#drawing = this.#draw();
  }

  disconnectedCallback(): void {
    this.#query = this.query;
    this.#listening?.abort();
    this.#talk?.stop();
    this.#frame = undefined;
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (!this.isConnected || before === now || !this.#frame) return;
    if (name === "base" || name === "site" || name === "embed") {
      void this.refresh();
    } else {
      this.#query = this.query;
      this.#drawing = this.#draw();
    }
  }

  /** What was set before the element was defined. */
  #takeProperty<Name extends "query" | "mode" | "base" | "site">(name: Name): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }

  async #draw(): Promise<void> {
    const { lang } = this.closest<HTMLElement>("[lang]") ?? document.documentElement;
    const language = chooseLanguage(lang);
    if (this.#texts.language !== language) this.#texts = await loadTexts(language);
    if (!this.isConnected) return;
    const mac = isMac();
    this.#hotkeys = parseHotkeys(this.getAttribute("hotkeys") ?? DEFAULT_HOTKEYS, mac);
    const [first] = this.#hotkeys;
    this.#talk?.stop();
    const frame = makeFrame({
      mode: this.mode,
      texts: this.#texts,
      dir: isRightToLeft(this.#texts.language) && !this.closest("[dir]") ? "rtl" : "",
      hotkey: first ? showHotkey(first, mac) : "",
      shortcuts: spellHotkeys(this.#hotkeys),
    });
    this.#frame = frame;
    this.#talk = new Conversation(
      frame,
      this.#texts,
      this.#session,
      () => this.#settings(),
      (name, detail) => this.#tell(name, detail),
    );
    this.#listen(frame, this.#talk);
    adoptStyles(this.#shadow, styles);
    this.#shadow.replaceChildren(frame.root);
    frame.input.value = this.#query ?? "";
    this.#showPlaceholder();
    this.#showClear();
    if (frame.input.value || !frame.dialog) await this.#talk.ask();
  }

  #settings(): Settings {
    const limit = Math.trunc(Number(this.getAttribute("limit"))) || PAGE_SIZE;
    return {
      pageSize: Math.max(1, Math.min(limit, MOST)),
      meaning: this.hasAttribute("no-meaning") ? "off" : "auto",
      keepsRecent: !this.hasAttribute("no-recent"),
      showsTips: this.hasAttribute("tips"),
      siteKey: `${this.base}${this.site}`,
    };
  }

  #embedUrl(): string | undefined {
    const given = this.getAttribute("embed");
    return given ? new URL(given, document.baseURI).href : undefined;
  }

  #usesAddress(): boolean {
    return this.mode === "inline" && !this.hasAttribute("no-url");
  }

  #readAddress(): void {
    const query = readAddress();
    if (this.#usesAddress() && this.#frame && query !== this.query.trim()) this.#put(query);
  }

  // What the visitor does

  #listen(frame: Frame, talk: Conversation): void {
    const { root, input, dialog, list, clear, panel } = frame;
    input.addEventListener("input", (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#onTyping();
    });
    input.addEventListener("compositionend", () => this.#onTyping());
    input.addEventListener("keydown", (event) => this.#onKey(event, talk));
    clear.addEventListener("click", () => this.#clear());
    list.addEventListener("click", (event) => this.#onSelect(event, talk));
    list.addEventListener("auxclick", (event) => this.#onSelect(event, talk));
    root.addEventListener("focusin", () => {
      this.warmUp();
      talk.setFocused(true);
    });
    root.addEventListener("focusout", (event) => {
      const { relatedTarget } = event;
      if (!(relatedTarget instanceof Node && root.contains(relatedTarget)) && !this.opened) talk.setFocused(false);
    });
    root.addEventListener("pointerenter", () => this.warmUp());
    // The keyboard of a phone covers what the reader scrolls to.
    panel.addEventListener("touchmove", () => input.blur(), { passive: true });
    frame.trigger?.addEventListener("click", () => void this.open());
    dialog?.addEventListener("close", () => this.#onClose(talk));
  }

  #onTyping(): void {
    this.#showClear();
    if (this.#usesAddress()) writeAddressSoon(this.query.trim());
    void this.#talk?.ask();
  }

  /** Put a query into the box and answer it. */
  #put(query: string): void {
    const { input } = this.#frame ?? {};
    if (!input) return;
    input.value = query;
    this.#showClear();
    void this.#talk?.ask();
  }

  #ask(query: string): void {
    this.#put(query);
    if (this.#usesAddress()) writeAddress(query.trim());
  }

  #clear(): void {
    this.#ask("");
    this.#frame?.input.focus();
  }

  #onHotkey(event: KeyboardEvent): void {
    const { input } = this.#frame ?? {};
    if (event.defaultPrevented || event.isComposing || !matchesHotkey(event, this.#hotkeys)) return;
    const isOwn = event.composedPath()[0] === input;
    if (isTyping(event) && !(isOwn && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    if (this.opened) this.close();
    else void this.open();
  }

  #onKey(event: KeyboardEvent, talk: Conversation): void {
    if (event.defaultPrevented || event.isComposing) return;
    const { active } = talk.list;
    if (event.key === "Escape") {
      // A palette closes: the browser sees to that.
      if (this.mode === "palette" || this.query === "") return;
      event.preventDefault();
      this.#clear();
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      this.#onEnter(active, event.ctrlKey || event.metaKey, talk);
      return;
    }
    const step = stepOf(event, active !== null);
    if (step === null) {
      if (active && event.key.length === 1) talk.list.activate(null);
      return;
    }
    if (step !== "box") event.preventDefault();
    talk.list.step(step);
  }

  #onEnter(active: HTMLElement | null, newTab: boolean, talk: Conversation): void {
    if (!active) {
      if (this.#usesAddress()) writeAddress(this.query.trim());
      void talk.commit();
    } else if (newTab && active instanceof HTMLAnchorElement) {
      if (this.#tellSelect(active, true, talk)) window.open(active.href, "_blank", "noopener");
    } else {
      active.click();
    }
  }

  #onSelect(event: MouseEvent, talk: Conversation): void {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    if (!option || event.button > 1) return;
    const query = option.dataset["query"];
    if (query !== undefined) {
      this.#ask(query);
      this.#frame?.input.focus();
    } else if (option instanceof HTMLAnchorElement) {
      const newTab = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
      if (!this.#tellSelect(option, newTab, talk)) event.preventDefault();
      if (!newTab) this.close();
    }
  }

  /** Remember where the reader goes, and tell the page; false when the page sees to the rest. */
  #tellSelect(option: HTMLAnchorElement, newTab: boolean, talk: Conversation): boolean {
    if (this.#usesAddress()) writeAddress(this.query.trim());
    talk.remember();
    return this.#tell("inkdex:select", {
      query: talk.query,
      url: option.href,
      title: option.querySelector(".title, .heading")?.textContent ?? "",
      position: talk.list.placeOf(option) + 1,
      newTab,
    });
  }

  #onClose(talk: Conversation): void {
    talk.list.activate(null);
    talk.setFocused(false);
    const back = this.#cameFrom;
    this.#cameFrom = null;
    if (back instanceof HTMLElement && back !== document.body) back.focus({ preventScroll: true });
    this.#tell("inkdex:close", { query: this.query });
  }

  // What changes by itself

  #onOpen({ manifest }: SearchEngine): void {
    const { site, counts, revision } = manifest;
    this.#siteTitle = site.title;
    this.#showPlaceholder();
    this.#tell("inkdex:ready", { revision, title: site.title, language: site.language, documents: counts.documents });
  }

  #showPlaceholder(): void {
    if (!this.#frame) return;
    const { search, searchSite } = this.#texts.all;
    const own = this.#siteTitle ? fillText(searchSite, { site: this.#siteTitle }) : search;
    this.#frame.input.placeholder = this.getAttribute("placeholder") ?? own;
  }

  #showClear(): void {
    this.#frame?.root.classList.toggle("has-text", this.query !== "");
  }

  #tell<Name extends keyof InkdexEvents>(name: Name, detail: InkdexEvents[Name]): boolean {
    return tell(this, name, detail);
  }
}
