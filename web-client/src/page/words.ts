/** The words of the page that depend on numbers. */

const number = new Intl.NumberFormat("en");

/** `1 page`, `1,204 pages`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;
