/** The words of the page that depend on numbers. */

const number = new Intl.NumberFormat("en");
const date = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" });

/** `1 page`, `1,204 pages`. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : many}`;

/** `2 Jan 2026` of an artifact's time; empty for one that is none. */
export function formatDate(time: string): string {
  const moment = new Date(time);
  return Number.isNaN(moment.valueOf()) ? "" : date.format(moment);
}
