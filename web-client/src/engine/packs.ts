/** The path of a pack's `file`, below the base. */
export const pathOfFile = (pack: string, file: number): string => `objects/${pack.slice(0, 2)}/${pack}-${file}.json`;
