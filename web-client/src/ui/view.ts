import type { Manifest, SearchAnswer } from "../engine/index.ts";
import { joinUrl } from "../engine/results.ts";
import { safeHref } from "./links.ts";
import { byId } from "./make.ts";
import type { Message } from "./messages.ts";
import { renderResult } from "./result-list.ts";
import { renderSummary, speakSummary } from "./summary.ts";
import { countOf } from "./words.ts";

/** A screen reader is told of results once typing pauses, not at every key. */
const SPEAK_AFTER_MS = 700;

/** The page's elements, and what is shown in them. Knows nothing of how answers come about. */
export class View {
  readonly form = byId("form", HTMLFormElement);
  readonly box = byId("query", HTMLInputElement);
  readonly clear = byId("clear", HTMLButtonElement);
  readonly results = byId("results", HTMLOListElement);
  readonly more = byId("more", HTMLButtonElement);
  readonly #siteTitle = byId("site-title", HTMLAnchorElement);
  readonly #summary = byId("summary", HTMLDivElement);
  readonly #message = byId("message", HTMLElement);
  readonly #counts = byId("counts", HTMLSpanElement);
  readonly #announcement = byId("announcement", HTMLParagraphElement);
  #speaking: ReturnType<typeof setTimeout> | undefined;

  showSite({ site, counts }: Manifest): void {
    this.#siteTitle.textContent = site.title;
    this.#siteTitle.href = safeHref(joinUrl(site.baseUrl, ""));
    this.#siteTitle.lang = site.language;
    this.box.placeholder = `Search ${site.title}`;
    this.#counts.textContent = `${countOf(counts.documents, "page")}, ${countOf(counts.sections, "section")}`;
  }

  showQuery(text: string, siteTitle: string): void {
    this.clear.hidden = text === "";
    document.title = [text, siteTitle && `Search ${siteTitle}`].filter(Boolean).join(" – ") || "Search";
  }

  /** Dim what is shown, or show that something comes where nothing is yet. */
  showLoading(isLoading: boolean): void {
    document.body.classList.toggle("is-loading", isLoading);
    this.results.setAttribute("aria-busy", String(isLoading));
  }

  showAnswer(answer: SearchAnswer, siteLanguage: string, hasMore: boolean): void {
    this.#message.hidden = true;
    this.#summary.replaceChildren(...renderSummary(answer));
    this.#summary.hidden = false;
    this.results.replaceChildren(...answer.results.map((result) => renderResult(result, siteLanguage)));
    this.more.hidden = !hasMore;
    this.#speak(speakSummary(answer));
  }

  /** Show a message and nothing else. */
  showMessage(message: Message): void {
    this.#summary.hidden = true;
    this.results.replaceChildren();
    this.more.hidden = true;
    this.#message.dataset["state"] = message.state;
    this.#message.replaceChildren(...message.content);
    this.#message.hidden = false;
    this.#speak(message.spoken);
  }

  /** Focus the first link of a result; whether there is one. */
  focusResult(place: number): boolean {
    const link = this.results.children[place]?.querySelector<HTMLElement>("a[href]");
    link?.focus();
    return link != null;
  }

  /** Which link of the results has the focus, counted through all results; -1 for none. */
  focusedLink(): number {
    return this.#links().findIndex((link) => link === document.activeElement);
  }

  /** Give the focus back after results were shown anew; to none for -1. */
  focusLink(place: number): void {
    this.#links()[place]?.focus({ preventScroll: true });
  }

  #links(): readonly HTMLElement[] {
    return Array.from(this.results.querySelectorAll<HTMLElement>("a[href]"));
  }

  #speak(text: string): void {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      this.#announcement.textContent = text;
    }, SPEAK_AFTER_MS);
  }
}
