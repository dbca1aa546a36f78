/** A snippet for engines that come without one: the text around the first of the query's words. */

const BEFORE = 60;
const LENGTH = 200;

export function cutSnippet(text: string, query: string): string {
  const folded = text.toLowerCase();
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places, folded.length) - BEFORE);
  return text.slice(start, start + LENGTH);
}
