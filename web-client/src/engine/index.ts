/** The search engine without a user interface: what a site may import by itself. */

export { ArtifactError, type ArtifactErrorCode } from "./errors.ts";
export type { TagCount } from "./facets.ts";
export type { Filter } from "./filters.ts";
export type { Manifest } from "./manifest.ts";
export type { Correction } from "./ranking.ts";
export type { DocumentResult, SectionResult } from "./results.ts";
export {
  createSearch,
  type MeaningState,
  type QueryOptions,
  type Search,
  type SearchAnswer,
  type SearchOptions,
} from "./search.ts";
export type { Marked, Piece } from "./snippets.ts";
