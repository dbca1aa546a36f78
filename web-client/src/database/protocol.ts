/** What the page and the worker that holds the database say to each other. */

/** A value of SQLite. Integers beyond 2^53 are `bigint`; the others are `number`. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** What may be bound to the parameters of a statement: by place, or by name with its sign (`{":tag": "cli"}`). */
export type SqlParameters = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;

export interface QueryResult {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  /** Whether there are more rows than were asked for, or than a page can hold. */
  readonly truncated: boolean;
  /** In the worker: without waiting, and without the way back. */
  readonly took_ms: number;
}

export interface QueryLimits {
  readonly maxRows: number;
  /** Of all values together, roughly. */
  readonly maxBytes: number;
}

/**
 * Why a statement was not answered:
 *
 * - `sql`: SQLite does not understand it, or it failed; the message is SQLite's
 * - `refused`: it could write, or is more than one statement
 * - `timeout`: it took longer than it was given
 * - `memory`: the browser has no room for the database or the answer
 * - `closed`: the database was closed
 */
export type SqlErrorCode = "sql" | "refused" | "timeout" | "memory" | "closed";

/** A statement was not answered. `line` is where in its text, from 1, when that is known. */
export class SqlError extends Error {
  override readonly name = "SqlError";
  readonly code: SqlErrorCode;
  readonly line: number | null;

  constructor(code: SqlErrorCode, message: string, line: number | null = null, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.line = line;
  }
}

export type Request =
  | { readonly id: number; readonly kind: "open"; readonly file: Blob }
  | {
      readonly id: number;
      readonly kind: "query";
      readonly sql: string;
      readonly parameters: SqlParameters;
      readonly limits: QueryLimits;
    };

export type Reply =
  | { readonly id: number; readonly result: QueryResult | null }
  | { readonly id: number; readonly error: Pick<SqlError, "code" | "message" | "line"> }
  /** The bytes are no database that SQLite can open. */
  | { readonly id: number; readonly corrupt: string };
