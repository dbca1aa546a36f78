/** Snippets: the piece of a text around what was searched for, with the hits marked. Plain text throughout, never HTML. */

import type { Analyzer } from "./text/index.ts";

/** A run of text; `hit` when it is what was searched for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** Text in pieces, in order. */
export type Marked = readonly Piece[];

/** The length of a snippet in UTF-16 units, roughly. */
const SNIPPET_CHARS = 200;

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

/** How the blocks or lines of a text are shown: in one line, or as they are. */
type Joining = (text: string, before: string) => string;

/** The whole of `text` with the searched terms marked. */
export const markTerms = (text: string, terms: ReadonlySet<string>, analyzer: Analyzer): Marked =>
  cutPieces(text, 0, text.length, findHits(text, terms, analyzer), joinBlocks);

/**
 * The stretch of `text` that holds most of the searched terms, about 200 characters, cut at words; null when `text` has
 * none of them. Blocks of prose become one line; lines of code stay lines.
 */
export function cutSnippet(
  text: string,
  terms: ReadonlySet<string>,
  analyzer: Analyzer,
  isCode = false,
): Marked | null {
  const hits = findHits(text, terms, analyzer);
  if (hits.length === 0) return null;
  const [first, last] = bestStretch(hits);
  return cut(text, first, last, hits, isCode);
}

/** The beginning of `text`, about 200 characters, cut at a word. */
export const cutBeginning = (text: string, isCode = false): Marked => cut(text, 0, 0, [], isCode);

function cut(text: string, first: number, last: number, hits: readonly Hit[], isCode: boolean): Marked {
  const [start, end] = expand(text, first, last);
  const pieces = cutPieces(text, start, end, hits, isCode ? keepLines : joinBlocks);
  return withEllipses(text, start, end, pieces);
}

function findHits(text: string, terms: ReadonlySet<string>, analyzer: Analyzer): readonly Hit[] {
  return analyzer
    .tokens(text)
    .filter((token) => terms.has(token.term))
    .map(({ start, end, term }) => ({ start, end, term }));
}

/** Start and end of the run of hits, no longer than a snippet, with most different terms, then most hits; the first such. */
function bestStretch(hits: readonly Hit[]): readonly [start: number, end: number] {
  let best: readonly [number, number] = [0, 0];
  let bestValue = 0;
  hits.forEach((first, index) => {
    const terms = new Set<string>();
    let end = first.end;
    let count = 0;
    for (const hit of hits.slice(index, index + SNIPPET_CHARS)) {
      if (hit.end - first.start > SNIPPET_CHARS && count > 0) break;
      terms.add(hit.term);
      end = Math.max(end, hit.end);
      count += 1;
    }
    const value = terms.size * SNIPPET_CHARS + count;
    if (value > bestValue) {
      bestValue = value;
      best = [first.start, end];
    }
  });
  return best;
}

/** Widen [first, last] to a snippet: from the start of its sentence when that is near, else a third of the room before it. */
function expand(text: string, first: number, last: number): readonly [start: number, end: number] {
  const room = Math.max(0, SNIPPET_CHARS - (last - first));
  const earliest = Math.max(0, first - Math.round(room / 2));
  let start = sentenceStart(text, earliest, first);
  if (start < 0) start = wordStart(text, Math.max(0, first - Math.round(room / 3)), first);
  let end = wordEnd(text, last, Math.min(text.length, Math.max(last, start + SNIPPET_CHARS)));
  while (start < first && isSpace(text, start)) start += 1;
  while (end > last && isSpace(text, end - 1)) end -= 1;
  return [start, end];
}

const isSpace = (text: string, index: number): boolean => /\s/.test(text.charAt(index));

/** Where the first sentence or block that starts within [earliest, limit] starts; -1 when none does. */
function sentenceStart(text: string, earliest: number, limit: number): number {
  if (earliest === 0) return 0;
  const start = text.slice(earliest - 1, limit).search(/(?<=[.!?…]\s|[\n。！？])\S/u);
  return start < 0 ? -1 : earliest - 1 + start;
}

/** The nearest start of a word at or after `from`, no further than `limit`; in scripts without spaces, of a character. */
function wordStart(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = text.slice(from - 1, Math.min(limit, from + 30)).search(/\s\S/);
  return space >= 0 ? from + space : isInsidePair(text, from) ? from + 1 : from;
}

/** The nearest end of a word at or before `from`, no nearer than `limit`; in scripts without spaces, of a character. */
function wordEnd(text: string, limit: number, from: number): number {
  if (from >= text.length) return text.length;
  for (let end = from; end > Math.max(limit, from - 30); end -= 1) {
    if (isSpace(text, end)) return end;
  }
  return isInsidePair(text, from) ? from - 1 : from;
}

/** Whether `index` is between the two halves of a surrogate pair. */
const isInsidePair = (text: string, index: number): boolean => /^[\uDC00-\uDFFF]/.test(text.slice(index, index + 1));

function withEllipses(text: string, start: number, end: number, pieces: Marked): Marked {
  const plain = (ellipsis: string): Piece => ({ text: ellipsis, hit: false });
  return [
    ...(start > 0 && !isBlockStart(text, start) ? [plain("… ")] : []),
    ...pieces,
    ...(end < text.length ? [plain(" …")] : []),
  ];
}

const isBlockStart = (text: string, start: number): boolean => text.charAt(start - 1) === "\n";

/** Cut text[start:end] into pieces at its hits; hits that overlap, or have only a space between them, are one. */
function cutPieces(text: string, start: number, end: number, hits: readonly Hit[], join: Joining): Marked {
  const pieces: Piece[] = [];
  const add = (from: number, to: number, hit: boolean): void => {
    if (to > from) pieces.push({ text: join(text.slice(from, to), text.charAt(from - 1)), hit });
  };
  let at = start;
  for (const [from, to] of mergeHits(
    text,
    hits.filter((hit) => hit.start >= start && hit.end <= end),
  )) {
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  return pieces;
}

function mergeHits(text: string, hits: readonly Hit[]): readonly (readonly [start: number, end: number])[] {
  const merged: [start: number, end: number][] = [];
  for (const { start, end } of hits) {
    const last = merged.at(-1);
    if (last && (start <= last[1] || text.slice(last[1], start) === " ")) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** A dot between blocks of which the first has no end of its own. `before` is the character before `text`. */
const joinBlocks: Joining = (text, before) =>
  (before + text)
    .replace(/([^\s.!?:;,…。！？])[^\S\n]*\n\s*/gu, "$1 · ")
    .replace(/\s+/g, " ")
    .slice(before.length);

const keepLines: Joining = (text) => text;
