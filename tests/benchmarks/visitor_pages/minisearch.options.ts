import type { Options, SearchOptions } from "minisearch";
import type { PeerDocument } from "./peer-documents.ts";

/** Pages with their headings; of each, only what names it is kept in the index. */
export const INDEXED: Options<PeerDocument> = {
  fields: ["title", "headings", "text"],
  storeFields: ["url", "title"],
};

/** As VitePress, which puts MiniSearch into most sites that have it, asks. */
export const ASKED: SearchOptions = { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, headings: 1 } };
