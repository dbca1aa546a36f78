/** The answer to a statement as a table that can be sorted. */

import { make } from "../component/dom.ts";
import { safeHref } from "../component/links.ts";
import type { QueryResult, SqlValue } from "../database/index.ts";
import { joinUrl } from "../engine/results.ts";
import { compareValues, isNumber, showValue } from "./values.ts";

/** Columns of addresses within the site, as the tables and views of the schema call them. */
const URL_COLUMN = /^(?:\w+_)?url$/;

interface Order {
  readonly column: number;
  readonly descending: boolean;
}

/** Make the table. `baseUrl` is where the site's pages are, so that their addresses become links. */
export function renderTable(result: QueryResult, baseUrl: string): HTMLTableElement {
  const numeric = result.columns.map((_, column) => isNumeric(result.rows, column));
  const body = make("tbody");
  const show = (rows: QueryResult["rows"]): void =>
    body.replaceChildren(...rows.map((row) => renderRow(row, result.columns, numeric, baseUrl)));
  const headings = result.columns.map((name, column) => {
    const button = make("button", { type: "button" }, name || "(no name)");
    const heading = make("th", { scope: "col", class: numeric[column] ? "number" : "" }, button);
    button.addEventListener("click", () => {
      const order = { column, descending: heading.getAttribute("aria-sort") === "ascending" };
      for (const each of headings) each.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
      show(sortRows(result.rows, order));
    });
    return heading;
  });
  show(result.rows);
  return make("table", {}, make("thead", {}, make("tr", {}, ...headings)), body);
}

/** Equal values stay in their order, whichever way the others go. */
const sortRows = (rows: QueryResult["rows"], { column, descending }: Order): QueryResult["rows"] =>
  [...rows].sort((a, b) => {
    const difference = compareValues(a[column] ?? null, b[column] ?? null);
    return descending ? -difference : difference;
  });

const isNumeric = (rows: QueryResult["rows"], column: number): boolean =>
  rows.some((row) => isNumber(row[column] ?? null)) &&
  rows.every((row) => row[column] === null || isNumber(row[column] ?? null));

const renderRow = (
  row: readonly SqlValue[],
  columns: readonly string[],
  numeric: readonly boolean[],
  baseUrl: string,
): HTMLTableRowElement =>
  make(
    "tr",
    {},
    ...row.map((value, column) => {
      const text = showValue(value);
      const isLink = typeof value === "string" && value.startsWith("/") && URL_COLUMN.test(columns[column] ?? "");
      const content = isLink ? make("a", { href: safeHref(joinUrl(baseUrl, value)) }, text) : text;
      return make("td", { class: value === null ? "null" : numeric[column] ? "number" : "" }, content);
    }),
  );
