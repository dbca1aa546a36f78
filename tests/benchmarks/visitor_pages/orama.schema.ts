/** Pages with their headings. `url` is kept with a document and not searched. */
export const SCHEMA = { title: "string", headings: "string", text: "string" } as const;
