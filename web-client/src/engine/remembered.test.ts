import { expect, test } from "vitest";
import type { Postings } from "./postings.ts";
import { RememberedPostings } from "./remembered.ts";

/** Asks for lists of 100 postings, of which two fit, and tells which were read. */
function askFor(): { readonly ask: (term: string) => Promise<Postings>; readonly read: string[] } {
  const read: string[] = [];
  const remembered = new RememberedPostings(300);
  const ask = (term: string): Promise<Postings> =>
    remembered.get(term, async (wanted) => {
      read.push(wanted);
      return { size: 100, groups: [{ level: 1, ids: new Uint32Array(100) }] };
    });
  return { ask, read };
}

test("a list that was read is there the next time", async () => {
  const { ask, read } = askFor();
  const first = await ask("a");
  expect(await ask("a")).toBe(first);
  expect(read).toEqual(["a"]);
});

test("of too many lists those go that nobody has asked for the longest", async () => {
  const { ask, read } = askFor();
  for (const term of ["a", "b", "a", "c", "a", "b"]) await ask(term);
  expect(read).toEqual(["a", "b", "c", "b"]);
});

test("a failure is not remembered", async () => {
  const remembered = new RememberedPostings();
  const fail = (): Promise<Postings> => Promise.reject(new Error("offline"));
  await expect(remembered.get("a", fail)).rejects.toThrow("offline");
  expect(await remembered.get("a", async () => ({ size: 0, groups: [] }))).toEqual({ size: 0, groups: [] });
});
