/** The engine as the component loads it, when somebody is about to search. */
export { createSearch } from "../engine/index.ts";
