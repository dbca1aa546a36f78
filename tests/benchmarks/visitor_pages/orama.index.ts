/** Index pages with Orama: `index.json`, which holds the pages too. For Node.js. */

import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { create, insertMultiple, save } from "@orama/orama";
import { SCHEMA } from "./orama.schema.ts";
import { readArguments } from "./peer-documents.ts";

const [documents, folder] = readArguments();
const index = create({ schema: SCHEMA });
await insertMultiple(
  index,
  documents.map(({ id, ...fields }) => ({ id: String(id), ...fields })),
);
mkdirSync(folder, { recursive: true });
const file = openSync(`${folder}/index.json`, "w");
// Written in pieces: of thousands of pages it is longer than a string may be.
function write(value: unknown, depth: number): void {
  if (depth === 0 || typeof value !== "object" || value === null || Array.isArray(value)) {
    writeSync(file, JSON.stringify(value));
    return;
  }
  let before = "{";
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined) continue;
    writeSync(file, `${before}${JSON.stringify(key)}:`);
    write(part, depth - 1);
    before = ",";
  }
  writeSync(file, before === "{" ? "{}" : "}");
}
write(save(index), 4);
closeSync(file);
