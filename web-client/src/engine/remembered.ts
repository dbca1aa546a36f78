import type { Postings } from "./postings.ts";

/** Postings that are kept decoded: 4 MB of section ids. Visitors' words repeat from one keystroke to the next. */
const KEPT_POSTINGS = 1_000_000;

/** Remembers the lists that were asked for last, decoded, as long as they are not too many. */
export class RememberedPostings {
  readonly #lists = new Map<string, Postings>();
  readonly #limit: number;
  #kept = 0;

  constructor(limit = KEPT_POSTINGS) {
    this.#limit = limit;
  }

  /** The list of `term`: as it is remembered, or else as `read` gives it. */
  async get(term: string, read: (term: string) => Promise<Postings>): Promise<Postings> {
    const known = this.#lists.get(term);
    const list = known ?? (await read(term));
    this.#remember(term, list);
    return list;
  }

  #remember(term: string, list: Postings): void {
    this.#forget(term); // a map keeps the order in which keys are put in: the last one asked for goes to the end
    this.#lists.set(term, list);
    this.#kept += costOf(list);
    for (const oldest of this.#lists.keys()) {
      if (this.#kept <= this.#limit) break;
      this.#forget(oldest);
    }
  }

  #forget(term: string): void {
    const list = this.#lists.get(term);
    if (!list) return;
    this.#kept -= costOf(list);
    this.#lists.delete(term);
  }
}

/** A short list takes some memory too, and so does the absence of a list. */
const costOf = (list: Postings): number => list.size + 32;
