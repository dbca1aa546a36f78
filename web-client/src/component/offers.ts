/** Queries that are offered: recent searches, and suggestions where nothing was found. Loaded where there are any. */

import { CLOCK, icon, LENS, make } from "./dom.ts";
import type { Texts } from "./i18n/index.ts";
import type { Item } from "./result-list.ts";
import { nextId } from "./result-view.ts";
import { makeButton } from "./states.ts";

export { default as styles } from "./offers.css?inline";
export { suggestQueries } from "./suggestions.ts";

export const recentItem = ({ all }: Texts, queries: readonly string[]): Item =>
  queriesItem("recent", all.recent, queries, () => icon(CLOCK, "clock"));

export const suggestionsItem = ({ all }: Texts, queries: readonly string[]): Item =>
  queriesItem("suggestions", all.didYouMean, queries, () => icon(LENS, "lens"));

/** Forgets recent searches; it stands beside their title. */
export function makeClearButton({ all }: Texts, forget: () => void): HTMLElement {
  const button = makeButton(all.clearRecent, forget, "plain");
  button.setAttribute("aria-label", `${all.clearRecent}: ${all.recent}`);
  return make("div", { class: "beside" }, button);
}

function queriesItem(key: string, title: string, queries: readonly string[], picture: () => Node): Item {
  const render = (): HTMLElement => {
    const label = make("span", { class: "caption", id: nextId() }, title);
    const options = queries.map((query) => renderQuery(query, picture()));
    return make("div", { part: "queries", role: "group", "aria-labelledby": label.id }, label, ...options);
  };
  return { key, signature: JSON.stringify(queries), render };
}

/** A query to be put into the box. */
const renderQuery = (query: string, picture: Node): HTMLElement =>
  make(
    "div",
    {
      part: "option query",
      role: "option",
      id: nextId(),
      dir: "auto",
      "aria-selected": "false",
      "data-query": query,
    },
    picture,
    make("span", { class: "words" }, query),
  );
