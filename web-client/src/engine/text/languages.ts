/** Languages by their BCP 47 tags; a stemmer is its own chunk, loaded for the sites that need it. */

import { SnowballProgram } from "./stemmers/snowball.ts";

interface StemmerModule {
  readonly makeStem: (program: SnowballProgram) => (word: string) => string;
  /** The letters that the algorithm knows and folding would change. */
  readonly knownDiacritics: string;
  /** Folded surfaces, separated by spaces. */
  readonly stopWords: string;
}

export interface Stemmer extends Pick<StemmerModule, "knownDiacritics" | "stopWords"> {
  readonly stem: (word: string) => string;
}

/** Primary language subtag -> its Snowball algorithm. */
const LOADERS: Readonly<Record<string, () => Promise<StemmerModule>>> = {
  ar: () => import("./stemmers/arabic.ts"),
  ca: () => import("./stemmers/catalan.ts"),
  cs: () => import("./stemmers/czech.ts"),
  da: () => import("./stemmers/danish.ts"),
  de: () => import("./stemmers/german.ts"),
  el: () => import("./stemmers/greek.ts"),
  en: () => import("./stemmers/english.ts"),
  eo: () => import("./stemmers/esperanto.ts"),
  es: () => import("./stemmers/spanish.ts"),
  et: () => import("./stemmers/estonian.ts"),
  eu: () => import("./stemmers/basque.ts"),
  fa: () => import("./stemmers/persian.ts"),
  fi: () => import("./stemmers/finnish.ts"),
  fr: () => import("./stemmers/french.ts"),
  ga: () => import("./stemmers/irish.ts"),
  hi: () => import("./stemmers/hindi.ts"),
  hu: () => import("./stemmers/hungarian.ts"),
  hy: () => import("./stemmers/armenian.ts"),
  id: () => import("./stemmers/indonesian.ts"),
  it: () => import("./stemmers/italian.ts"),
  lt: () => import("./stemmers/lithuanian.ts"),
  nb: () => import("./stemmers/norwegian.ts"),
  ne: () => import("./stemmers/nepali.ts"),
  nl: () => import("./stemmers/dutch.ts"),
  nn: () => import("./stemmers/norwegian.ts"),
  no: () => import("./stemmers/norwegian.ts"),
  pl: () => import("./stemmers/polish.ts"),
  pt: () => import("./stemmers/portuguese.ts"),
  ro: () => import("./stemmers/romanian.ts"),
  ru: () => import("./stemmers/russian.ts"),
  sr: () => import("./stemmers/serbian.ts"),
  st: () => import("./stemmers/sesotho.ts"),
  sv: () => import("./stemmers/swedish.ts"),
  ta: () => import("./stemmers/tamil.ts"),
  tr: () => import("./stemmers/turkish.ts"),
  yi: () => import("./stemmers/yiddish.ts"),
};

/** `de` of `de-AT`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? "";
}

/** The stemmer of a primary language, null where there is none. */
export async function loadStemmer(language: string): Promise<Stemmer | null> {
  if (!Object.hasOwn(LOADERS, language)) return null;
  const { makeStem, knownDiacritics, stopWords } = await LOADERS[language]!();
  return { stem: makeStem(new SnowballProgram()), knownDiacritics, stopWords };
}
