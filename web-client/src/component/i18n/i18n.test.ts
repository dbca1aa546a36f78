import { expect, it } from "vitest";
import { messages as english } from "./en.ts";
import { chooseLanguage, fillNodes, fillText, loadTexts } from "./index.ts";

const LANGUAGES = ["ar", "de", "es", "fr", "ja", "pt", "zh"];

/** Every text, by its path; plurals and the typed halves of tips are the language's own. */
function texts(value: unknown, path = ""): Map<string, string> {
  if (typeof value === "string") return new Map([[path, value]]);
  const found = new Map<string, string>();
  for (const [name, part] of Object.entries(value as object)) {
    if (name === "pages" || name === "best") continue;
    for (const [inner, text] of texts(part, `${path}/${name}`)) found.set(inner, text);
  }
  return found;
}

const names = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

it.each(LANGUAGES)("says in %s all that English says, with the same names filled in", async (language) => {
  const own = texts((await loadTexts(language)).all);
  const other = texts(english);
  expect([...own.keys()].sort()).toEqual([...other.keys()].sort());
  for (const [path, text] of own) {
    expect(names(text), path).toEqual(names(other.get(path) ?? ""));
    expect(text, path).not.toBe("");
  }
});

it.each(["en", ...LANGUAGES])("counts in %s in every plural form of the language", async (language) => {
  const loaded = await loadTexts(language);
  expect(loaded.language).toBe(language);
  for (const count of [0, 1, 2, 3, 11, 100, 1204]) {
    expect(loaded.count(loaded.all.pages, count)).not.toMatch(/[{}]/);
    expect(loaded.count(loaded.all.best, count)).not.toMatch(/[{}]/);
  }
});

it("chooses by the primary language, and English for others", () => {
  expect(chooseLanguage("de-AT")).toBe("de");
  expect(chooseLanguage("PT_br")).toBe("pt");
  expect(chooseLanguage("tlh")).toBe("en");
  expect(chooseLanguage("")).toBe("en");
});

it("fills in names, as text and among nodes", () => {
  expect(fillText("{a} and {b} and {c}", { a: "1", b: "{a}" })).toBe("1 and {a} and {c}");
  expect(fillNodes("for {meant} not {typed}", { meant: ["x", "y"], typed: ["z"] })).toEqual([
    "for ",
    "x",
    "y",
    " not ",
    "z",
    "",
  ]);
});

it("shows dates in the interface's language, in UTC, and none for what is no date", async () => {
  const { date } = await loadTexts("de").then((loaded) => ({ date: (time: string) => loaded.date(time) }));
  expect(date("2026-01-02T23:30:00Z")).toBe("02.01.2026");
  expect(date("")).toBe("");
  expect(date("yesterday")).toBe("");
});
