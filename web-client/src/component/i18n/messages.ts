/** Texts of one number, by the plural category of `Intl.PluralRules`. `{n}` is the number. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** What went wrong, and what to do about it. */
export type Advice = readonly [title: string, advice: string];

/** All that the component says. Names in braces are filled in. */
export interface Messages {
  readonly search: string;
  readonly searchSite: string;
  readonly clear: string;
  readonly close: string;
  readonly results: string;
  readonly pages: Plural;
  readonly best: Plural;
  readonly searching: string;
  readonly useArrows: string;
  readonly refining: string;
  readonly reordered: string;
  readonly kept: string;
  readonly wordsOnly: string;
  readonly corrected: string;
  readonly didYouMean: string;
  readonly nothing: string;
  readonly nothingAdvice: string;
  readonly withoutFilters: string;
  readonly recent: string;
  readonly clearRecent: string;
  readonly filterByTag: string;
  readonly newestFirst: string;
  readonly more: string;
  readonly retry: string;
  readonly keys: { readonly move: string; readonly open: string; readonly close: string; readonly clear: string };
  readonly tips: readonly (readonly [typed: string, meaning: string])[];
  readonly errors: {
    readonly offline: Advice;
    readonly noIndex: Advice;
    readonly missing: Advice;
    readonly unavailable: Advice;
    readonly corrupt: Advice;
    readonly format: Advice;
    readonly fault: Advice;
  };
}
