/** What a site imports of Orama. */
export { create, load, search } from "@orama/orama";
