/** The path of a pack's JSON file, below the base. */
export const pathOfFile = (pack: string, file: number): string => `objects/${pack.slice(0, 2)}/${pack}-${file}.json`;

/** The path of a pack's block file. */
export const pathOfBlocks = (pack: string): string => `objects/${pack.slice(0, 2)}/${pack}.bin`;
