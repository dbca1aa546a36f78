/** What a database has: for people who write statements. */

import type { SiteDatabase } from "./database.ts";

export interface Column {
  readonly name: string;
  /** As declared, such as `TEXT`; empty for most columns of views. */
  readonly type: string;
}

export interface Table {
  readonly name: string;
  readonly kind: "table" | "view";
  readonly columns: readonly Column[];
  /** As counted by the build; null where nobody has counted. */
  readonly rows: number | null;
}

/** Tables, then views, each in the order of their creation. */
export type Schema = readonly Table[];

const TABLES = "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'";
const COLUMNS = `SELECT t.name, c.name, c.type FROM (${TABLES}) AS t, pragma_table_info(t.name) AS c ORDER BY t.name, c.cid`;
/** The first number of an index is the number of its rows; a partial index has fewer than its table. */
const COUNTS = "SELECT tbl, max(CAST(stat AS INTEGER)) FROM sqlite_stat1 GROUP BY tbl";

export async function readSchema(database: SiteDatabase): Promise<Schema> {
  const [tables, columns, counts] = await Promise.all(
    [`${TABLES} ORDER BY type, rowid`, COLUMNS, COUNTS].map((sql) => database.query(sql, [], { limit: 10_000 })),
  );
  const rowsOf = new Map(counts?.rows.map(([table, count]) => [table, Number(count)]));
  return (tables?.rows ?? []).map(([name, kind]) => ({
    name: String(name),
    kind: kind === "view" ? "view" : "table",
    columns: (columns?.rows ?? [])
      .filter(([table]) => table === name)
      .map(([, column, type]) => ({ name: String(column), type: String(type) })),
    // ANALYZE has nothing to say of an empty table.
    rows: kind === "view" ? null : (rowsOf.get(String(name)) ?? 0),
  }));
}
