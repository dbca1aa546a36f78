import { expect, test } from "vitest";
import { type Memory, StatementHistory } from "./history.ts";

function makeMemory(): Memory {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

test("statements are kept newest first, each once, and thirty at most", () => {
  const memory = makeMemory();
  const history = new StatementHistory("docs", memory);
  for (let number = 0; number < 40; number += 1) history.add(`SELECT ${number}`);
  history.add(" SELECT 35\n");
  expect(new StatementHistory("docs", memory).statements).toEqual(history.statements);
  expect(history.statements.slice(0, 3)).toEqual(["SELECT 35", "SELECT 39", "SELECT 38"]);
  expect(history.statements).toHaveLength(30);
});

test("each site has a history of its own, which can be forgotten", () => {
  const memory = makeMemory();
  const history = new StatementHistory("docs", memory);
  history.add("SELECT 1");
  expect(new StatementHistory("other", memory).statements).toEqual([]);
  history.clear();
  expect(history.statements).toEqual([]);
  expect(new StatementHistory("docs", memory).statements).toEqual([]);
});

test("what is no history is none, and a full storage loses nothing of this visit", () => {
  const broken: Memory = {
    getItem: () => '{"not": "a list"}',
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
    removeItem: () => undefined,
  };
  const history = new StatementHistory("docs", broken);
  history.add("SELECT 1");
  history.add("");
  expect(history.statements).toEqual(["SELECT 1"]);
});
