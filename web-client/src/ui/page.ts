import { createSearch, type Search } from "../engine/index.ts";
import { readAddress, writeAddress, writeAddressSoon } from "./address.ts";
import { listenToKeys } from "./keyboard.ts";
import { errorMessage, loadingMessage, nothingMessage, startMessage } from "./messages.ts";
import type { View } from "./view.ts";

const PAGE_SIZE = 10;
/** The engine returns no more. */
const MOST_RESULTS = 100;
/** Faster answers need no sign of waiting. */
const SHOW_LOADING_AFTER_MS = 150;

/** The search page of a site: turns typing into queries, and answers into what the view shows. */
export class SearchPage {
  readonly #view: View;
  readonly #site: string;
  #opening: Promise<Search> | undefined;
  #running: AbortController | undefined;
  #limit = PAGE_SIZE;
  #siteTitle = "";

  constructor(view: View, site: string) {
    this.#view = view;
    this.#site = site;
  }

  /** Listen to the visitor, and answer the query in the address. */
  start(): void {
    const { box, form, clear, more, results } = this.#view;
    box.value = readAddress() || box.value;
    box.addEventListener("input", (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#onTyping();
    });
    box.addEventListener("compositionend", () => this.#onTyping());
    form.addEventListener("submit", (event) => event.preventDefault());
    clear.addEventListener("click", () => this.#clear());
    more.addEventListener("click", () => this.#showMore());
    results.addEventListener("click", () => writeAddress(this.#text.trim()));
    listenToKeys(box, results, { commit: () => this.#commit(), clear: () => this.#clear() });
    // On a phone this would open the keyboard over the page.
    if (window.matchMedia("(hover: hover)").matches) box.focus();
    void this.#answer();
  }

  /** Answer what is typed from the newest revision. */
  async refresh(): Promise<void> {
    const place = this.#view.focusedLink();
    this.#opening = undefined;
    if (await this.#answer()) this.#view.focusLink(place);
  }

  get #text(): string {
    return this.#view.box.value;
  }

  #onTyping(): void {
    this.#limit = PAGE_SIZE;
    writeAddressSoon(this.#text.trim());
    void this.#answer();
  }

  #clear(): void {
    this.#view.box.value = "";
    this.#limit = PAGE_SIZE;
    writeAddress("");
    this.#view.box.focus();
    window.scrollTo({ top: 0 });
    void this.#answer();
  }

  /** Enter: answer what is typed, and move to the best result. A second Enter opens it. */
  async #commit(): Promise<void> {
    writeAddress(this.#text.trim());
    if (await this.#answer()) this.#view.focusResult(0);
  }

  async #showMore(): Promise<void> {
    const shown = this.#view.results.childElementCount;
    this.#limit = Math.min(this.#limit + PAGE_SIZE, MOST_RESULTS);
    if (await this.#answer()) this.#view.focusResult(shown);
  }

  /** Answer what is typed; false when something newer was typed meanwhile. */
  async #answer(): Promise<boolean> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    this.#view.showQuery(this.#text.trim(), this.#siteTitle);
    const waiting = setTimeout(() => this.#showWaiting(), SHOW_LOADING_AFTER_MS);
    try {
      await this.#show(signal);
    } catch (error) {
      if (!signal.aborted) this.#view.showMessage(errorMessage(error, () => this.#retry()));
    } finally {
      clearTimeout(waiting);
      if (!signal.aborted) this.#view.showLoading(false);
    }
    return !signal.aborted;
  }

  async #show(signal: AbortSignal): Promise<void> {
    const search = await this.#open();
    signal.throwIfAborted();
    const text = this.#text;
    if (text.trim() === "") {
      this.#view.showMessage(startMessage(search.manifest));
      return;
    }
    const answer = await search.query(text, { limit: this.#limit, signal });
    const shown = answer.results.length;
    const hasMore = shown === this.#limit && shown < MOST_RESULTS && shown !== answer.total;
    if (shown === 0) this.#view.showMessage(nothingMessage(text.trim()));
    else this.#view.showAnswer(answer, search.manifest.site.language, hasMore);
  }

  #showWaiting(): void {
    this.#view.showLoading(true);
    if (this.#view.results.childElementCount === 0) this.#view.showMessage(loadingMessage());
  }

  /** Open the index again: a newer revision may have taken the place of the one whose files failed. */
  #retry(): void {
    this.#opening = undefined;
    this.#view.box.focus();
    void this.#answer();
  }

  #open(): Promise<Search> {
    if (this.#opening) return this.#opening;
    const opening = this.#openNow();
    this.#opening = opening;
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = undefined;
    });
    return opening;
  }

  async #openNow(): Promise<Search> {
    const search = await createSearch({ base: "/", site: this.#site });
    this.#siteTitle = search.manifest.site.title;
    this.#view.showSite(search.manifest);
    this.#view.showQuery(this.#text.trim(), this.#siteTitle);
    void search.warmUp();
    return search;
  }
}
