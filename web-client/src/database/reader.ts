/**
 * What a search reads of a site, from its database instead of its shards: the same postings, words and documents, so that
 * the same ranking gives the same results (tests/golden).
 */

import { Directory } from "../engine/directory.ts";
import { type DocumentReader, type StoredDocument, type StoredSection, withBreadcrumbs } from "../engine/documents.ts";
import { ArtifactError, decodeArtifact } from "../engine/errors.ts";
import type { KnownWord, LexiconReader } from "../engine/lexicon.ts";
import type { Manifest } from "../engine/manifest.ts";
import { decodePostings, NO_POSTINGS, type Postings, rankedOf } from "../engine/postings.ts";
import type { SiteDatabase } from "./database.ts";
import type { SqlParameters, SqlValue } from "./protocol.ts";

/** More than any site has; a question of the engine must not be cut off. */
const ALL_ROWS = 10_000_000;
/** Nobody waits that long for a search; a damaged database must not hold the others up for ever. */
const TIMEOUT_MS = 60_000;

const POSTINGS = "SELECT frequency, postings FROM terms WHERE term = ?";
/** No character is beyond U+10FFFF. */
const WORDS = "SELECT word, count FROM words WHERE word >= ?1 AND word < ?1 || char(1114111) ORDER BY word";
const DIRECTORY = "SELECT first_section, section_count FROM documents ORDER BY id";
/** Tags stand in the author's order, which only the front matter knows. */
const DOCUMENT = `
SELECT d.url, d.title, d.description, d.language, coalesce(d.published, d.updated, ''), coalesce(d.image, ''),
  (SELECT json_group_array(t.name ORDER BY instr(f.tags, json_quote(t.name)), instr(f.tags, t.name), t.id)
   FROM document_tags AS l JOIN tags AS t ON t.id = l.tag_id
   LEFT JOIN (SELECT document_id, coalesce(json_extract(json, '$.tags'), '') AS tags FROM front_matter) AS f
     ON f.document_id = l.document_id
   WHERE l.document_id = d.id AND t.kind = 'tag')
FROM documents AS d WHERE d.id = ?`;
/** All sections, since their headings are the breadcrumbs of others; text only of those that are asked for. */
const SECTIONS = `
SELECT level, anchor, heading, wanted, iif(wanted, text, ''), iif(wanted, code, '')
FROM (SELECT *, position IN (SELECT value FROM json_each(?2)) AS wanted FROM sections WHERE document_id = ?1)
ORDER BY position`;

/** Takes the place of `LexiconReader` and `DocumentReader`. */
export class DatabaseReader
  implements
    Pick<LexiconReader, "readPostings" | "readWholeList" | "readWords">,
    Pick<DocumentReader, "readDirectory" | "readDocument">
{
  readonly #database: SiteDatabase;
  readonly #manifest: Manifest;
  #directory: Promise<Directory> | undefined;

  /** `manifest` is that of the database's revision. */
  constructor(database: SiteDatabase, manifest: Manifest) {
    this.#database = database;
    this.#manifest = manifest;
  }

  /** What ranking counts of a term's list; empty for an unknown term. */
  async readPostings(term: string, signal?: AbortSignal): Promise<Postings> {
    return rankedOf(await this.readWholeList(term, signal));
  }

  /** The whole list of a term; empty for an unknown term. */
  async readWholeList(term: string, signal?: AbortSignal): Promise<Postings> {
    const [row] = await this.#ask(POSTINGS, [term], signal);
    if (!row) return NO_POSTINGS;
    const [size, postings] = row as [number, Uint8Array];
    return decodeArtifact(this.#manifest.database.path, () => ({ size, groups: decodePostings([postings], size) }));
  }

  /** All words that begin with `prefix`, in code-point order. */
  async readWords(prefix: string, signal?: AbortSignal): Promise<readonly KnownWord[]> {
    const rows = await this.#ask(WORDS, [prefix], signal);
    return rows.map(([word, count]) => ({ word: word as string, count: count as number }));
  }

  /** Which sections belong to which document. Places of files are none of its business here. */
  async readDirectory(signal?: AbortSignal): Promise<Directory> {
    this.#directory ??= this.#readDirectory().catch((error: unknown) => {
      this.#directory = undefined;
      throw error;
    });
    const directory = await this.#directory;
    signal?.throwIfAborted();
    return directory;
  }

  /** A document with the text of the sections at these places, at least. */
  async readDocument(
    _: Directory,
    document: number,
    places: readonly number[],
    signal?: AbortSignal,
  ): Promise<StoredDocument> {
    const wanted = JSON.stringify(places.length > 0 ? places : [0]);
    const [[found], sections] = await Promise.all([
      this.#ask(DOCUMENT, [document], signal),
      this.#ask(SECTIONS, [document, wanted], signal),
    ]);
    if (!found) {
      throw new ArtifactError("corrupt", this.#manifest.database.path, `there is no document ${document}`);
    }
    const [url, title, description, language, date, image, tags] = found as readonly string[];
    return {
      url: url as string,
      title: title as string,
      description: description as string,
      language: language === this.#manifest.site.language ? "" : (language as string),
      date: date as string,
      image: image as string,
      tags: JSON.parse(tags as string),
      sections: readSections(sections),
    };
  }

  async #readDirectory(): Promise<Directory> {
    const rows = await this.#ask(DIRECTORY, [], undefined);
    // One run of sections a document, in files that do not exist.
    return new Directory({
      packs: [],
      partLeaves: Uint32Array.of(0),
      documentLeaves: Uint32Array.from({ length: rows.length + 1 }, (__, document) => document),
      firstSections: Uint32Array.from(rows, ([first]) => first as number),
      sections: Uint32Array.from(rows, ([, count]) => count as number),
      units: new Uint32Array(rows.length),
    });
  }

  /** A question is quick: it is answered even when nobody wants to know any more, since stopping costs a new worker. */
  async #ask(sql: string, parameters: SqlParameters, signal: AbortSignal | undefined): Promise<Rows> {
    signal?.throwIfAborted();
    const { rows } = await this.#database.query(sql, parameters, { limit: ALL_ROWS, timeoutMs: TIMEOUT_MS });
    signal?.throwIfAborted();
    return rows;
  }
}

type Rows = readonly (readonly SqlValue[])[];

/** By place: those that were asked for. */
function readSections(rows: Rows): ReadonlyMap<number, StoredSection> {
  const sections = rows.map((row) => {
    const [level, anchor, heading, , text, code] = row as readonly [number, string, string, number, string, string];
    return { level, anchor, heading, text, code };
  });
  return new Map([...withBreadcrumbs(sections, []).entries()].filter(([place]) => rows[place]?.[3] === 1));
}
