import { describe, expect, test } from "vitest";
import { createSearch, type Search, type SearchAnswer } from "../index.ts";
import { fetchFrom, makeSite, SITE, type SiteFiles, toBase64 } from "../test-site.ts";
import { crc32 } from "./crc32.ts";
import { float16At } from "./float16.ts";
import { fuse } from "./fusion.ts";
import { queryRuns, splitRun, variantsOf } from "./runs.ts";
import { DIRECTORY, DRAFT, makeVectorSite, ROWS, SHARDS, WORDS } from "./test-vectors.ts";

const EMBED = "https://search.example/api/embed";

const open = (files: SiteFiles, asked: string[] = [], embed?: string): Promise<Search> =>
  createSearch({ base: "/", site: SITE, fetch: fetchFrom(files, asked), embed });
const titles = ({ results }: SearchAnswer): readonly string[] =>
  results.map(({ title }) => title.map(({ text }) => text).join(""));

test("a word that no page has finds the page that is about it", async () => {
  const answer = await (await open(await makeVectorSite())).query("Cat ");
  expect(answer.meaning).toBe("used");
  expect(titles(answer)).toEqual(["Felines"]);
});

test("a word that is in no table is made of its tokens", async () => {
  const answer = await (await open(await makeVectorSite())).query("kitten ");
  expect(answer.meaning).toBe("used");
  expect(titles(answer)).toEqual(["Felines"]);
});

test("meaning orders what words find alike", async () => {
  const search = await open(await makeVectorSite());
  expect(titles(await search.query("paws index "))[0]).toBe("Books");
  expect(titles(await search.query("paws dog "))[0]).toBe("Canines");
});

test("the answer by words comes first, and says that another follows", async () => {
  const updates: SearchAnswer[] = [];
  const search = await open(await makeVectorSite());
  const answer = await search.query("paws dog", { onUpdate: (early) => updates.push(early) });
  expect(updates.map(({ meaning }) => meaning)).toEqual(["pending"]);
  expect(titles(updates[0] as SearchAnswer)).toHaveLength(3);
  expect(answer.meaning).toBe("used");
});

test("with meaning off, no vector is read", async () => {
  const asked: string[] = [];
  const search = await open(await makeVectorSite(), asked);
  expect((await search.query("paws dog ", { meaning: "off" })).meaning).toBe("off");
  expect(asked.some((path) => path.includes(DIRECTORY))).toBe(false);
});

test("a site without vectors is searched by words", async () => {
  expect((await (await open(await makeSite(DRAFT))).query("paws")).meaning).toBe("off");
});

test("nothing is read twice", async () => {
  const asked: string[] = [];
  const search = await open(await makeVectorSite(), asked);
  await Promise.all([search.query("paws dog "), search.query("paws dog ")]);
  asked.length = 0;
  await search.query("paws dog ");
  expect(asked).toEqual([]);
});

test("an aborted query rejects with its reason, whatever it waits for", async () => {
  const search = await open(await makeVectorSite());
  const abort = new AbortController();
  const asked = search.query("paws dog ", { signal: abort.signal, onUpdate: () => abort.abort(new Error("typed on")) });
  await expect(asked).rejects.toThrow("typed on");
});

describe("when vectors cannot be had, words answer", () => {
  const byWords = ["Felines", "Canines", "Books"];

  test.each([DIRECTORY, SHARDS, ROWS, WORDS])("pack %s is missing", async (pack) => {
    const files = await makeVectorSite();
    files.delete(`objects/${pack.slice(0, 2)}/${pack}.bin`);
    const answer = await (await open(files)).query("paws dog ");
    expect(answer.meaning).toBe("unavailable");
    expect([...titles(answer)].sort()).toEqual([...byWords].sort());
  });

  test.each([DIRECTORY, SHARDS, ROWS, WORDS])("every damage to pack %s is noticed", async (pack) => {
    const path = `objects/${pack.slice(0, 2)}/${pack}.bin`;
    const site = await makeVectorSite();
    const whole = site.get(path) as Uint8Array<ArrayBuffer>;
    let noticed = 0;
    for (let place = 0; place < whole.length; place += 19) {
      const files = new Map(site);
      files.set(path, whole.with(place, (whole[place] as number) ^ 0x15));
      const answer = await (await open(files)).query("paws dog ");
      if (answer.meaning === "unavailable") noticed += 1;
      else expect(titles(answer)).toEqual(["Canines", ...titles(answer).slice(1)]);
    }
    expect(noticed).toBeGreaterThan(0);
  });

  test("the model's service is not named", async () => {
    const answer = await (await open(await makeVectorSite("openai/test@4"))).query("paws dog ");
    expect(answer.meaning).toBe("unavailable");
  });
});

describe("a service's vectors", () => {
  const vector = { model: "openai/test@4", dimensions: 4, scale: 0.1, vector: toBase64([0, 127, 0, 0]) };
  const ask = async (answer: () => Response | Promise<Response>, asked: string[] = []): Promise<SearchAnswer> => {
    const files = await makeVectorSite("openai/test@4");
    const get = fetchFrom(files);
    const search = await createSearch({
      base: "/",
      site: SITE,
      embed: EMBED,
      fetch: async (url, init) => {
        if (!url.startsWith(EMBED)) return get(url, init);
        asked.push(url);
        return answer();
      },
    });
    return search.query("paws & dogs ");
  };

  test("are asked for with the site's name and the query as typed", async () => {
    const asked: string[] = [];
    const answer = await ask(() => Response.json(vector), asked);
    expect(asked).toEqual([`${EMBED}?site=${SITE}&q=paws+%26+dogs+`]);
    expect(answer.meaning).toBe("used");
    expect(titles(answer)[0]).toBe("Canines");
  });

  test.each([
    ["refuses", (): Response => Response.json({ error: { code: "rate-limited" } }, { status: 429 })],
    ["is down", (): Promise<Response> => Promise.reject(new TypeError("fetch failed"))],
    ["answers for another model", (): Response => Response.json({ ...vector, model: "openai/other@4" })],
    ["answers with too few numbers", (): Response => Response.json({ ...vector, vector: toBase64([1]) })],
    ["answers with something else", (): Response => new Response("<!doctype html>")],
  ])("words answer when it %s", async (_, respond) => {
    const answer = await ask(respond);
    expect(answer.meaning).toBe("unavailable");
    expect(answer.results).toHaveLength(3);
  });
});

test("runs are rows of letters, single digits and rows of other signs", () => {
  const ranks = new Map(
    [" ", ..."abcing", "in", "ing", " c", "ab", " ca", "bc", " cab", "()"].map((token, at) => [token, at]),
  );
  expect(splitRun(" cabing", ranks)).toEqual([" cab", "ing"]);
  expect(splitRun(" Cab", ranks)).toEqual([" ", "C", "ab"]);
  expect(splitRun("();", ranks)).toEqual(["()", ";"]);
  expect(splitRun(" naïve", ranks)).toEqual([]);
  const runs = [" re", "-", "Index", " it", " v", "3", ".", "1", " 🙂", " 日本語", "();"];
  expect(queryRuns("re-Index it v3.1 🙂 日本語();")).toEqual(runs);
  expect(variantsOf(" iNDEX")).toEqual([" iNDEX", "iNDEX", " index", "index", " Index", "Index"]);
});

test("checksums are those of gzip", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

test("half floats of every kind are read", () => {
  const read = (bits: number): number => float16At(Uint8Array.of(bits & 255, bits >> 8), 0);
  expect([0x3c00, 0xbc00, 0x0001, 0x0400, 0x7bff, 0x0000].map(read)).toEqual([1, -1, 2 ** -24, 2 ** -14, 65504, 0]);
});

test("far behind the best, meaning counts nothing", () => {
  const meaning = new Map(Array.from({ length: 10 }, (_, at): [number, number] => [at, 100 - at]));
  const fused = fuse(new Map([[60, 3]]), meaning.set(50, 20).set(60, 19), 0.5);
  expect(fused.map(([document]) => document)).not.toContain(50);
  expect(new Map(fused).get(60)).toBe(1.5);
});
