/** Values of SQLite as text: in a table, in CSV, in JSON. */

import type { QueryResult, SqlValue } from "../database/index.ts";

/** Characters of a value that a table shows; a download has all of it. */
const SHOWN_CHARS = 300;
const SHOWN_BYTES = 16;

type Rows = Pick<QueryResult, "columns" | "rows">;

export const isNumber = (value: SqlValue): value is number | bigint =>
  typeof value === "number" || typeof value === "bigint";

/** A value as a cell of a table shows it. */
export function showValue(value: SqlValue): string {
  if (value === null) return "NULL";
  if (value instanceof Uint8Array) {
    const cut = value.length > SHOWN_BYTES;
    return `x'${toHex(value.subarray(0, SHOWN_BYTES))}${cut ? "…" : ""}' (${value.length} bytes)`;
  }
  const text = String(value);
  if (text.length <= SHOWN_CHARS) return text;
  // Never half of a character beyond U+FFFF.
  const end = /[\ud800-\udbff]/.test(text.charAt(SHOWN_CHARS - 1)) ? SHOWN_CHARS - 1 : SHOWN_CHARS;
  return `${text.slice(0, end)}…`;
}

/** Order of SQLite: NULL, numbers, text, blobs; text by code point, as far as a table needs it. */
export function compareValues(a: SqlValue, b: SqlValue): number {
  const difference = rankOf(a) - rankOf(b);
  if (difference !== 0 || a === null || b === null) return difference;
  if (a instanceof Uint8Array || b instanceof Uint8Array) return showValue(a) < showValue(b) ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

const rankOf = (value: SqlValue): number =>
  value === null ? 0 : isNumber(value) ? 1 : typeof value === "string" ? 2 : 3;

/** RFC 4180, in UTF-8: NULL is an empty field, an empty text is `""`, bytes are hexadecimal. */
export const toCsv = ({ columns, rows }: Rows): string =>
  [columns.map(csvField), ...rows.map((row) => row.map(csvField))].map((fields) => `${fields.join(",")}\r\n`).join("");

function csvField(value: SqlValue): string {
  if (value === null) return "";
  const text = value instanceof Uint8Array ? toHex(value) : String(value);
  return text === "" || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A list of objects. Columns of one name are told apart by a number; integers that JSON would round are strings. */
export function toJson({ columns, rows }: Rows): string {
  const names = uniqueNames(columns);
  const objects = rows.map((row) =>
    JSON.stringify(Object.fromEntries(row.map((value, place) => [names[place], jsonValue(value)]))),
  );
  return `[${objects.length > 0 ? `\n${objects.join(",\n")}\n` : ""}]\n`;
}

const jsonValue = (value: SqlValue): string | number | null =>
  typeof value === "bigint" ? value.toString() : value instanceof Uint8Array ? toHex(value) : value;

function uniqueNames(columns: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column;
    for (let number = 2; taken.has(name); number += 1) name = `${column}_${number}`;
    taken.add(name);
    return name;
  });
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
