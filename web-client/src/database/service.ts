/** The worker's side of the conversation, in a browser as in a test. */

import type { SqlJsConfig } from "sql.js";
import { type Reply, type Request, SqlError } from "./protocol.ts";
import { Sqlite } from "./sqlite.ts";

/** Answer requests one after another; `reply` sends an answer back. Returns what is to be called with each request. */
export function serveDatabase(reply: (message: Reply) => void, config: SqlJsConfig = {}): (request: Request) => void {
  let database: Sqlite | undefined;

  async function open(file: Blob): Promise<void> {
    database?.close();
    database = await Sqlite.open(new Uint8Array(await file.arrayBuffer()), config);
  }

  async function answer(request: Request): Promise<Reply> {
    const { id } = request;
    try {
      if (request.kind === "open") {
        await open(request.file);
        return { id, result: null };
      }
      if (!database) throw new SqlError("closed", "The database is not open.");
      return { id, result: database.query(request.sql, request.parameters, request.limits) };
    } catch (error) {
      if (error instanceof SqlError) {
        return { id, error: { code: error.code, message: error.message, line: error.line } };
      }
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof RangeError) return { id, error: { code: "memory", message, line: null } };
      return { id, corrupt: message };
    }
  }

  let last: Promise<void> = Promise.resolve();
  return (request) => {
    last = last.then(async () => reply(await answer(request)));
  };
}
