import type { Query } from "./query.ts";
import { fold } from "./text/index.ts";

/** Whether the query asks for something that postings alone cannot tell, so that documents must be read to answer it. */
export const hasFilters = (query: Query): boolean =>
  query.phrases.length > 0 || query.tags.length > 0 || query.after !== "" || query.before !== "";

/** What a page asks for besides the query's text. Days are `YYYY-MM-DD`, both included. */
export interface Filter {
  readonly tags?: readonly string[];
  readonly after?: string;
  readonly before?: string;
}

/** The query, narrowed by a filter as by `tag:`, `after:` and `before:` in its text. */
export function narrow(query: Query, { tags = [], after = "", before = "" }: Filter): Query {
  return {
    ...query,
    tags: [...query.tags, ...tags.map(fold)],
    after: after > query.after ? after : query.after,
    before: before && (!query.before || before < query.before) ? before : query.before,
  };
}
