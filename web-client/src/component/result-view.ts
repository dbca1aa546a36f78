import type { DocumentResult, Marked, SectionResult } from "../engine/index.ts";
import { type Child, make } from "./dom.ts";
import type { Texts } from "./i18n/index.ts";
import { readablePath, safeHref } from "./links.ts";

let made = 0;

/** An id that no other element of the page's components has. */
export function nextId(): string {
  made += 1;
  return `i${made}`;
}

/**
 * One document with its best sections: a group of the list box, in which the document and each section are options. An
 * option is the very link, so the browser's own ways to follow one work. Content becomes text nodes and `mark` only.
 */
export function renderResult(result: DocumentResult, siteLanguage: string, texts: Texts): HTMLElement {
  const [untitled] = result.sections.filter(({ url }) => url === result.url);
  const sections = result.sections.filter((section) => section !== untitled);
  const title = make("span", { part: "title", id: nextId() }, ...renderMarked(result.title));
  return make(
    "div",
    {
      part: "result",
      role: "group",
      "aria-labelledby": title.id,
      lang: result.language || siteLanguage,
    },
    renderOption("document", result.url, [
      title,
      renderAbout(result, texts),
      ...(untitled ? [renderSnippet(untitled)] : []),
    ]),
    ...sections.map(renderSection),
  );
}

function renderAbout(result: DocumentResult, texts: Texts): HTMLElement {
  const day = texts.date(result.date);
  const path = readablePath(result.url);
  return make(
    "span",
    { part: "about" },
    ...(path ? [make("span", { part: "path", dir: "ltr" }, path)] : []),
    ...(day ? [make("time", { part: "date", datetime: result.date, lang: texts.language, dir: "auto" }, day)] : []),
    ...(result.tags.length > 0
      ? [make("span", { class: "tags" }, ...result.tags.map((tag) => make("span", { part: "tag" }, tag)))]
      : []),
  );
}

function renderSection(section: SectionResult): HTMLElement {
  const heading = make(
    "span",
    { part: "heading" },
    ...section.breadcrumb.map((above) => make("span", { part: "breadcrumb" }, `${above} › `)),
    ...renderMarked(section.heading),
  );
  return renderOption("section", section.url, [heading, renderSnippet(section)]);
}

const renderOption = (kind: string, url: string, content: readonly HTMLElement[]): HTMLAnchorElement =>
  make(
    "a",
    {
      part: `option ${kind}`,
      role: "option",
      id: nextId(),
      href: safeHref(url),
      tabindex: "-1",
      dir: "auto",
      "aria-selected": "false",
    },
    ...content,
  );

const renderSnippet = ({ isCode, snippet }: SectionResult): HTMLElement =>
  isCode
    ? make("code", { part: "snippet code", dir: "ltr" }, ...renderMarked(snippet))
    : make("span", { part: "snippet" }, ...renderMarked(snippet));

const renderMarked = (pieces: Marked): readonly Child[] =>
  pieces.map(({ text, hit }) => (hit ? make("mark", { part: "mark" }, text) : text));
