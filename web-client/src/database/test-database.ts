/** A small `search.db` for tests, made by the very SQLite that reads it. */

import initSqlJs from "sql.js";

/** The schema's tables that tests ask for, shortened: tests of the real one are in tests/golden and tests/browser. */
const SCRIPT = `
PRAGMA application_id = 0x496e6b64;
PRAGMA user_version = 1;
CREATE TABLE documents (id INTEGER PRIMARY KEY, url TEXT NOT NULL, weight REAL) STRICT;
CREATE TABLE words (word TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE empty (blank BLOB);
CREATE VIEW longest AS SELECT id, url FROM documents;
INSERT INTO documents VALUES (0, '/', 1.5), (1, '/guide/', NULL);
INSERT INTO words VALUES ('build', 3), ('index', 9007199254740993), ('zoo', 1);
ANALYZE;
`;

/** The bytes of the database that `script` makes. */
export async function makeDatabase(script = SCRIPT): Promise<Uint8Array<ArrayBuffer>> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(script);
  const bytes = database.export();
  database.close();
  return Uint8Array.from(bytes);
}
