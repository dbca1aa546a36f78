import { Directory } from "./directory.ts";

/** A directory of one part, for tests: of each document the id of its first section, and the number of them. */
export const makeDirectory = (firstSections: readonly number[], sectionCounts: readonly number[]): Directory =>
  new Directory({
    packs: ["aa00000000000001"],
    partLeaves: Uint32Array.of(0),
    documentLeaves: Uint32Array.from({ length: firstSections.length + 1 }, (_, document) => document),
    firstSections: Uint32Array.from(firstSections),
    sections: Uint32Array.from(sectionCounts),
    units: new Uint32Array(sectionCounts.length).fill(1),
  });
