/** Pagefind, as its documentation says: `search`, then the data of the first results. */

import type { Found } from "./adapter.ts";

const SCRIPT = "/pagefind/pagefind.js";

interface Pagefind {
  readonly search: (text: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly data: () => Promise<{
    readonly url: string;
    readonly excerpt: string;
    readonly meta: { readonly title: string };
  }>;
}

window.openEngine = async () => {
  const pagefind = (await import(/* @vite-ignore */ SCRIPT)) as Pagefind;
  return {
    search: async (text, limit) => {
      const { results } = await pagefind.search(text);
      const shown = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return shown.map(({ url, excerpt, meta }): Found => ({ url, title: meta.title, snippet: excerpt }));
    },
  };
};
