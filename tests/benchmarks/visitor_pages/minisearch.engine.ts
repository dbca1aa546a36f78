/** What a site imports of MiniSearch. */
export { default } from "minisearch";
