import type { DocumentResult, SearchAnswer } from "../engine/index.ts";

/** How searching by meaning went: `unavailable` when words alone had to answer. */
export type Meaning = "off" | "pending" | "used" | "unavailable";

export interface TagCount {
  readonly value: string;
  readonly count: number;
}

/** An answer as the component reads it. */
export interface Answer extends Pick<SearchAnswer, "results" | "total" | "corrections" | "took_ms"> {
  readonly meaning?: Meaning;
  readonly facets?: { readonly tags: readonly TagCount[] };
}

/** What the component asks the engine for. */
export interface Request {
  readonly limit: number;
  readonly meaning: "auto" | "off";
  readonly filter: { readonly tags: readonly string[] };
  readonly sort: "relevance" | "date";
  readonly facets: boolean;
  readonly signal: AbortSignal;
  /** Earlier, complete answers: by words first. */
  readonly onUpdate: (answer: Answer) => void;
}

/** The part of the engine's `Search` that the component uses. */
export interface SearchEngine {
  readonly manifest: {
    readonly revision: string;
    readonly site: { readonly title: string; readonly language: string; readonly baseUrl: string };
    readonly counts: { readonly documents: number; readonly sections: number };
  };
  warmUp(): Promise<void>;
  query(text: string, request: Request): Promise<Answer>;
  suggest?(
    prefix: string,
    options: { readonly limit: number; readonly signal: AbortSignal },
  ): Promise<readonly string[]>;
}

export type { DocumentResult };

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
