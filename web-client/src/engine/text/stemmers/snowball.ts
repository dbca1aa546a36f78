/**
 * What Snowball's generated stemmers run on: a word with a cursor, and the instructions of the Snowball language.
 * Mirrors `snowballstemmer/basestemmer.py`, whose names it keeps, because the generated code uses them.
 */

/** A string to look for, the index of the longest shorter one that it starts (ends) with or -1, its result, a condition. */
export type Among = readonly [text: string, substring: number, result: number, condition?: () => boolean];

export class SnowballProgram {
  current = "";
  cursor = 0;
  limit = 0;
  limit_backward = 0;
  bra = 0;
  ket = 0;

  /** What the routine `run` makes of `word`. */
  stem(word: string, run: () => boolean): string {
    this.current = word;
    this.cursor = 0;
    this.limit = word.length;
    this.limit_backward = 0;
    this.bra = 0;
    this.ket = word.length;
    run();
    return this.current;
  }

  private isNextIn(group: string): boolean {
    return group.includes(this.current.charAt(this.cursor));
  }

  private isPreviousIn(group: string): boolean {
    return group.includes(this.current.charAt(this.cursor - 1));
  }

  in_grouping(group: string): boolean {
    if (this.cursor >= this.limit || !this.isNextIn(group)) return false;
    this.cursor++;
    return true;
  }

  go_in_grouping(group: string): boolean {
    for (; this.cursor < this.limit; this.cursor++) if (!this.isNextIn(group)) return true;
    return false;
  }

  in_grouping_b(group: string): boolean {
    if (this.cursor <= this.limit_backward || !this.isPreviousIn(group)) return false;
    this.cursor--;
    return true;
  }

  go_in_grouping_b(group: string): boolean {
    for (; this.cursor > this.limit_backward; this.cursor--) if (!this.isPreviousIn(group)) return true;
    return false;
  }

  out_grouping(group: string): boolean {
    if (this.cursor >= this.limit || this.isNextIn(group)) return false;
    this.cursor++;
    return true;
  }

  go_out_grouping(group: string): boolean {
    for (; this.cursor < this.limit; this.cursor++) if (this.isNextIn(group)) return true;
    return false;
  }

  out_grouping_b(group: string): boolean {
    if (this.cursor <= this.limit_backward || this.isPreviousIn(group)) return false;
    this.cursor--;
    return true;
  }

  go_out_grouping_b(group: string): boolean {
    for (; this.cursor > this.limit_backward; this.cursor--) if (this.isPreviousIn(group)) return true;
    return false;
  }

  eq_s(text: string): boolean {
    if (this.limit - this.cursor < text.length || !this.current.startsWith(text, this.cursor)) return false;
    this.cursor += text.length;
    return true;
  }

  eq_s_b(text: string): boolean {
    if (this.cursor - this.limit_backward < text.length || !this.current.endsWith(text, this.cursor)) return false;
    this.cursor -= text.length;
    return true;
  }

  /** The result of the longest string of `amongs` that stands at the cursor, which moves past it; 0 for none. */
  find_among(amongs: readonly Among[]): number {
    return this.find(amongs, this.limit - this.cursor, 1);
  }

  find_among_b(amongs: readonly Among[]): number {
    return this.find(amongs, this.cursor - this.limit_backward, -1);
  }

  /** Binary search over `amongs`, which are sorted as read in `direction`, then down the chain of shorter strings. */
  private find(amongs: readonly Among[], available: number, direction: 1 | -1): number {
    const start = this.cursor;
    let low = 0;
    let high = amongs.length;
    let commonLow = 0;
    let commonHigh = 0;
    let firstInspected = false;
    while (true) {
      const middle = low + ((high - low) >> 1);
      const text = amongs[middle]![0];
      let common = Math.min(commonLow, commonHigh);
      let difference = 0;
      for (; common < text.length && difference === 0; common++) {
        if (common === available) {
          difference = -1;
        } else {
          difference =
            direction === 1
              ? this.current.charCodeAt(start + common) - text.charCodeAt(common)
              : this.current.charCodeAt(start - 1 - common) - text.charCodeAt(text.length - 1 - common);
        }
        if (difference !== 0) break;
      }
      if (difference < 0) {
        high = middle;
        commonHigh = common;
      } else {
        low = middle;
        commonLow = common;
      }
      if (high - low <= 1) {
        if (low > 0 || high === low || firstInspected) break;
        firstInspected = true;
      }
    }
    for (let index = low; index >= 0; ) {
      const [text, substring, result, condition] = amongs[index]!;
      if (commonLow >= text.length) {
        this.cursor = start + direction * text.length;
        if (condition === undefined) return result;
        const holds = condition();
        this.cursor = start + direction * text.length;
        if (holds) return result;
      }
      index = substring;
    }
    return 0;
  }

  private replace(from: number, to: number, text: string): number {
    const adjustment = text.length - (to - from);
    this.current = this.current.slice(0, from) + text + this.current.slice(to);
    this.limit += adjustment;
    if (this.cursor >= to) this.cursor += adjustment;
    else if (this.cursor > from) this.cursor = from;
    return adjustment;
  }

  slice_from(text: string): boolean {
    this.replace(this.bra, this.ket, text);
    this.ket = this.bra + text.length;
    return true;
  }

  slice_del(): boolean {
    return this.slice_from("");
  }

  insert(from: number, to: number, text: string): void {
    const adjustment = this.replace(from, to, text);
    if (from <= this.bra) this.bra += adjustment;
    if (from <= this.ket) this.ket += adjustment;
  }

  slice_to(): string {
    return this.current.slice(this.bra, this.ket);
  }
}
