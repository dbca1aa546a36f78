import type { SearchAnswer } from "../engine/index.ts";
import { adoptStyles, make } from "./dom.ts";
import type { SearchEngine } from "./engine-api.ts";
import type { InkdexEvents } from "./events.ts";
import type { Choice, showFilters } from "./filters.ts";
import type { Frame } from "./frame.ts";
import { fillNodes, type Texts } from "./i18n/index.ts";
import { addRecent, clearRecent, openShelf, readRecent } from "./recent.ts";
import { type Item, ResultList } from "./result-list.ts";
import { renderResult } from "./result-view.ts";
import type { Session } from "./session.ts";
import { errorMessage, kindOfError, loadingMessage, type Message, nothingMessage, startMessage } from "./states.ts";

/** The engine returns no more. */
const MOST_RESULTS = 100;
/** Faster answers need no sign of waiting. */
const SHOW_LOADING_AFTER_MS = 150;
/** A screen reader, and listeners, are told once typing pauses, not at every key. */
const SPEAK_AFTER_MS = 700;
const NO_CHOICE: Choice = { tags: [], sort: "relevance" };

/** What the element decides. */
export interface Settings {
  /** Documents to show at first, and more at each wish. */
  readonly pageSize: number;
  readonly meaning: "auto" | "off";
  readonly keepsRecent: boolean;
  readonly showsTips: boolean;
  /** Names the site in the browser's storage. */
  readonly siteKey: string;
}

type Tell = <Name extends keyof InkdexEvents>(name: Name, detail: InkdexEvents[Name]) => boolean;

/** What was asked, and what is shown of it. */
interface Shown {
  readonly question: string;
  readonly answer: SearchAnswer;
}

/** Turns a query into what the frame shows: progress, answers, and what stands in their place. */
export class Conversation {
  readonly list: ResultList;
  readonly #frame: Frame;
  readonly #texts: Texts;
  readonly #session: Session;
  readonly #settings: () => Settings;
  readonly #tell: Tell;
  #running: AbortController | undefined;
  #shown: Shown | undefined;
  #showFilters: typeof showFilters | undefined;
  #choice = NO_CHOICE;
  #limit = 0;
  #isFocused = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #speaking: ReturnType<typeof setTimeout> | undefined;
  #telling: { readonly timer: ReturnType<typeof setTimeout>; readonly tell: () => void } | undefined;

  constructor(frame: Frame, texts: Texts, session: Session, settings: () => Settings, tell: Tell) {
    this.#frame = frame;
    this.#texts = texts;
    this.#session = session;
    this.#settings = settings;
    this.#tell = tell;
    const topEdge = (): number => (frame.dialog ? frame.panel.getBoundingClientRect().top : 0);
    this.list = new ResultList(frame.list, frame.input, topEdge);
    frame.more.addEventListener("click", () => this.#showMore());
  }

  get #text(): string {
    return this.#frame.input.value;
  }

  get query(): string {
    return this.#text.trim();
  }

  /** Answer what is typed from the start of its results. */
  ask(): Promise<boolean> {
    this.#limit = this.#settings().pageSize;
    if (this.query === "") this.#choice = NO_CHOICE;
    return this.#answer();
  }

  /** Answer from what is published now, as if nothing had been shown. */
  async askAnew(): Promise<void> {
    this.#session.forget();
    const active = this.list.active?.getAttribute("href");
    this.#shown = undefined;
    if (!(await this.#answer()) || !active) return;
    const options = this.#frame.list.querySelectorAll<HTMLElement>("a[role=option]");
    this.list.activate(Array.from(options).find((option) => option.getAttribute("href") === active) ?? null);
  }

  /** Enter without an active option: answer what is typed, and move to the best result. */
  async commit(): Promise<void> {
    this.remember();
    if ((await this.#answer()) && this.#shown) this.list.activateItem(0);
  }

  /** Keep the query as a recent one, and tell listeners of it now. */
  remember(): void {
    const { keepsRecent, siteKey } = this.#settings();
    if (keepsRecent && this.query) addRecent(openShelf(), siteKey, this.query);
    this.#telling?.tell();
  }

  /** The reader comes or goes: recent searches show while the box is in use. */
  setFocused(isFocused: boolean): void {
    if (isFocused === this.#isFocused) return;
    this.#isFocused = isFocused;
    if (this.query === "") this.#showStart();
  }

  /** Forget what runs. */
  stop(): void {
    this.#running?.abort();
    clearTimeout(this.#waiting);
    clearTimeout(this.#speaking);
    clearTimeout(this.#telling?.timer);
  }

  #choose(choice: Choice): void {
    this.#choice = choice;
    this.#limit = this.#settings().pageSize;
    const focused = this.#frame.filters.querySelector<HTMLElement>(":focus")?.dataset["name"];
    void this.#answer().then((isNewest) => {
      const chips = Array.from(this.#frame.filters.querySelectorAll<HTMLElement>(".chip"));
      const same = chips.find((chip) => chip.dataset["name"] === focused);
      if (isNewest && focused) (same ?? this.#frame.input).focus();
    });
  }

  async #showMore(): Promise<void> {
    const shown = this.list.count;
    this.#limit = Math.min(this.#limit + this.#settings().pageSize, MOST_RESULTS);
    this.#frame.input.focus({ preventScroll: true });
    if (await this.#answer()) this.list.activateItem(shown);
  }

  /** Answer what is typed; false when something newer was asked meanwhile. */
  async #answer(isRetry = false): Promise<boolean> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    if (this.query === "") {
      this.#showStart();
      return true;
    }
    this.#waiting = setTimeout(() => this.#showWaiting(), SHOW_LOADING_AFTER_MS);
    try {
      await this.#run(signal);
    } catch (error) {
      if (signal.aborted) return false;
      // A newer revision may have taken the place of the one whose file is gone.
      if (!isRetry && kindOfError(error) === "missing") {
        this.#session.forget();
        return this.#answer(true);
      }
      this.#showError(error);
    } finally {
      if (!signal.aborted) this.#endWaiting();
    }
    return !signal.aborted;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const engine = await this.#session.open();
    signal.throwIfAborted();
    const { meaning } = this.#settings();
    const { tags, sort } = this.#choice;
    const question = JSON.stringify([this.#text, tags, sort, engine.manifest.revision]);
    const show = (answer: SearchAnswer): void => {
      if (signal.aborted) return;
      // Meaning may still find what words do not.
      if (answer.results.length > 0) this.#showAnswer(question, answer, engine);
    };
    // It is there when the last answer is, so that nothing moves a second time.
    const loading = this.#loadFilters(engine.manifest);
    const answer = await engine.query(this.#text, {
      limit: this.#limit,
      meaning,
      filter: { tags },
      sort,
      facets: true,
      signal,
      onUpdate: show,
    });
    await loading;
    signal.throwIfAborted();
    show(answer);
    if (answer.results.length === 0) await this.#showNothing(engine, signal);
    this.#tellSoon(answer);
  }

  #showAnswer(question: string, answer: SearchAnswer, engine: SearchEngine): void {
    const { language } = engine.manifest.site;
    const items = answer.results.map(
      (result): Item => ({
        key: result.url,
        signature: JSON.stringify([result.title, result.date, result.tags, result.sections]),
        render: () => renderResult(result, language, this.#texts),
      }),
    );
    const { all } = this.#texts;
    const count = this.#describeCount(answer);
    const meant = answer.corrections.length > 0 ? `${this.#describeCorrections(answer).textContent}. ` : "";
    const everything = `${meant}${count}. ${all.useArrows}`;
    if (this.#shown?.question === question) {
      const { moved, kept } = this.list.update(items);
      const reordered = kept > 0 ? `${all.reordered} ${all.kept}` : all.reordered;
      // While nobody has heard of the answer before, this one is said instead.
      if (this.#speaking !== undefined) this.#speak(everything);
      else if (moved && answer.meaning === "used") this.#speak(reordered);
      else if (answer.results.length > this.#shown.answer.results.length) this.#speak(count);
    } else {
      this.list.show(items);
      this.#speak(everything);
    }
    this.#shown = { question, answer };
    this.#endWaiting();
    this.#frame.list.setAttribute("aria-label", all.results);
    this.#setMessage(null);
    this.#setExpanded(true);
    this.#setBar(answer);
    const shown = answer.results.length;
    this.#frame.more.hidden = shown < this.#limit || shown >= MOST_RESULTS || shown === answer.total;
  }

  #setBar(answer: SearchAnswer): void {
    const { status } = this.#frame;
    const pending = answer.meaning === "pending" ? ` · ${this.#texts.all.refining}` : "";
    status.textContent = `${this.#describeCount(answer)}${pending}`;
    status.hidden = false;
    this.#setNote([
      ...(answer.corrections.length > 0 ? [this.#describeCorrections(answer)] : []),
      ...(answer.meaning === "unavailable" ? [make("p", { class: "quiet" }, this.#texts.all.wordsOnly)] : []),
    ]);
    this.#setFilters(answer);
  }

  #setFilters({ facets, results }: SearchAnswer): void {
    const hasDates = facets !== undefined && results.some(({ date }) => date !== "");
    const choose = (choice: Choice): void => this.#choose(choice);
    this.#showFilters?.(this.#frame.filters, facets?.tags ?? [], this.#choice, hasDates, this.#texts, choose);
  }

  /** Many sites have neither tags nor dates. Without the script results stand alone; the next query tries again. */
  async #loadFilters({ facets }: SearchEngine["manifest"]): Promise<void> {
    if (this.#showFilters || facets.tags + facets.dates === 0) return;
    try {
      this.#showFilters = (await import("./filters.ts")).showFilters;
    } catch {
      // As above.
    }
  }

  /** `12 pages`; where nobody has counted, how many of them are shown. */
  #describeCount({ total, results }: SearchAnswer): string {
    const { pages, best } = this.#texts.all;
    return total === null ? this.#texts.count(best, results.length) : this.#texts.count(pages, total);
  }

  #describeCorrections({ corrections }: SearchAnswer): HTMLElement {
    const meant = corrections.flatMap((correction, place) => [
      ...(place > 0 ? [", "] : []),
      make("strong", {}, correction.meant),
    ]);
    const typed = [corrections.map((correction) => correction.typed).join(", ")];
    return make("p", { part: "correction" }, ...fillNodes(this.#texts.all.corrected, { meant, typed }));
  }

  /** Nothing is typed: recent searches and tips. */
  #showStart(): void {
    this.#clearAnswer();
    this.#endWaiting();
    this.#setOptions(this.#texts.all.recent, []);
    this.#setMessage(startMessage(this.#texts, this.#settings().showsTips));
    if (this.#recent().length > 0) void this.#showRecent();
  }

  /** What was searched, while the box is in use and empty. */
  #recent(): readonly string[] {
    const { keepsRecent, siteKey } = this.#settings();
    return keepsRecent && this.#isFocused && this.query === "" ? readRecent(openShelf(), siteKey) : [];
  }

  async #showRecent(): Promise<void> {
    const offers = await this.#loadOffers();
    const recent = this.#recent();
    if (!offers || recent.length === 0) return;
    const forget = (): void => {
      clearRecent(openShelf(), this.#settings().siteKey);
      this.#frame.input.focus();
      this.#showStart();
    };
    this.#setOptions(this.#texts.all.recent, [offers.recentItem(this.#texts, recent)]);
    this.#setNote([offers.makeClearButton(this.#texts, forget)]);
  }

  /** Few are offered queries, so what shows them is loaded then; undefined where it cannot be. */
  async #loadOffers(): Promise<typeof import("./offers.ts") | undefined> {
    try {
      const offers = await import("./offers.ts");
      adoptStyles(this.#frame.root.getRootNode(), offers.styles);
      return offers;
    } catch {
      return undefined;
    }
  }

  async #showNothing(engine: SearchEngine, signal: AbortSignal): Promise<void> {
    const query = this.query;
    const { tags, sort } = this.#choice;
    const withoutFilters = tags.length > 0 ? () => this.#choose({ tags: [], sort }) : undefined;
    this.#clearAnswer();
    this.#setOptions("", []);
    this.#endWaiting(); // suggestions take a while: what they are for has been said
    this.#setMessage(nothingMessage(this.#texts, query, this.#settings().showsTips, withoutFilters));
    const offers = await this.#loadOffers();
    const suggestions = (await offers?.suggestQueries(engine, query, signal).catch(() => [])) ?? [];
    if (!offers || signal.aborted || suggestions.length === 0) return;
    const { didYouMean } = this.#texts.all;
    this.#setOptions(didYouMean, [offers.suggestionsItem(this.#texts, suggestions)]);
    this.#speak(
      `${this.#frame.message.querySelector(".headline")?.textContent}. ${didYouMean}: ${suggestions.join(", ")}`,
    );
  }

  #showError(error: unknown): void {
    this.#clearAnswer();
    this.#setOptions("", []);
    const retry = (): void => {
      this.#session.forget();
      this.#frame.input.focus();
      void this.#answer();
    };
    this.#setMessage(errorMessage(this.#texts, error, retry));
    const code = kindOfError(error);
    this.#tell("inkdex:error", {
      query: this.query,
      code,
      message: error instanceof Error ? error.message : String(error),
    });
  }

  /** The connection is back. */
  resume(): void {
    if (this.#frame.message.dataset["state"] === "offline") void this.#answer();
  }

  /** Dim what is shown, or show that something comes where nothing is yet. */
  #showWaiting(): void {
    this.#setBusy(true);
    if (this.#shown) return;
    this.#setOptions("", []);
    this.#setNote([]);
    this.#setMessage(loadingMessage(this.#texts));
  }

  /** What is shown is of the question that was asked last, though it may yet get better. */
  #endWaiting(): void {
    clearTimeout(this.#waiting);
    this.#setBusy(false);
  }

  #setBusy(isBusy: boolean): void {
    this.#frame.root.classList.toggle("is-busy", isBusy);
    this.#frame.list.setAttribute("aria-busy", String(isBusy));
  }

  /** Show other options, or none, in a list of this name. */
  #setOptions(label: string, items: readonly Item[]): void {
    this.list.show(items);
    this.#frame.list.setAttribute("aria-label", label);
    this.#setExpanded(items.length > 0);
  }

  #setExpanded(hasOptions: boolean): void {
    this.#frame.list.hidden = !hasOptions;
    this.#frame.input.setAttribute("aria-expanded", String(hasOptions));
  }

  #setNote(content: readonly Node[]): void {
    this.#frame.note.replaceChildren(...content);
    this.#frame.note.hidden = content.length === 0;
  }

  #clearAnswer(): void {
    const { status, filters, more } = this.#frame;
    this.#shown = undefined;
    this.#setNote([]);
    for (const element of [status, filters, more]) element.hidden = true;
  }

  #setMessage(message: Message | null): void {
    const { message: place } = this.#frame;
    place.dataset["state"] = message?.state ?? "";
    place.replaceChildren(...(message?.content ?? []));
    place.hidden = place.childElementCount === 0;
    if (message) this.#speak(message.spoken);
  }

  #speak(text: string): void {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      this.#speaking = undefined;
      this.#frame.announcement.textContent = text;
    }, SPEAK_AFTER_MS);
  }

  /** Tell listeners of a query when typing pauses, or before its result is followed. */
  #tellSoon(answer: SearchAnswer): void {
    clearTimeout(this.#telling?.timer);
    const { tags, sort } = this.#choice;
    const { meaning = "off", results, total, took_ms: took } = answer;
    const detail = { query: this.query, shown: results.length, total, meaning, tags, sort, took };
    const tell = (): void => {
      clearTimeout(this.#telling?.timer);
      this.#telling = undefined;
      this.#tell("inkdex:search", detail);
    };
    this.#telling = { timer: setTimeout(tell, SPEAK_AFTER_MS), tell };
  }
}
