import { expect, test } from "vitest";
import { cutBeginning, cutSnippet, type Marked, markTerms } from "./snippets.ts";
import { createAnalyzer } from "./text/index.ts";

const analyzer = await createAnalyzer("en");
/** Pieces as one string, with hits in brackets. */
const show = (pieces: Marked | null): string =>
  (pieces ?? []).map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");
const cut = (text: string, ...terms: string[]): string => show(cutSnippet(text, new Set(terms), analyzer));

const FILLER = "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor. ".repeat(6);

test("terms are marked as they are written", () => {
  expect(show(markTerms("Building the index", new Set(["build", "index"]), analyzer))).toBe("[Building] the [index]");
});

test("a compound and its parts are one mark", () => {
  expect(show(markTerms("A real-time view", new Set(["realtim", "real", "time"]), analyzer))).toBe(
    "A [real-time] view",
  );
});

test("a snippet begins with the sentence of the hits and ends at a word", () => {
  const snippet = cut(`${FILLER}The index is small. ${FILLER}`, "index");
  expect(snippet).toContain("The [index] is small.");
  expect(snippet).toMatch(/^… /);
  expect(snippet).toMatch(/\w …$/);
  expect(snippet.length).toBeLessThan(240);
});

test("neighbours are one mark, and code keeps its lines", () => {
  const both = new Set(["index", "shard"]);
  expect(show(markTerms("index shards", both, analyzer))).toBe("[index shards]");
  expect(show(cutSnippet("index()\n  shard()", both, analyzer, true))).toBe("[index]()\n  [shard]()");
});

test("the stretch with most different terms wins", () => {
  const text = `An index, an index, an index. ${FILLER} A shard of the index. ${FILLER}`;
  expect(cut(text, "index", "shard")).toContain("A [shard] of the [index].");
});

test("a text without hits has no snippet, and a beginning", () => {
  expect(cutSnippet(FILLER, new Set(["index"]), analyzer)).toBeNull();
  expect(show(cutBeginning(FILLER))).toMatch(/^Lorem .*\w\.? …$/);
  expect(show(cutBeginning("Short."))).toBe("Short.");
  expect(show(cutBeginning(""))).toBe("");
});

test("blocks are told apart in one line", () => {
  expect(cut("Install\nnpm install index\nDone.\nNext", "index")).toBe("Install · npm install [index] · Done. Next");
});

test("markup stays text", () => {
  expect(cut("<img src=x onerror=alert(1)> index", "index")).toBe("<img src=x onerror=alert(1)> [index]");
});

test("a text without spaces is cut between characters", () => {
  const text = `${"\u{20000}".repeat(301)}索引${"\u{20000}".repeat(301)}`;
  const terms = new Set(analyzer.tokens("索引").map(({ term }) => term));
  const pieces = cutSnippet(text, terms, analyzer) ?? [];
  expect(pieces.some(({ hit }) => hit)).toBe(true);
  expect(pieces.every(({ text: piece }) => piece.isWellFormed())).toBe(true);
});
