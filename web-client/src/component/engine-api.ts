import type { Search } from "../engine/index.ts";

/** The part of the engine's `Search` that the component uses. */
export type SearchEngine = Pick<Search, "manifest" | "warmUp" | "query" | "suggest">;

/** Where the artifacts are. */
export interface Source {
  readonly base: string;
  readonly site: string;
  readonly embed: string | undefined;
}

/** Load the engine, and open the published revision of a site. */
export async function openEngine({ base, site, embed }: Source, signal?: AbortSignal): Promise<SearchEngine> {
  const [{ createSearch }, name] = await Promise.all([
    import("../engine/index.ts"),
    site || findOnlySite(base, signal),
  ]);
  return createSearch({ base, site: name, ...(embed ? { embed } : {}) });
}

/** The site's name where the page does not say it: a built folder lists its sites in `inkdex.json`. */
async function findOnlySite(base: string, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`${base}inkdex.json`, { cache: "no-cache", signal: signal ?? null });
  const list: unknown = response.ok ? await response.json() : null;
  const sites = typeof list === "object" && list !== null && "sites" in list ? list.sites : null;
  const [only, ...others] = Array.isArray(sites) ? sites : [];
  if (typeof only === "string" && others.length === 0) return only;
  throw new Error(`${base} holds ${others.length ? "several sites" : "no list of sites"}: say site="…"`);
}
