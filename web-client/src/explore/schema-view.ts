import { make } from "../component/dom.ts";
import type { Schema, Table } from "../database/index.ts";

const number = new Intl.NumberFormat("en");

export interface SchemaActions {
  /** Put a name where the cursor is. */
  readonly insert: (name: string) => void;
  /** Run a statement in place of what is in the editor. */
  readonly run: (sql: string) => void;
}

/** Tables and views, each to be opened for its columns. */
export const renderSchema = (schema: Schema, actions: SchemaActions): readonly Node[] =>
  schema.map((table) => renderTable(table, actions));

function renderTable(table: Table, actions: SchemaActions): HTMLElement {
  const about = table.kind === "view" ? "view" : table.rows === null ? "" : number.format(table.rows);
  const columns = table.columns.map(({ name, type }) =>
    make(
      "li",
      {},
      makeButton({ title: "Insert this name" }, [name, make("span", { class: "quiet" }, ` ${type}`)], () =>
        actions.insert(quote(name)),
      ),
    ),
  );
  return make(
    "details",
    { class: "table", "data-testid": "table" },
    make("summary", {}, table.name, make("span", { class: "quiet" }, ` ${about}`)),
    make(
      "p",
      { class: "both" },
      makeButton({ class: "button small", "aria-label": `Insert name ${table.name}` }, ["Insert name"], () =>
        actions.insert(quote(table.name)),
      ),
      makeButton({ class: "button small", "aria-label": `Show rows of ${table.name}` }, ["Show rows"], () =>
        actions.run(`SELECT *\nFROM ${quote(table.name)}\nLIMIT 100`),
      ),
    ),
    make("ul", { class: "list columns" }, ...columns),
  );
}

function makeButton(
  attributes: Readonly<Record<string, string>>,
  content: readonly (Node | string)[],
  act: () => void,
): HTMLButtonElement {
  const button = make("button", { type: "button", ...attributes }, ...content);
  button.addEventListener("click", act);
  return button;
}

/** A name as SQL needs it. */
export const quote = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
