/** Index pages with MiniSearch: `index.json`, and the text of each page for snippets. For Node.js. */

import { mkdirSync, writeFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { INDEXED } from "./minisearch.options.ts";
import { readArguments } from "./peer-documents.ts";

const [documents, folder] = readArguments();
const index = new MiniSearch(INDEXED);
index.addAll(documents);
mkdirSync(`${folder}/texts`, { recursive: true });
writeFileSync(`${folder}/index.json`, JSON.stringify(index));
for (const { id, text } of documents) writeFileSync(`${folder}/texts/${id}.json`, JSON.stringify(text));
