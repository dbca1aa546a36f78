/** SQLite in WebAssembly. The only file that knows sql.js: everything else speaks of statements and rows. */

import initSqlJs, { type BindParams, type SqlJsConfig, type Database as SqlJsDatabase, type Statement } from "sql.js";
import { type QueryLimits, type QueryResult, SqlError, type SqlParameters, type SqlValue } from "./protocol.ts";
import { checkReading, isEmpty, locateError } from "./statements.ts";

/** Sort and group in memory: there is no disk. `query_only` is the second of two locks, see `checkReading`. */
const SETTINGS = "PRAGMA temp_store = 2; PRAGMA query_only = 1;";

/** What the types of sql.js leave out: integers as `bigint`, without loss. */
type ExactStatement = Statement & {
  get(parameters: null, config: { readonly useBigInt: true }): readonly SqlValue[];
};

/** A database in memory that answers questions and is never changed. */
export class Sqlite {
  readonly #database: SqlJsDatabase;

  /** Throws when SQLite cannot open `bytes`. They are copied. */
  static async open(bytes: Uint8Array, config: SqlJsConfig = {}): Promise<Sqlite> {
    const { Database } = await initSqlJs(config);
    const database = new Database(bytes);
    try {
      database.exec("SELECT count(*) FROM sqlite_schema");
      database.run(SETTINGS);
    } catch (error) {
      database.close();
      throw error;
    }
    return new Sqlite(database);
  }

  private constructor(database: SqlJsDatabase) {
    this.#database = database;
  }

  /** Run one statement that reads. Throws a `SqlError`. */
  query(sql: string, parameters: SqlParameters, limits: QueryLimits): QueryResult {
    const started = performance.now();
    const trimmed = checkReading(sql);
    try {
      const statements = this.#database.iterateStatements(trimmed);
      // Leaving the loop frees the statement.
      for (const statement of statements) {
        const rest = statements.getRemainingSQL();
        if (!isEmpty(rest)) throw severalStatements(sql, rest);
        statement.bind(parameters as BindParams);
        const rows = readRows(statement, limits);
        return { columns: statement.getColumnNames(), ...rows, took_ms: performance.now() - started };
      }
      throw new SqlError("refused", "There is no statement to run.");
    } catch (error) {
      throw this.#explain(error, sql);
    }
  }

  close(): void {
    this.#database.close();
  }

  #explain(error: unknown, sql: string): SqlError {
    if (error instanceof SqlError) return error;
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof RangeError || message === "out of memory") {
      return new SqlError("memory", "The answer is too large for this browser's memory. Ask for less, with LIMIT.");
    }
    return new SqlError(
      "sql",
      message,
      locateError(sql, message, (text) => this.#messageOf(text)),
      { cause: error },
    );
  }

  /** SQLite's message for `sql`, null if it takes it. */
  #messageOf(sql: string): string | null {
    try {
      this.#database.prepare(sql).free();
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}

function severalStatements(sql: string, rest: string): SqlError {
  const line = sql.slice(0, sql.length - rest.trimStart().length).split("\n").length;
  return new SqlError("refused", "There is more than one statement. Select the one to run.", line);
}

function readRows(statement: Statement, limits: QueryLimits): Pick<QueryResult, "rows" | "truncated"> {
  const rows: (readonly SqlValue[])[] = [];
  let bytes = 0;
  while (statement.step()) {
    if (rows.length >= limits.maxRows || bytes >= limits.maxBytes) return { rows, truncated: true };
    const row = (statement as ExactStatement).get(null, { useBigInt: true }).map(fromSqlite);
    for (const value of row) bytes += sizeOf(value);
    rows.push(row);
  }
  return { rows, truncated: false };
}

/** sql.js gives all integers as `bigint` or none; here only those are that a `number` cannot hold. */
function fromSqlite(value: SqlValue): SqlValue {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const sizeOf = (value: SqlValue): number =>
  typeof value === "string" ? 2 * value.length : value instanceof Uint8Array ? value.length : 8;
