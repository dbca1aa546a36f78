/** Inkdex, as its documentation says: import the engine, open the site, ask. */

import type { createSearch as CreateSearch, Marked } from "inkdex";
import type { Found } from "./adapter.ts";

const SCRIPT = "/_inkdex/engine.js";

const textOf = (pieces: Marked): string => pieces.map(({ text }) => text).join("");

window.openEngine = async ({ hybrid }) => {
  const { createSearch } = (await import(/* @vite-ignore */ SCRIPT)) as { createSearch: typeof CreateSearch };
  const search = await createSearch({ base: "/inkdex/", site: "site" });
  // The page's search box does so when it is given the focus.
  void search.warmUp();
  return {
    search: async (text, limit) => {
      const { results } = await search.query(text, { limit, meaning: hybrid ? "auto" : "off" });
      return results.map(({ url, title, sections }): Found => {
        const [best] = sections;
        return { url, title: textOf(title), snippet: best ? textOf(best.snippet) : "" };
      });
    },
  };
};
