/** Languages by their BCP 47 tags; a stemmer is its own chunk, loaded for the sites that need it. */

interface StemmerModule {
  readonly stem: (word: string) => string;
  /** The letters that the algorithm knows and folding would change. */
  readonly knownDiacritics: string;
  /** Folded surfaces, separated by spaces. */
  readonly stopWords: string;
}

/** Primary language subtag -> name of the Snowball algorithm. */
export const STEMMER_BY_LANGUAGE: Readonly<Record<string, string>> = {
  ar: "arabic", ca: "catalan", cs: "czech", da: "danish", de: "german", el: "greek", en: "english",
  eo: "esperanto", es: "spanish", et: "estonian", eu: "basque", fa: "persian", fi: "finnish", fr: "french",
  ga: "irish", hi: "hindi", hu: "hungarian", hy: "armenian", id: "indonesian", it: "italian", lt: "lithuanian",
  nb: "norwegian", ne: "nepali", nl: "dutch", nn: "norwegian", no: "norwegian", pl: "polish", pt: "portuguese",
  ro: "romanian", ru: "russian", sr: "serbian", st: "sesotho", sv: "swedish", ta: "tamil", tr: "turkish",
  yi: "yiddish",
};

const LOADERS: Readonly<Record<string, () => Promise<StemmerModule>>> = {
  arabic: () => import("./stemmers/arabic.ts"),
  armenian: () => import("./stemmers/armenian.ts"),
  basque: () => import("./stemmers/basque.ts"),
  catalan: () => import("./stemmers/catalan.ts"),
  czech: () => import("./stemmers/czech.ts"),
  danish: () => import("./stemmers/danish.ts"),
  dutch: () => import("./stemmers/dutch.ts"),
  english: () => import("./stemmers/english.ts"),
  esperanto: () => import("./stemmers/esperanto.ts"),
  estonian: () => import("./stemmers/estonian.ts"),
  finnish: () => import("./stemmers/finnish.ts"),
  french: () => import("./stemmers/french.ts"),
  german: () => import("./stemmers/german.ts"),
  greek: () => import("./stemmers/greek.ts"),
  hindi: () => import("./stemmers/hindi.ts"),
  hungarian: () => import("./stemmers/hungarian.ts"),
  indonesian: () => import("./stemmers/indonesian.ts"),
  irish: () => import("./stemmers/irish.ts"),
  italian: () => import("./stemmers/italian.ts"),
  lithuanian: () => import("./stemmers/lithuanian.ts"),
  nepali: () => import("./stemmers/nepali.ts"),
  norwegian: () => import("./stemmers/norwegian.ts"),
  persian: () => import("./stemmers/persian.ts"),
  polish: () => import("./stemmers/polish.ts"),
  portuguese: () => import("./stemmers/portuguese.ts"),
  romanian: () => import("./stemmers/romanian.ts"),
  russian: () => import("./stemmers/russian.ts"),
  serbian: () => import("./stemmers/serbian.ts"),
  sesotho: () => import("./stemmers/sesotho.ts"),
  spanish: () => import("./stemmers/spanish.ts"),
  swedish: () => import("./stemmers/swedish.ts"),
  tamil: () => import("./stemmers/tamil.ts"),
  turkish: () => import("./stemmers/turkish.ts"),
  yiddish: () => import("./stemmers/yiddish.ts"),
};

/** `de` of `de-AT`. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/, 1)[0] ?? "";
}

/** The stemmer of a primary language, null where there is none. */
export async function loadStemmer(language: string): Promise<StemmerModule | null> {
  const algorithm = Object.hasOwn(STEMMER_BY_LANGUAGE, language) ? STEMMER_BY_LANGUAGE[language] : undefined;
  return algorithm === undefined ? null : await LOADERS[algorithm]!();
}
