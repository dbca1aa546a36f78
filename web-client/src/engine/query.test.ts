import { describe, expect, test } from "vitest";
import { parseQuery, type Query } from "./query.ts";
import { createAnalyzer } from "./text/index.ts";

const analyzer = await createAnalyzer("en");
const parse = (text: string, prefix = false): Query => parseQuery(text, analyzer, new Set(["the", "of"]), { prefix });
const termsOf = (query: Query): readonly string[] => query.words.map(({ term }) => term);

test("words become terms, as often as they were typed", () => {
  expect(parse("Building builds tests").words).toMatchObject([
    { term: "build", surface: "building", weight: 2 },
    { term: "test", surface: "tests", weight: 1 },
  ]);
});

test("stop words are dropped when others remain", () => {
  expect(termsOf(parse("the index"))).toEqual(["index"]);
  expect(termsOf(parse("the of"))).toEqual(["the", "of"]);
});

describe("the last word", () => {
  test("is completed while it is being typed, even a stop word", () => {
    expect(parse("index the", true).words).toMatchObject([{ completing: false }, { term: "the", completing: true }]);
    expect(parse("the index the", true).words).toMatchObject([{ term: "index" }, { term: "the", weight: 1 }]);
  });

  test.each(["index ", '"index"', "index -x", "index tag:x"])("is done in %j", (text) => {
    expect(parse(text, true).words.map(({ completing }) => completing)).toEqual([false]);
  });
});

test("what is looked for is kept in order, with the stop words between", () => {
  expect(parse('open "the Files" of -folders node.js tag:x').sequence).toEqual([
    { term: "open", position: 0, telling: true },
    { term: "the", position: 1, telling: true },
    { term: "file", position: 2, telling: true },
    { term: "of", position: 3, telling: false },
    { term: "node", position: 4, telling: true },
    { term: "js", position: 5, telling: true },
  ]);
});

test("stop words tell something when there are no others, and while they are typed", () => {
  expect(parse("the of").sequence.map(({ telling }) => telling)).toEqual([true, true]);
  expect(parse("open the", true).sequence.map(({ telling }) => telling)).toEqual([true, true]);
  expect(parse("tag:Files").sequence.map(({ term }) => term)).toEqual(["file"]);
});

test("quotes make phrases, stop words included, and a quote may be left open", () => {
  const query = parse('"state of the" "open end');
  expect(query.phrases).toEqual([
    ["state", "of", "the"],
    ["open", "end"],
  ]);
  expect(termsOf(query)).toEqual(["state", "of", "the", "open", "end"]);
});

test("a minus excludes words and phrases", () => {
  const query = parse('index -draft -"old news"');
  expect(query.excluded).toEqual([["draft"], ["old", "news"]]);
  expect(termsOf(query)).toEqual(["index"]);
});

test("filters are read, and those that make no sense are words", () => {
  expect(parse("index tag:Guide after:2026-01-31 before:2026-12-31")).toMatchObject({
    tags: ["guide"],
    after: "2026-01-31",
    before: "2026-12-31",
  });
  expect(parse("after:2026-02-31")).toMatchObject({ after: "2026-02-31" });
  expect(parse("after:2026-13-01")).toMatchObject({ after: "" });
  expect(termsOf(parse("after:lunch"))).toContain("lunch");
});

test("tags are folded, and may be of several words", () => {
  expect(parse('index tag:"Two Words" tag:Résumé tag:')).toMatchObject({ tags: ["two words", "resume"] });
});

test("a tag alone is searched for", () => {
  expect(parse('tag:guides -draft tag:"how to"')).toMatchObject({
    words: [{ term: "guid" }, { term: "how" }, { term: "to" }],
    tags: ["guides", "how to"],
  });
  expect(termsOf(parse("tag:guide index"))).toEqual(["index"]);
});

test("more than twelve words are prose, without operators", () => {
  const prose = 'the "quick" brown fox -jumps over a lazy dog tag:x and then rests';
  expect(parse(prose, true)).toMatchObject({ phrases: [], excluded: [], tags: [] });
  expect(termsOf(parse(prose, true))).toContain("jump");
  expect(parse(prose.replace(" rests", "")).phrases).toEqual([["quick"]]);
});

test("what follows 2,000 characters is not read", () => {
  expect(termsOf(parse(`${"-".repeat(1_999)} late`))).toEqual([]);
  expect(termsOf(parse(`${" ".repeat(1_990)}on time`))).toEqual(["on", "time"]);
});
