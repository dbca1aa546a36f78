/** Which statements are run, and where in one an error is: what SQLite would tell, but sql.js has no way to ask for. */

import { SqlError } from "./protocol.ts";

const NOT_CODE = /^(?:[\s;]+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))+/;
const READING = new Set(["select", "values", "with", "explain"]);
/** Pragmas that only tell something. Of the others some write, and `query_only` would allow writing. */
const PRAGMA = /^pragma\s+(?:\w+\s*\.\s*)?(?<name>\w+)\s*(?<argument>\([^()]*\))?[\s;]*$/i;
const TELLING_PRAGMAS = new Set(
  (
    "application_id collation_list compile_options database_list encoding freelist_count function_list module_list " +
    "page_count page_size pragma_list schema_version user_version"
  ).split(" "),
);
const TELLING_PRAGMAS_OF = new Set(
  (
    "foreign_key_check foreign_key_list index_info index_list index_xinfo integrity_check quick_check table_info " +
    "table_list table_xinfo"
  ).split(" "),
);

/**
 * A statement without the blanks and comments before it. Throws a `SqlError` for one that does more than reading.
 *
 * This is the first of two locks: it stops what `PRAGMA query_only` does not, such as ATTACH and that pragma itself.
 * `WITH … DELETE` passes here and is refused by SQLite.
 */
export function checkReading(sql: string): string {
  const statement = sql.replace(NOT_CODE, "");
  const verb = /^\w*/.exec(statement)?.[0].toLowerCase() ?? "";
  if (statement === "") throw new SqlError("refused", "There is no statement to run.");
  if (READING.has(verb) || (verb === "pragma" && isTelling(statement))) return statement;
  const what = verb === "pragma" ? "This PRAGMA does" : verb ? `${verb.toUpperCase()} does` : "This does";
  throw new SqlError("refused", `${what} not read. Only SELECT, VALUES, WITH, EXPLAIN and telling PRAGMAs are run.`);
}

function isTelling(statement: string): boolean {
  const { name = "", argument } = PRAGMA.exec(statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, " "))?.groups ?? {};
  const known = name.toLowerCase();
  return TELLING_PRAGMAS_OF.has(known) || (TELLING_PRAGMAS.has(known) && argument === undefined);
}

/** Whether `sql` has nothing but blanks, semicolons and comments. */
export const isEmpty = (sql: string): boolean => sql.replace(NOT_CODE, "") === "";

const NEAR = /^near "(?<token>[\s\S]+)": syntax error$/;
const UNKNOWN =
  /^(?:no such (?:column|table|function)|ambiguous column name|unrecognized token): "?(?<name>[\s\S]+?)"?$/;

/**
 * The line of `sql`, from 1, that SQLite's message is about; null when nobody can tell. `messageOf` gives SQLite's message
 * for another text, null if it takes it.
 *
 * SQLite's parser looks one token ahead: of several places with the token it complains of, the right one is the first up to
 * which the text alone gives the same message.
 */
export function locateError(sql: string, message: string, messageOf: (sql: string) => string | null): number | null {
  if (message === "incomplete input") return lineAt(sql, sql.trimEnd().length);
  const token = NEAR.exec(message)?.groups?.["token"];
  if (token !== undefined) {
    const places = placesOf(sql, token);
    const found = places.find((place) => messageOf(sql.slice(0, place + token.length)) === message);
    const place = found ?? places.at(-1);
    return place === undefined ? null : lineAt(sql, place);
  }
  const name = UNKNOWN.exec(message)?.groups?.["name"];
  // SQLite writes a.b, the statement may have a . b: then its last part must do.
  const place =
    name === undefined ? undefined : (placesOf(sql, name)[0] ?? placesOf(sql, name.split(".").at(-1) ?? "")[0]);
  return place === undefined ? null : lineAt(sql, place);
}

const isPartOfWord = (character: string | undefined): boolean => character !== undefined && /[\w$]/.test(character);

/** Where `token` stands by itself, in order. */
function placesOf(sql: string, token: string): readonly number[] {
  const places: number[] = [];
  const text = sql.toLowerCase();
  const wanted = token.toLowerCase();
  if (wanted === "" || text.length !== sql.length) return places;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const isInside =
      (isPartOfWord(wanted[0]) && isPartOfWord(text[at - 1])) ||
      (isPartOfWord(wanted.at(-1)) && isPartOfWord(text[at + wanted.length]));
    if (!isInside) places.push(at);
  }
  return places;
}

const lineAt = (sql: string, place: number): number => sql.slice(0, place).split("\n").length;
