/** Orama: the whole index is loaded, with the text of all pages. */

import type * as Orama from "@orama/orama";
import type { RawData } from "@orama/orama";
import type { Found } from "./adapter.ts";
import { SCHEMA } from "./orama.schema.ts";
import type { PeerDocument } from "./peer-documents.ts";
import { cutSnippet } from "./snippets.ts";

const SCRIPT = "/engines/orama.js";

window.openEngine = async () => {
  const [orama, index] = await Promise.all([
    import(/* @vite-ignore */ SCRIPT) as Promise<Pick<typeof Orama, "create" | "load" | "search">>,
    fetch("/orama/index.json").then((response) => response.json() as Promise<RawData>),
  ]);
  const database = orama.create({ schema: SCHEMA });
  orama.load(database, index);
  return {
    search: async (text, limit) => {
      const { hits } = await orama.search(database, { term: text, limit, boost: { title: 2 } });
      return hits.map(({ document }): Found => {
        // The schema names what is indexed; a document is given back whole.
        const page = document as unknown as PeerDocument;
        return { url: page.url, title: page.title, snippet: cutSnippet(page.text, text) };
      });
    },
  };
};
