/** Checks of parsed JSON against the format. Each returns its argument with its type, or throws a `TypeError` that says what is wrong. */

/** A JSON object, whose values are yet unknown. */
export type Fields = Readonly<Record<string, unknown>>;

const fail = (expected: string, where: string): never => {
  throw new TypeError(`${where} is not ${expected}`);
};

export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const asFields = (value: unknown, where: string): Fields => (isFields(value) ? value : fail("an object", where));

export const asString = (value: unknown, where: string): string =>
  typeof value === "string" ? value : fail("a string", where);

/** A whole number that is not negative. */
export const asCount = (value: unknown, where: string): number =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail("a count", where);

export const asNumber = (value: unknown, where: string): number =>
  typeof value === "number" ? value : fail("a number", where);

export const asList = <T>(value: unknown, where: string, item: (value: unknown, where: string) => T): readonly T[] =>
  Array.isArray(value) ? value.map((each) => item(each, `an item of ${where}`)) : fail("a list", where);

/** Require columns in step. */
export const checkEqualLengths = (...columns: readonly { readonly length: number }[]): void => {
  if (columns.some((column) => column.length !== columns[0]?.length)) {
    throw new TypeError("columns differ in length");
  }
};
