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

/**
 * A token of the query as it stands there. `position` counts all tokens that are looked for, stop words too. `telling` is
 * what the query's `words` hold: no stop word, or asked for as if it were none.
 */
export interface PlacedTerm {
  readonly term: string;
  readonly position: number;
  readonly telling: boolean;
}

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
  /** What is looked for, in the order in which it is written, without wholes. */
  readonly sequence: readonly PlacedTerm[];
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
    const read = weigh([{ tokens: analyzer.tokens(text), quoted: false }], stopWords, false);
    return { ...read, phrases: [], excluded: [], tags: [], ...limits };
  }
  let pieces: Piece[] = [];
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
      pieces.push({ tokens, quoted: true });
    } else {
      const tokens = analyzer.tokens(word);
      pieces.push({ tokens, quoted: false });
      if (tokens.length > 0) endOfLastWord = match.index + word.length;
    }
  }
  // A filter alone: what it names is all there is to look for.
  if (pieces.every(({ tokens }) => tokens.length === 0)) {
    pieces = tags.map((tag) => ({ tokens: analyzer.tokens(tag), quoted: false }));
  }
  const completing = options.prefix && endOfLastWord === text.length;
  return {
    ...weigh(pieces, stopWords, completing),
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

/** The tokens of a word or of a quotation. */
interface Piece {
  readonly tokens: readonly Token[];
  readonly quoted: boolean;
}

/** The words of the query, and what is looked for in order. */
function weigh(
  pieces: readonly Piece[],
  stopWords: ReadonlySet<string>,
  completing: boolean,
): Pick<Query, "words" | "sequence"> {
  // An analyzer may give the same token for the same word: places tell them apart.
  const placed = pieces.flatMap(({ tokens, quoted }) => tokens.map((token) => ({ token, quoted })));
  const last = completing ? placed.findLastIndex(({ quoted }) => !quoted) : -1;
  const tells = placed.map(({ token, quoted }, at) => quoted || at === last || !stopWords.has(token.surface));
  const isChosen = tells.includes(true) ? tells : tells.map(() => true);
  const chosen = placed.filter((_, at) => isChosen[at]);
  const counts = new Map<string, { readonly first: Token; weight: number }>();
  for (const { token } of [...chosen.filter(({ quoted }) => quoted), ...chosen.filter(({ quoted }) => !quoted)]) {
    const known = counts.get(token.term);
    if (known) known.weight += 1;
    else counts.set(token.term, { first: token, weight: 1 });
  }
  const typed = placed[last]?.token;
  const words = Array.from(counts, ([term, { first, weight }]) => {
    // What is still being typed is completed as it stands now.
    const { surface, whole } = typed?.term === term ? typed : first;
    return { term, surface, weight, whole, completing: typed?.term === term };
  });
  const sequence = placed
    .map(({ token: { term, whole } }, at) => ({ term, whole, telling: isChosen[at] as boolean }))
    .filter(({ whole }) => !whole)
    .map(({ term, telling }, position) => ({ term, position, telling }));
  return { words, sequence };
}
