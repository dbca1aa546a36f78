import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createAnalyzer, fold, stopWords } from "./index.ts";
import { SnowballProgram } from "./stemmers/snowball.ts";

const readCases = (name: string): Buffer => readFileSync(new URL(`../../../../tests/cases/text/${name}`, import.meta.url));
const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");

type Row = readonly [term: string, surface: string, position: number, start: number, end: number, whole: boolean];

/** The UTF-16 offset of every code point of `text`, and of its end. */
function utf16Offsets(text: string): number[] {
  const offsets = [0];
  for (const character of text) offsets.push(offsets.at(-1)! + character.length);
  return offsets;
}

test("the rules give the terms that rules.txt names", async () => {
  const rules = linesOf(readCases("rules.txt").toString()).filter((line) => !line.startsWith("#"));
  for (const rule of rules) {
    const [language, text, terms] = rule.split("|").map((field) => field.trim()) as [string, string, string];
    const tokens = (await createAnalyzer(language)).tokens(text);
    expect(tokens.map(({ term, whole }) => term + (whole ? "*" : "")).join(" "), rule).toBe(terms);
  }
});

test("every token is the builder's", async () => {
  for (const line of linesOf(readCases("golden.jsonl").toString())) {
    const [language, text, rows] = JSON.parse(line) as [string, string, Row[]];
    const offsets = utf16Offsets(text);
    const expected = rows.map(([term, surface, position, start, end, whole]) => {
      return { term, surface, position, start: offsets[start], end: offsets[end], whole };
    });
    expect((await createAnalyzer(language)).tokens(text), JSON.stringify([language, text])).toEqual(expected);
  }
});

test("folding is the builder's", () => {
  for (const line of linesOf(readCases("folding.jsonl").toString())) {
    const [text, folded] = JSON.parse(line) as [string, string];
    expect(fold(text)).toBe(folded);
    expect(fold(folded)).toBe(folded);
  }
});

type Stem = (word: string) => string;

async function loadStem(algorithm: string): Promise<Stem> {
  const module = (await import(`./stemmers/${algorithm}.ts`)) as { makeStem: (program: SnowballProgram) => Stem };
  return module.makeStem(new SnowballProgram());
}

test("every stemmer is the builder's", async () => {
  const stems = new Map<string, Stem>();
  const differences: string[] = [];
  for (const line of linesOf(gunzipSync(readCases("stemmers.tsv.gz")).toString())) {
    const [algorithm, word, expected] = line.split("\t") as [string, string, string];
    const stem = stems.get(algorithm) ?? (await loadStem(algorithm));
    stems.set(algorithm, stem);
    if (stem(word) !== expected) differences.push(line);
  }
  expect(differences).toEqual([]);
});

test("stop words come with a language, whatever its region", async () => {
  expect((await stopWords("en-GB")).has("the")).toBe(true);
  expect((await stopWords("nb")).has("ikke")).toBe(true);
  expect((await stopWords("xx")).size).toBe(0);
});

test("tokens are found in linear time", async () => {
  const analyzer = await createAnalyzer("en");
  for (const unit of ["a", "A", "a.", "aB", "1A", "U1s", "\u0301", "a\u0301\u0323", "漢", "ก่", "a-", "--a", "a'", "_", "::"]) {
    const started = performance.now();
    analyzer.tokens(unit.repeat(30_000));
    expect(performance.now() - started, JSON.stringify(unit)).toBeLessThan(2_000);
  }
});
