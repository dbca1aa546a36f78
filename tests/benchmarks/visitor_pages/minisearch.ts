/** MiniSearch: the whole index is loaded; the texts of the results are fetched for their snippets, as VitePress does. */

import type MiniSearch from "minisearch";
import type { Found } from "./adapter.ts";
import { ASKED, INDEXED } from "./minisearch.options.ts";
import { cutSnippet } from "./snippets.ts";

const SCRIPT = "/engines/minisearch.js";

const texts = new Map<number, Promise<string>>();

async function fetchText(id: number): Promise<string> {
  return (await fetch(`/minisearch/texts/${id}.json`)).json();
}

function readText(id: number): Promise<string> {
  const text = texts.get(id) ?? fetchText(id);
  texts.set(id, text);
  return text;
}

window.openEngine = async () => {
  // Both at once: neither needs the other.
  const [module, index] = await Promise.all([
    import(/* @vite-ignore */ SCRIPT) as Promise<{ default: typeof MiniSearch }>,
    fetch("/minisearch/index.json").then((response) => response.text()),
  ]);
  const search = module.default.loadJSON(index, INDEXED);
  return {
    search: (text, limit) =>
      Promise.all(
        search
          .search(text, ASKED)
          .slice(0, limit)
          .map(
            async ({ id, url, title }): Promise<Found> => ({
              url,
              title,
              snippet: cutSnippet(await readText(id), text),
            }),
          ),
      ),
  };
};
