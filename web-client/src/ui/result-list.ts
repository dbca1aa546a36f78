import type { DocumentResult, Marked, SectionResult } from "../engine/index.ts";
import { readablePath, safeHref } from "./links.ts";
import { type Child, make } from "./make.ts";
import { formatDate } from "./words.ts";

/** One document with its best sections, as a list item. Content becomes text nodes and `mark` elements only. */
export function renderResult(result: DocumentResult, siteLanguage: string): HTMLLIElement {
  const [untitled] = result.sections.filter(({ url }) => url === result.url);
  const sections = result.sections.filter((section) => section !== untitled);
  return make(
    "li",
    { class: "result", lang: result.language || siteLanguage, dir: "auto", "data-testid": "result" },
    make(
      "div",
      { class: "block" },
      make("h2", { class: "title" }, link(result.url, ...renderMarked(result.title))),
      renderAbout(result),
      ...(untitled ? [renderSnippet(untitled)] : []),
    ),
    ...(sections.length > 0 ? [make("ul", { class: "sections" }, ...sections.map(renderSection))] : []),
  );
}

function renderAbout(result: DocumentResult): HTMLElement {
  const day = formatDate(result.date);
  return make(
    "p",
    { class: "about" },
    make("span", { class: "path", dir: "ltr" }, readablePath(result.url)),
    ...(day ? [make("time", { datetime: result.date }, day)] : []),
    ...(result.tags.length > 0 ? [make("span", { class: "tags" }, result.tags.join(", "))] : []),
  );
}

const renderSection = (section: SectionResult): HTMLElement =>
  make(
    "li",
    { class: "block", "data-testid": "section" },
    make(
      "h3",
      { class: "heading" },
      ...section.breadcrumb.map((heading) => make("span", { class: "above" }, `${heading} › `)),
      link(section.url, ...renderMarked(section.heading)),
    ),
    renderSnippet(section),
  );

const renderSnippet = (section: SectionResult): HTMLElement =>
  make(
    "p",
    { class: section.isCode ? "snippet code" : "snippet", "data-testid": "snippet" },
    ...renderMarked(section.snippet),
  );

const link = (url: string, ...children: readonly Child[]): HTMLElement =>
  make("a", { href: safeHref(url), "data-testid": "link" }, ...children);

const renderMarked = (pieces: Marked): readonly Child[] =>
  pieces.map(({ text, hit }) => (hit ? make("mark", {}, text) : text));
