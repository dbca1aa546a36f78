/** The database of a site in the browser. Nothing of SQLite is loaded before `openDatabase` is called. */

export { openCopy } from "./copy.ts";
export { type DatabaseOptions, openDatabase, SiteDatabase, type StatementOptions, sizeOfDatabase } from "./database.ts";
export type { DownloadProgress } from "./file.ts";
export { type QueryResult, SqlError, type SqlErrorCode, type SqlParameters, type SqlValue } from "./protocol.ts";
export type { Column, Schema, Table } from "./schema.ts";
