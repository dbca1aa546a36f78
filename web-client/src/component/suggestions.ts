import type { SearchEngine } from "./engine-api.ts";

const SHOWN = 4;
const SHORTEST = 2;

/** Queries like one that found nothing: its longest word gives way to words of the site that begin as it does. */
export async function suggestQueries(
  engine: SearchEngine,
  query: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const word = longestWord(query);
  if (!word) return [];
  for (const prefix of prefixes(word)) {
    const words = await engine.suggest(prefix, { limit: SHOWN, signal });
    if (words.length > 0) return words.slice(0, SHOWN).map((found) => query.replace(word, found));
  }
  return [];
}

export function longestWord(query: string): string {
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
}

/** Beginnings of a word, longer ones first: three quarters of it, half, and two characters. */
export function prefixes(word: string): readonly string[] {
  const characters = Array.from(word.toLowerCase());
  const lengths = [0.75, 0.5, 0].map((share) => Math.max(SHORTEST, Math.floor(characters.length * share)));
  const unique = Array.from(new Set(lengths)).filter((length) => length <= characters.length);
  return unique.map((length) => characters.slice(0, length).join(""));
}
