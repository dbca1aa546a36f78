import { describe, expect, test } from "vitest";
import { createSearch, type DocumentResult, type Search, type SearchAnswer } from "./index.ts";
import { RANKED_ENTRIES } from "./postings.ts";
import { fetchFrom, makeSite, SITE, type SiteDraft, type SiteFiles } from "./test-site.ts";

const open = (files: SiteFiles, asked?: string[]): Promise<Search> =>
  createSearch({ base: "/", site: SITE, fetch: fetchFrom(files, asked) });
const search = async (draft: SiteDraft, text: string, prefix = true): Promise<readonly string[]> =>
  titlesOf((await (await open(await makeSite(draft))).query(text, { prefix })).results);
const plain = (pieces: readonly { readonly text: string }[]): string => pieces.map(({ text }) => text).join("");
const titlesOf = (results: readonly DocumentResult[]): readonly string[] => results.map(({ title }) => plain(title));

const GUIDE: SiteDraft = {
  title: "Handbook",
  baseUrl: "/handbook/",
  documents: [
    {
      url: "/install/",
      title: "Installing",
      tags: ["Guide", "setup"],
      date: "2026-01-02T00:00:00Z",
      sections: [
        { text: "Install the package, then build the site." },
        { heading: "Requirements", anchor: "requirements", text: "Node and a shell." },
        { heading: "Docker", anchor: "docker", level: 3, text: "A container image.", code: "docker run inkdex" },
      ],
    },
    {
      url: "/deploy/",
      title: "Deploying",
      tags: ["guide"],
      date: "2026-05-06T00:00:00Z",
      description: "From a laptop to production.",
      sections: [{ text: "Build, then deploy the site to a static host. Roll back a deploy." }],
    },
    {
      url: "/blog/",
      title: "News",
      tags: ["Old News", "Résumé"],
      sections: [{ text: "The old site is gone, long live the new site." }],
    },
  ],
};

test("words are found, best document first, grouped with their sections", async () => {
  const { results, total, corrections } = await (await open(await makeSite(GUIDE))).query("docker container");
  expect(total).toBe(1);
  expect(corrections).toEqual([]);
  expect(results).toMatchObject([
    {
      url: "/handbook/install/",
      sections: [{ url: "/handbook/install/#docker", breadcrumb: ["Requirements"], isCode: false }],
    },
  ]);
  expect(results[0]?.sections[0]?.snippet).toEqual([
    { text: "A ", hit: false },
    { text: "container", hit: true },
    { text: " image.", hit: false },
  ]);
});

test("code and descriptions make snippets too", async () => {
  const site = await open(await makeSite(GUIDE));
  const code = await site.query("inkdex");
  expect(code.results[0]?.sections[0]).toMatchObject({ isCode: true });
  const description = await site.query("laptop");
  expect(plain(description.results[0]?.sections[0]?.snippet ?? [])).toBe("From a laptop to production.");
});

test("a word being typed is completed, a finished one is not", async () => {
  expect(await search(GUIDE, "contai")).toEqual(["Installing"]);
  expect(await search(GUIDE, "contai ")).toEqual([]);
});

test("a misspelt word is corrected", async () => {
  const answer = await (await open(await makeSite(GUIDE))).query("contianer ");
  expect(answer.corrections).toEqual([{ typed: "contianer", meant: "container" }]);
  expect(titlesOf(answer.results)).toEqual(["Installing"]);
});

describe("filters", () => {
  test.each([
    ['"the new site"', ["News"]],
    ['"new the site"', []],
    ["site -deploy", ["News", "Installing"]],
    ['site -"old site"', ["Installing", "Deploying"]],
    ["site tag:guide", ["Installing", "Deploying"]],
    ["site tag:GUIDE tag:setup", ["Installing"]],
    ["site after:2026-01-02", ["Installing", "Deploying"]],
    ["site after:2026-01-03", ["Deploying"]],
    ["site before:2026-05-05", ["Installing"]],
    ["tag:setup", ["Installing"]],
    ['site tag:"old news"', ["News"]],
    ["site tag:resume", ["News"]],
    ["site tag:", ["Installing", "Deploying", "News"]],
  ])("%s", async (text, titles) => {
    expect([...(await search(GUIDE, text))].sort()).toEqual([...titles].sort());
  });
});

test("a phrase is found however many documents have its words apart", async () => {
  const apart = Array.from({ length: 250 }, () => ({ sections: [{ text: "small index small index" }] }));
  const together = {
    title: "Both",
    sections: [{ text: `An index is small here. ${"Other words stand here. ".repeat(30)}` }],
  };
  expect(await search({ documents: [...apart, together] }, '"index is small"')).toEqual(["Both"]);
});

test("a phrase is of one field", async () => {
  expect(await search(GUIDE, '"shell a container"')).toEqual([]);
});

test("terms beyond U+FFFF are in the shard that code-point order says", async () => {
  const letters = ["\u{10400}", "\uff41\u3042", "\u4e00\u4e8c", "\ufb00", "\u{1f600}", "\u{20000}\u{20001}", "zebra"];
  const documents = letters.map((text) => ({ title: "", sections: [{ text }] }));
  const site = await open(await makeSite({ documents, keysPerShard: 1 }));
  for (const [number, text] of letters.entries()) {
    const { results } = await site.query(`${text} `);
    if (text !== "\u{1f600}")
      expect(
        results.map(({ url }) => url),
        text,
      ).toContain(`/page-${number}/`);
  }
});

test("of a very long list the best entries count, and phrases and exclusions ask all of it", async () => {
  const strong = Array.from({ length: RANKED_ENTRIES }, () => ({ text: "common common" }));
  const documents = [{ sections: strong }, { sections: [{ text: "common stock" }] }, { sections: [{ text: "stock" }] }];
  const site = await open(await makeSite({ documents }));
  const find = async (text: string): Promise<readonly string[]> =>
    (await site.query(`${text} `)).results.map(({ url }) => url);
  expect(await find("common")).toEqual(["/page-0/"]);
  expect(await find('"common stock"')).toEqual(["/page-1/"]);
  expect(await find("stock -common")).toEqual(["/page-2/"]);
});

test("more than are looked at have no total", async () => {
  const documents = Array.from({ length: 201 }, () => ({ tags: ["all"], sections: [{ text: "common" }] }));
  const site = await open(await makeSite({ documents }));
  expect(await site.query("common")).toMatchObject({ total: null, results: { length: 10 } });
  expect(await site.query("common tag:all")).toMatchObject({ total: null, results: { length: 10 } });
  expect(await site.query("common tag:none")).toMatchObject({ results: [] });
});

test("a document's own address never leads to another host", async () => {
  const site = await open(await makeSite({ documents: [{ url: "//evil.example/", sections: [{ text: "word" }] }] }));
  expect((await site.query("word")).results[0]?.url).toBe("/evil.example/");
});

test.each(["", "   ", "-word", '""', "after:2026-01-01", "!?"])(
  "a query without words, %j, finds nothing",
  async (text) => {
    expect(await search(GUIDE, text)).toEqual([]);
  },
);

test("only what a query needs is fetched, and once", async () => {
  const asked: string[] = [];
  const site = await open(await makeSite(GUIDE), asked);
  await site.query("docker ");
  // Pointer, directory, one lexicon block, one document.
  expect(asked).toHaveLength(4);
  await site.query("docker ");
  expect(asked).toHaveLength(4);
});

describe("faults", () => {
  const broken = async (change: (files: SiteFiles) => void): Promise<unknown> => {
    const files = await makeSite(GUIDE);
    change(files);
    return (await open(files)).query("site");
  };
  const filesLike = (files: SiteFiles, part: string): readonly string[] =>
    [...files.keys()].filter((path) => path.includes(part));

  test.each([
    ["the pointer is missing", "missing", (files: SiteFiles) => files.delete("docs/current.json")],
    ["the format is unknown", "format", (files: SiteFiles) => files.set("docs/current.json", '{"format":2}')],
    ["the pointer is not JSON", "corrupt", (files: SiteFiles) => files.set("docs/current.json", "<html>")],
    ["the pointer points nowhere", "corrupt", (files: SiteFiles) => files.set("docs/current.json", '{"format":1}')],
  ])("%s: %s", async (_, code, change) => {
    await expect(broken(change)).rejects.toMatchObject({ name: "ArtifactError", code });
  });

  test.each(["objects/aa/", "objects/bb/", "objects/cc/"])("shards of %s are missing or damaged", async (part) => {
    const all = (text?: string) => (files: SiteFiles) => {
      for (const path of filesLike(files, part)) text === undefined ? files.delete(path) : files.set(path, text);
    };
    await expect(broken(all())).rejects.toMatchObject({ code: "missing" });
    await expect(broken(all("{"))).rejects.toMatchObject({ code: "corrupt" });
    await expect(broken(all("{}"))).rejects.toMatchObject({ code: "corrupt" });
    await expect(broken(all("[]"))).rejects.toMatchObject({ code: "corrupt" });
  });

  test("a file that comes back is read again", async () => {
    const files = await makeSite(GUIDE);
    const site = await open(files);
    const saved = new Map(files);
    files.clear();
    await expect(site.query("site")).rejects.toMatchObject({ code: "missing" });
    for (const [path, text] of saved) files.set(path, text);
    expect((await site.query("site")).total).toBe(3);
  });

  test("an aborted query rejects with the signal's reason", async () => {
    const site = await open(await makeSite(GUIDE));
    const aborted = new AbortController();
    const query = site.query("site", { signal: aborted.signal });
    aborted.abort(new Error("typed on"));
    await expect(query).rejects.toThrow("typed on");
  });
});

describe("facets", () => {
  const NEWS = {
    documents: [
      { title: "Site old", date: "2026-01-01T00:00:00Z", tags: ["news"], sections: [{ text: "site" }] },
      { title: "Site undated", tags: ["guide", "News"], sections: [{ text: "site site" }] },
      { title: "Site new", date: "2026-06-01T00:00:00Z", tags: ["guide", "setup"], sections: [{ text: "site" }] },
      { title: "Other", date: "2026-07-01T00:00:00Z", tags: ["guide"], sections: [{ text: "else" }] },
    ],
  };
  const titles = (answer: SearchAnswer): readonly string[] =>
    answer.results.map(({ title }) => title.map(({ text }) => text).join(""));

  test("tags of what was found are counted, after the results have been shown", async () => {
    const site = await open(await makeSite(NEWS));
    const shown: SearchAnswer[] = [];
    const answer = await site.query("site", { facets: true, onUpdate: (update) => shown.push(update) });
    expect(answer.facets?.tags).toEqual([
      { value: "guide", count: 2 },
      { value: "News", count: 1 },
      { value: "news", count: 1 },
      { value: "setup", count: 1 },
    ]);
    expect(shown.map(({ results, facets }) => [results.length, facets])).toEqual([[3, undefined]]);
  });

  test("a filter narrows the query, and what is counted", async () => {
    const site = await open(await makeSite(NEWS));
    const answer = await site.query("site", { facets: true, filter: { tags: ["NEWS", "guide"] } });
    expect(titles(answer)).toEqual(["Site undated"]);
    expect(answer.total).toBe(1);
    expect(answer.facets?.tags.map(({ value }) => value)).toEqual(["News", "guide"]);
    expect(titles(await site.query("site", { filter: { after: "2026-02-01" } }))).toEqual(["Site new"]);
    expect(titles(await site.query("site after:2026-02-01", { filter: { after: "2026-01-01" } }))).toEqual([
      "Site new",
    ]);
    expect(titles(await site.query("site", { filter: { before: "2026-01-01" } }))).toEqual(["Site old"]);
  });

  test("the newest come first when sorted by date, those without a date last", async () => {
    const site = await open(await makeSite(NEWS));
    expect(titles(await site.query("site", { sort: "date" }))).toEqual(["Site new", "Site old", "Site undated"]);
  });

  test("without the file of dates, documents are asked for theirs", async () => {
    const files = await makeSite(NEWS);
    files.delete("objects/cc/cc00000000000003-1.json");
    const answer = await (await open(files)).query("site", { sort: "date" });
    expect(titles(answer)).toEqual(["Site new", "Site old", "Site undated"]);
  });

  test("results do not wait for tags that cannot be read", async () => {
    const files = await makeSite(NEWS);
    files.set("objects/cc/cc00000000000003-0.json", "<html>");
    const answer = await (await open(files)).query("site", { facets: true });
    expect(answer.results).toHaveLength(3);
    expect(answer.facets?.tags).toEqual([]);
  });
});

test("words of the site are suggested by their beginning, the most frequent first", async () => {
  const site = await open(await makeSite(GUIDE));
  const [first = "", ...others] = await site.suggest("S");
  expect(first.startsWith("s")).toBe(true);
  expect(others.every((word) => word.startsWith("s"))).toBe(true);
  expect(await site.suggest("s", { limit: 1 })).toEqual([first]);
  expect(await site.suggest(" ")).toEqual([]);
  expect(await site.suggest("zzz")).toEqual([]);
});
