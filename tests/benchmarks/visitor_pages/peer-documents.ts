/** The pages that peers index: the same text that Inkdex has taken of each. For Node.js. */

import { readFileSync } from "node:fs";

export interface PeerDocument {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  /** One a line. */
  readonly headings: string;
  /** Prose and code. */
  readonly text: string;
}

export const readDocuments = (file: string): readonly PeerDocument[] =>
  JSON.parse(readFileSync(file, "utf8")) as readonly PeerDocument[];

/** The two arguments of a script that makes an index: the file of documents, and the folder to write to. */
export function readArguments(): readonly [documents: readonly PeerDocument[], folder: string] {
  const [, , file, folder] = process.argv;
  if (!file || !folder) throw new Error("usage: node SCRIPT DOCUMENTS.json FOLDER");
  return [readDocuments(file), folder];
}
