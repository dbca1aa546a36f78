import { describe, expect, test } from "vitest";
import { checkReading, isEmpty, locateError } from "./statements.ts";

describe("what is run", () => {
  test.each([
    "SELECT 1",
    " \n-- a comment\nselect 1",
    "/* one */ ; VALUES (1)",
    "WITH a AS (SELECT 1) SELECT * FROM a",
    "EXPLAIN QUERY PLAN SELECT 1",
    "PRAGMA user_version",
    "pragma main . table_info('documents');",
    "PRAGMA table_info /* of */ (documents)",
    "PRAGMA integrity_check",
  ])("%s", (sql) => {
    expect(checkReading(sql).length).toBeGreaterThan(0);
  });

  test.each([
    "INSERT INTO a VALUES (1)",
    "ATTACH ':memory:' AS other",
    "DETACH main",
    "VACUUM INTO 'x'",
    "BEGIN",
    "CREATE TEMP TABLE a (b)",
    "PRAGMA query_only = 0",
    "PRAGMA query_only(0)",
    "PRAGMA query_only",
    "PRAGMA user_version(3)",
    "PRAGMA user_version = 3",
    "PRAGMA table_info(documents) = 1",
    "PRAGMA writable_schema",
    "/* SELECT */ DELETE FROM a",
    "selection",
  ])("and what is refused: %s", (sql) => {
    expect(() => checkReading(sql)).toThrow(/does not read/);
  });

  test("nothing at all is refused with other words", () => {
    expect(() => checkReading(" ;\n-- SELECT 1")).toThrow("no statement");
  });
});

test("blanks, semicolons and comments are nothing", () => {
  expect(isEmpty(" ;; \n/* a; b */ -- c\n")).toBe(true);
  expect(isEmpty("; SELECT")).toBe(false);
});

describe("the line of an error", () => {
  const never = (): null => null;

  test("is that of the first place up to which the text alone gives the same message", () => {
    const message = 'near "from": syntax error';
    const sql = "SELECT *\nFROM a\nWHERE from";
    const messageOf = (text: string): string => (text === sql ? message : "incomplete input");
    expect(locateError(sql, message, messageOf)).toBe(3);
  });

  test("is the last one when something is missing", () => {
    expect(locateError("SELECT (\n1,\n\n", "incomplete input", never)).toBe(2);
  });

  test("is where an unknown name stands by itself, whatever its table is called", () => {
    expect(locateError("SELECT xa,\n a . x", "no such column: a.x", never)).toBe(2);
    expect(locateError("SELECT 1\nFROM gone", "no such table: gone", never)).toBe(2);
    expect(locateError("SELECT\n#", 'unrecognized token: "#"', never)).toBe(2);
  });

  test("is unknown where the message names nothing that stands there", () => {
    expect(locateError("SELECT 1", "database disk image is malformed", never)).toBeNull();
    expect(locateError("SELECT 1", "no such table: gone", never)).toBeNull();
  });
});
