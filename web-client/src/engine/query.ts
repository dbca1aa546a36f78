/**
 * A query as a visitor types it: words, "phrases", -exclusions and filters. The same as `shared/domain/query.py`.
 *
 * `tag:name`, `before:2026-01-31` and `after:2026-01-31` filter by document; a filter that makes no sense is searched as
 * words.
 */

import type { Analyzer, Token } from "./text/index.ts";

/** Characters of a query that are read. */
export const MAX_QUERY_CHARS = 500;

/** One thing to look for. */
export interface QueryWord {
  readonly term: string;
  /** The word as it is typed, folded. */
  readonly surface: string;
  /** How often it was asked for. */
  readonly weight: number;
  /** A compound, whose parts are words of the query too. */
  readonly whole: boolean;
  /** The word still being typed. */
  readonly completing: boolean;
}

/** Terms that stand one after another. */
export type Phrase = readonly string[];

/** A parsed query. */
export interface Query {
  readonly words: readonly QueryWord[];
  readonly phrases: readonly Phrase[];
  readonly excluded: readonly Phrase[];
  readonly tags: readonly string[];
  /** Earliest date, `YYYY-MM-DD`, the day itself included; empty for none. */
  readonly after: string;
  /** Latest date, the day itself included; empty for none. */
  readonly before: string;
}

const PIECES = /(?<minus>-)?"(?<phrase>[^"]*)(?:"|$)|(?<word>\S+)/g;

/** Read a query. With `prefix`, a last word without anything behind it is taken as one still being typed. */
export function parseQuery(
  typed: string,
  analyzer: Analyzer,
  stopWords: ReadonlySet<string>,
  options: { readonly prefix: boolean },
): Query {
  const text = Array.from(typed).slice(0, MAX_QUERY_CHARS).join("");
  const free: Token[] = [];
  const phraseTokens: Token[] = [];
  const phrases: Phrase[] = [];
  const excluded: Phrase[] = [];
  const tags: string[] = [];
  const limits = { after: "", before: "" };
  let lastIsWord = false;
  for (const { groups } of text.matchAll(PIECES)) {
    lastIsWord = false;
    const { minus, phrase, word = "" } = groups as { minus?: string; phrase?: string; word?: string };
    if (phrase !== undefined) {
      const tokens = analyzer.tokens(phrase);
      const terms = termsInOrder(tokens);
      if (terms.length > 0 && minus) {
        excluded.push(terms);
      } else if (terms.length > 0) {
        phrases.push(terms);
        phraseTokens.push(...tokens);
      }
      continue;
    }
    const [name, value] = splitFilter(word);
    const negated = word.startsWith("-") && !word.startsWith("--") ? analyzer.tokens(word.slice(1)) : [];
    if (name === "tag" && value) {
      tags.push(value.toLowerCase());
    } else if ((name === "after" || name === "before") && isDate(value)) {
      limits[name] = value;
    } else if (negated.length > 0) {
      excluded.push(termsInOrder(negated));
    } else {
      free.push(...analyzer.tokens(word));
      lastIsWord = true;
    }
  }
  const completing = options.prefix && lastIsWord && !/\s$/.test(text);
  return { words: weigh(free, phraseTokens, stopWords, completing), phrases, excluded, tags, ...limits };
}

const termsInOrder = (tokens: readonly Token[]): Phrase =>
  tokens.filter((token) => !token.whole).map((token) => token.term);

function splitFilter(word: string): readonly [name: string, value: string] {
  const colon = word.indexOf(":");
  return colon < 0 ? ["", ""] : [word.slice(0, colon), word.slice(colon + 1)];
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}

function weigh(
  free: readonly Token[],
  inPhrases: readonly Token[],
  stopWords: ReadonlySet<string>,
  completing: boolean,
): readonly QueryWord[] {
  const last = completing ? free.at(-1) : undefined;
  const telling = free.filter((token) => token === last || !stopWords.has(token.surface));
  const chosen = telling.length > 0 || inPhrases.length > 0 ? [...inPhrases, ...telling] : free;
  const counts = new Map<string, { readonly first: Token; weight: number }>();
  for (const token of chosen) {
    const known = counts.get(token.term);
    if (known) known.weight += 1;
    else counts.set(token.term, { first: token, weight: 1 });
  }
  return Array.from(counts, ([term, { first, weight }]) => ({
    term,
    surface: first.surface,
    weight,
    whole: first.whole,
    completing: last?.term === term,
  }));
}
