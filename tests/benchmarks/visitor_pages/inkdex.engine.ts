/** What a site imports of Inkdex. */
export * from "inkdex";
