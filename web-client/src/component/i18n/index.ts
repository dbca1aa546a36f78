import type { Child } from "../dom.ts";
import { messages as english } from "./en.ts";
import type { Messages, Plural } from "./messages.ts";

export type { Advice, Messages } from "./messages.ts";

/** Languages of the interface. All but English are loaded when they are asked for. */
const LOADERS: Readonly<Record<string, () => Promise<{ readonly messages: Messages }>>> = {
  ar: () => import("./ar.ts"),
  de: () => import("./de.ts"),
  es: () => import("./es.ts"),
  fr: () => import("./fr.ts"),
  ja: () => import("./ja.ts"),
  pt: () => import("./pt.ts"),
  zh: () => import("./zh.ts"),
};

/** The language of the interface for a BCP 47 tag: `de` for `de-AT`, English for one that there are no texts in. */
export function chooseLanguage(tag: string): string {
  const [primary = ""] = tag.toLowerCase().split(/[-_]/);
  return primary in LOADERS ? primary : "en";
}

export const isRightToLeft = (language: string): boolean => language === "ar";

/** The texts of an interface in one language. */
export class Texts {
  readonly language: string;
  readonly all: Messages;
  readonly #number: Intl.NumberFormat;
  readonly #plural: Intl.PluralRules;
  readonly #date: Intl.DateTimeFormat;

  constructor(language = "en", messages = english) {
    this.language = language;
    this.all = messages;
    this.#number = new Intl.NumberFormat(language);
    this.#plural = new Intl.PluralRules(language);
    this.#date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  }

  /** `1,204 pages`. */
  count(plural: Plural, count: number): string {
    const text = plural[this.#plural.select(count)] ?? plural.other;
    return fillText(text, { n: this.#number.format(count) });
  }

  number(count: number): string {
    return this.#number.format(count);
  }

  /** `2 Jan 2026` of an artifact's time; empty for one that is none. */
  date(time: string): string {
    const moment = new Date(time);
    return time && !Number.isNaN(moment.valueOf()) ? this.#date.format(moment) : "";
  }
}

/** The texts of a language, English until they are loaded or when they cannot be. */
export async function loadTexts(language: string): Promise<Texts> {
  const load = LOADERS[language];
  if (!load) return new Texts();
  try {
    return new Texts(language, (await load()).messages);
  } catch {
    return new Texts();
  }
}

/** A text with the names in braces filled in. */
export const fillText = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** The same with elements: the pieces of the text, and what is filled in, in order. */
export const fillNodes = (text: string, values: Readonly<Record<string, readonly Child[]>>): readonly Child[] =>
  text.split(/(\{\w+\})/).flatMap((piece) => values[piece.slice(1, -1)] ?? [piece]);
