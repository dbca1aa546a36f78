/**
 * Runs: the pieces of a query that have vectors of their own. A run is a row of letters and marks, one digit, or a row
 * of other signs; it keeps its case, and one that begins a word has a space in front. The same as
 * `shared/domain/vectors/runs.py`.
 */

import { MAX_QUERY_CHARS } from "../query.ts";
import { lower } from "../text/folding.ts";
import { shapeOf } from "../text/shapes.ts";

/** Longer runs are names of programs, encoded data and lines; they have no vector. */
const MAX_RUN_CHARS = 32;
/** Different runs of a query that are looked up; each may cost a request. */
const MAX_QUERY_RUNS = 64;

const PIECE = /\S+/g;
const RUN = /[Ulscm]+|d|[^Ulscmd]+/g;

/** The runs of a query that are looked up, in order, repetitions included. */
export function queryRuns(text: string): readonly string[] {
  const found: string[] = [];
  const known = new Set<string>();
  for (const [piece] of Array.from(text).slice(0, MAX_QUERY_CHARS).join("").matchAll(PIECE)) {
    for (const run of runsOfPiece(piece)) {
      if (!known.has(run) && known.size === MAX_QUERY_RUNS) return found;
      known.add(run);
      found.push(run);
    }
  }
  return found;
}

function runsOfPiece(piece: string): readonly string[] {
  const characters = Array.from(piece);
  const runs: string[] = [];
  for (const { 0: shape, index } of shapeOf(characters).matchAll(RUN)) {
    if (shape.length > MAX_RUN_CHARS) continue;
    runs.push((index === 0 ? " " : "") + characters.slice(index, index + shape.length).join(""));
  }
  return runs;
}

const ONE_CLASS = /^ ?(?:[A-Za-z]+|[!-/:-@[-`{-~]+)$/;

/**
 * The tokens of a run of ASCII letters or other ASCII signs; empty for any other run. Byte-pair encoding: of all
 * neighbours that together are a token, those are joined whose token has the lowest rank, of equal ones the first.
 */
export function splitRun(run: string, ranks: ReadonlyMap<string, number>): readonly string[] {
  if (!ONE_CLASS.test(run)) return [];
  const tokens = Array.from(run);
  for (;;) {
    let place = -1;
    let lowest = Number.POSITIVE_INFINITY;
    for (let at = 0; at + 1 < tokens.length; at += 1) {
      const rank = ranks.get(`${tokens[at]}${tokens[at + 1]}`) ?? Number.POSITIVE_INFINITY;
      if (rank < lowest) [place, lowest] = [at, rank];
    }
    if (place < 0) return tokens;
    tokens.splice(place, 2, `${tokens[place]}${tokens[place + 1]}`);
  }
}

/** The run as it is, then what may stand for it, best first: another place in a word, lower case, a capital. */
export function variantsOf(run: string): readonly string[] {
  const text = textOf(run);
  const small = lower(text);
  const [first = ""] = small;
  const places = run.startsWith(" ") ? [" ", ""] : ["", " "];
  const forms = [text, small, first.toUpperCase() + small.slice(first.length)];
  return forms.flatMap((form) => places.map((place) => place + form));
}

/** What all spellings of a run have in common. */
export const commonForm = (run: string): string => lower(textOf(run));

const textOf = (run: string): string => (run.startsWith(" ") ? run.slice(1) : run);
