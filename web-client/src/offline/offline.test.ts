import { beforeEach, describe, expect, test } from "vitest";
import { makeDatabase } from "../database/test-database.ts";
import type { Fetch } from "../engine/artifacts.ts";
import { makeSite, SITE, type SiteFiles } from "../engine/test-site.ts";
import { answerRequest } from "./answers.ts";
import { deleteUnrecorded } from "./copies.ts";
import { Offline, type OfflineEnvironment } from "./offline.ts";
import { type MemoryStorage, makeStorage } from "./test-storage.ts";

const ORIGIN = "https://example.org";
const PAGE = `${ORIGIN}/search/`;
const DATABASE = `${SITE}/revisions/r1/search.db`;
const bytes = await makeDatabase();
const PROGRAMS = { version: "v1", files: { "inkdex-search.js": 6, "assets/engine-12345678.js": 4 } };

let files: SiteFiles;
let memory: MemoryStorage;
let registered: string[];
let isOnline: boolean;

beforeEach(async () => {
  files = await makeSite({ documents: [{ sections: [{ text: "words" }] }] });
  files.set("search/", "<!doctype html>");
  files.set("_inkdex/offline.json", JSON.stringify(PROGRAMS));
  files.set("_inkdex/inkdex-search.js", "import");
  files.set("_inkdex/assets/engine-12345678.js", "code");
  memory = makeStorage();
  registered = [];
  isOnline = true;
});

const fetchFile: Fetch = async (url, init) => {
  init?.signal?.throwIfAborted();
  const name = url.replace(`${ORIGIN}/`, "");
  if (!isOnline) throw new TypeError("no network");
  if (name.endsWith("search.db")) return new Response(bytes);
  const text = files.get(name);
  return text === undefined ? new Response("", { status: 404 }) : new Response(text);
};

function makeOffline(changes: Partial<OfflineEnvironment> = {}): Offline {
  const registration = {
    active: {},
    scope: `${ORIGIN}/search/`,
    unregister: async () => registered.pop() !== undefined,
  };
  const environment: OfflineEnvironment = {
    location: `${PAGE}?q=something#here`,
    fetch: fetchFile,
    storage: memory.storage,
    workers: {
      register: async (url, options) => {
        registered.push(`${url} for ${options?.scope}`);
        return registration as unknown as ServiceWorkerRegistration;
      },
      getRegistration: async () => registration as unknown as ServiceWorkerRegistration,
    },
    quota: { estimate: async () => ({ quota: 1e9, usage: 0 }), persist: async () => true },
    locks: undefined,
    ...changes,
  };
  return new Offline({ base: "/", site: SITE, programs: "/_inkdex/", environment });
}

function withoutProgram(): Offline {
  files.delete("_inkdex/inkdex-search.js");
  return makeOffline();
}

function withoutNetwork(): Offline {
  isOnline = false;
  return makeOffline();
}

/** Publish the same site again under another name. */
function publish(revision: string): void {
  const pointer = String(files.get(`${SITE}/current.json`));
  files.set(`${SITE}/current.json`, pointer.replaceAll('"r1"', `"${revision}"`).replaceAll("/r1/", `/${revision}/`));
}

const ask = (url: string, mode: RequestMode = "cors"): Promise<Response> => {
  const request = new Request(url);
  Object.defineProperty(request, "mode", { value: mode });
  return answerRequest(request, {
    storage: memory.storage,
    fetch: (asked) => fetchFile(asked.url),
    patienceMs: 50,
  });
};

describe("a copy", () => {
  test("holds the page, the programs, the pointer and the database", async () => {
    const offline = makeOffline();
    const seen: number[] = [];
    const status = await offline.makeAvailableOffline({ onProgress: ({ loaded_bytes }) => seen.push(loaded_bytes) });
    expect(status).toMatchObject({ state: "stored", revision: "r1", bytes: bytes.length + 10 });
    expect(await offline.status()).toEqual(status);
    expect(await offline.measure()).toBe(bytes.length + 10);
    expect(seen.at(-1)).toBe(bytes.length + 10);
    const [, urls] = Object.entries(memory.contents()).find(([name]) => name.includes("/r1/")) ?? [];
    expect(urls).toEqual(
      ["search/", "_inkdex/inkdex-search.js", "_inkdex/assets/engine-12345678.js", `${SITE}/current.json`, DATABASE]
        .map((name) => `${ORIGIN}/${name}`)
        .sort(),
    );
    expect(registered).toEqual([`${ORIGIN}/_inkdex/offline-worker.js for ${ORIGIN}/search/`]);
  });

  test("is replaced whole by that of a newer revision", async () => {
    const offline = makeOffline();
    await offline.makeAvailableOffline();
    expect((await offline.check()).state).toBe("stored");
    publish("r2");
    expect(await offline.check()).toMatchObject({ state: "outdated", revision: "r1" });
    expect(await offline.makeAvailableOffline()).toMatchObject({ state: "stored", revision: "r2" });
    expect(Object.keys(memory.contents()).filter((name) => name.includes("/"))).toEqual([
      expect.stringContaining("/r2/"),
    ]);
  });

  test("is outdated when the programs are", async () => {
    const offline = makeOffline();
    await offline.makeAvailableOffline();
    files.set("_inkdex/offline.json", JSON.stringify({ ...PROGRAMS, version: "v2" }));
    expect((await offline.check()).state).toBe("outdated");
  });

  test("goes without a trace", async () => {
    const offline = makeOffline();
    await offline.makeAvailableOffline();
    await offline.removeOffline();
    expect(await offline.status()).toMatchObject({ state: "none", bytes: 0, revision: "" });
    expect(memory.contents()).toEqual({});
    expect(registered).toEqual([]);
  });

  test("of another site stays when one goes", async () => {
    const record = { base: `${ORIGIN}/`, site: "other", revision: "r9", cache: "inkdex-offline/other/r9/x", bytes: 1 };
    await (await memory.storage.open("inkdex-offline")).put(
      `${ORIGIN}/other/offline-record`,
      new Response(JSON.stringify(record)),
    );
    await memory.storage.open(record.cache);
    const offline = makeOffline();
    await offline.makeAvailableOffline();
    await offline.removeOffline();
    expect(Object.keys(memory.contents())).toEqual(["inkdex-offline", record.cache]);
  });
});

describe("a copy that cannot be made leaves the earlier one as it was, and says why:", () => {
  const failures: readonly (readonly [string, () => Offline, object])[] = [
    [
      "a device without room",
      () => makeOffline({ quota: { estimate: async () => ({ quota: 100, usage: 60 }), persist: async () => false } }),
      { name: "OfflineError", code: "quota" },
    ],
    ["a program that is missing", () => withoutProgram(), { code: "missing" }],
    ["no network", () => withoutNetwork(), { code: "unavailable" }],
    [
      "a service worker that is not let in",
      () =>
        makeOffline({
          workers: {
            register: () => Promise.reject(new DOMException("wider than allowed", "SecurityError")),
            getRegistration: async () => undefined,
          },
        }),
      { name: "OfflineError", code: "refused", message: expect.stringContaining("wider than allowed") },
    ],
  ];

  test.each(failures)("%s", async (_, make, error) => {
    await makeOffline().makeAvailableOffline();
    publish("r2");
    const before = memory.contents();
    await expect(make().makeAvailableOffline()).rejects.toMatchObject(error);
    expect(memory.contents()).toEqual(before);
    expect(await makeOffline().status()).toMatchObject({ state: "stored", revision: "r1" });
  });

  test("storage that is full before all is written", async () => {
    memory = makeStorage(bytes.length);
    await expect(makeOffline().makeAvailableOffline()).rejects.toMatchObject({
      code: "quota",
      message: expect.stringMatching(/needs 0\.\d MB/),
    });
    expect(memory.contents()).toEqual({});
  });

  test("a visitor who stops it", async () => {
    const stop = new AbortController();
    const making = makeOffline().makeAvailableOffline({
      signal: stop.signal,
      onProgress: () => stop.abort(new Error("no")),
    });
    await expect(making).rejects.toThrow("no");
    expect(memory.contents()).toEqual({});
  });

  test("a browser that keeps nothing", async () => {
    const offline = makeOffline({ storage: undefined });
    expect((await offline.status()).state).toBe("unsupported");
    await expect(offline.makeAvailableOffline()).rejects.toMatchObject({ code: "unsupported" });
  });
});

describe("the service worker", () => {
  test("answers from the copy when the network is away, whatever is searched", async () => {
    await makeOffline().makeAvailableOffline();
    isOnline = false;
    expect(await (await ask(`${PAGE}?q=words`, "navigate")).text()).toBe("<!doctype html>");
    expect(await (await ask(`${ORIGIN}/${SITE}/current.json`)).json()).toMatchObject({ revision: "r1" });
    expect((await (await ask(`${ORIGIN}/${DATABASE}`)).arrayBuffer()).byteLength).toBe(bytes.length);
    await expect(ask(`${ORIGIN}/elsewhere`)).rejects.toThrow("no network");
  });

  test("asks the network for what may have changed, and only for that", async () => {
    await makeOffline().makeAvailableOffline();
    publish("r2");
    files.set("_inkdex/assets/engine-12345678.js", "never asked for");
    files.set("_inkdex/inkdex-search.js", "newer");
    expect(await (await ask(`${ORIGIN}/${SITE}/current.json`)).json()).toMatchObject({ revision: "r2" });
    expect(await (await ask(`${ORIGIN}/_inkdex/inkdex-search.js`)).text()).toBe("newer");
    expect(await (await ask(`${ORIGIN}/_inkdex/assets/engine-12345678.js`)).text()).toBe("code");
  });

  test("does not wait for ever for a network that does not answer, nor for a server in trouble", async () => {
    await makeOffline().makeAvailableOffline();
    const request = new Request(`${ORIGIN}/${SITE}/current.json`);
    const { storage } = memory;
    const silent = answerRequest(request, { storage, fetch: () => new Promise(() => undefined), patienceMs: 10 });
    expect(await (await silent).json()).toMatchObject({ revision: "r1" });
    const failing = answerRequest(request, { storage, fetch: async () => new Response("", { status: 502 }) });
    expect((await failing).status).toBe(200);
    const gone = answerRequest(request, { storage, fetch: async () => new Response("", { status: 404 }) });
    expect((await gone).status).toBe(404);
  });

  test("leaves alone who wants what the server has, for a new copy", async () => {
    await makeOffline().makeAvailableOffline();
    const request = new Request(`${ORIGIN}/${SITE}/current.json`, { cache: "reload" });
    const { storage } = memory;
    await expect(answerRequest(request, { storage, fetch: () => Promise.reject(new Error("away")) })).rejects.toThrow(
      "away",
    );
  });

  test("asks the network for everything once the copy is removed", async () => {
    const offline = makeOffline();
    await offline.makeAvailableOffline();
    await offline.removeOffline();
    isOnline = false;
    await expect(ask(PAGE, "navigate")).rejects.toThrow("no network");
    expect(memory.contents()).toEqual({});
  });
});

test("copies that were broken off are cleared away", async () => {
  await memory.storage.open("inkdex-offline/docs/r0/broken");
  await memory.storage.open("of somebody else");
  await deleteUnrecorded(memory.storage);
  expect(Object.keys(memory.contents())).toEqual(["of somebody else"]);
});
