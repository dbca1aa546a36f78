/**
 * What the component tells the page. Events bubble and leave the shadow tree, so one listener on the document hears all.
 * Nothing is sent anywhere: what a page makes of them is its own affair.
 */
export interface InkdexEvents {
  /** The first revision, or a newer one, is open. */
  "inkdex:ready": {
    readonly revision: string;
    readonly title: string;
    readonly language: string;
    readonly documents: number;
  };
  /** The palette has opened. */
  "inkdex:open": { readonly query: string };
  /** The palette has closed. */
  "inkdex:close": { readonly query: string };
  /** A query has its last answer, and typing has paused. */
  "inkdex:search": {
    readonly query: string;
    /** How many documents are shown. */
    readonly shown: number;
    /** How many match; null when not all were looked at. */
    readonly total: number | null;
    readonly meaning: "off" | "pending" | "used" | "unavailable";
    readonly tags: readonly string[];
    readonly sort: "relevance" | "date";
    /** Milliseconds. */
    readonly took: number;
  };
  /** A result is about to be followed; `preventDefault()` keeps the browser from doing so. */
  "inkdex:select": {
    readonly query: string;
    readonly url: string;
    readonly title: string;
    /** The document's place among the results, from 1. */
    readonly position: number;
    readonly newTab: boolean;
  };
  /** The search failed and says so. */
  "inkdex:error": { readonly query: string; readonly code: string; readonly message: string };
}

export type InkdexEvent<Name extends keyof InkdexEvents> = CustomEvent<InkdexEvents[Name]>;

/** Tell the page. Returns false when a listener has prevented what comes next. */
export const tell = <Name extends keyof InkdexEvents>(
  target: EventTarget,
  name: Name,
  detail: InkdexEvents[Name],
): boolean =>
  target.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: name === "inkdex:select" }),
  );
