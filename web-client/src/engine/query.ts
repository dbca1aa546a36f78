/**
 * A query as a visitor types it: words, "phrases", -exclusions and filters. The same as `shared/domain/query.py`.
 *
 * `tag:name`, `tag:"two words"`, `before:2026-01-31` and `after:2026-01-31` filter by document; a filter that makes no
 * sense is searched as words. A tag alone finds what has the tag.
 */

import { type Analyzer, fold, type Token } from "./text/index.ts";

/** Characters (code points) of a query that are read: nobody types more, and a long query costs the visitor's own time. */
export const MAX_QUERY_CHARS = 2_000;

/** A query of more words is prose: its quotes and hyphens are punctuation, not operators. */
const PROSE_WORDS = 12;

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

/** Terms that stand one after another; in an exclusion their order does not matter. */
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

/** JavaScript's white space (`\s`) separates words, in the builder's language too. */
const PIECES = /(?<prefix>-|tag:)?"(?<quoted>[^"]*)(?:"|$)|(?<word>\S+)/g;
const WORDS = /\S+/g;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Read a query. With `prefix`, a last word without anything behind it is taken as one still being typed. */
export function parseQuery(
  typed: string,
  analyzer: Analyzer,
  stopWords: ReadonlySet<string>,
  options: { readonly prefix: boolean },
): Query {
  const text = Array.from(typed).slice(0, MAX_QUERY_CHARS).join("");
  const limits = { after: "", before: "" };
  if ((text.match(WORDS) ?? []).length > PROSE_WORDS) {
    const words = weigh(analyzer.tokens(text), [], stopWords, false);
    return { words, phrases: [], excluded: [], tags: [], ...limits };
  }
  const free: Token[] = [];
  const inPhrases: Token[] = [];
  const phrases: Phrase[] = [];
  const excluded: Phrase[] = [];
  const tags: string[] = [];
  let endOfLastWord = -1;
  for (const match of text.matchAll(PIECES)) {
    const { prefix, quoted, word = "" } = match.groups as { prefix?: string; quoted?: string; word?: string };
    const [name, value] = splitFilter(word);
    if (prefix === "tag:" || (name === "tag" && value)) {
      tags.push(fold(quoted ?? value));
    } else if ((name === "after" || name === "before") && DATE.test(value)) {
      limits[name] = value;
    } else if (prefix === "-" || /^-[^-]/u.test(word)) {
      excluded.push(termsInOrder(analyzer.tokens(quoted ?? word.slice(1))));
    } else if (quoted !== undefined) {
      const tokens = analyzer.tokens(quoted);
      phrases.push(termsInOrder(tokens));
      inPhrases.push(...tokens);
    } else {
      const tokens = analyzer.tokens(word);
      free.push(...tokens);
      if (tokens.length > 0) endOfLastWord = match.index + word.length;
    }
  }
  // A filter alone: what it names is all there is to look for.
  if (free.length === 0 && inPhrases.length === 0) free.push(...tags.flatMap((tag) => analyzer.tokens(tag)));
  const completing = options.prefix && endOfLastWord === text.length;
  return {
    words: weigh(free, inPhrases, stopWords, completing),
    phrases: phrases.filter((terms) => terms.length > 0),
    excluded: excluded.filter((terms) => terms.length > 0),
    tags,
    ...limits,
  };
}

const termsInOrder = (tokens: readonly Token[]): Phrase =>
  tokens.filter((token) => !token.whole).map((token) => token.term);

function splitFilter(word: string): readonly [name: string, value: string] {
  const colon = word.indexOf(":");
  return colon < 0 ? [word, ""] : [word.slice(0, colon), word.slice(colon + 1)];
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
  return Array.from(counts, ([term, { first, weight }]) => {
    // What is still being typed is completed as it stands now.
    const { surface, whole } = last?.term === term ? last : first;
    return { term, surface, weight, whole, completing: last?.term === term };
  });
}
