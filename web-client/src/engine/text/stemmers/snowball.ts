/**
 * What Snowball's generated stemmers run on: a word with a cursor, and the instructions of the Snowball language.
 * Mirrors `snowballstemmer/basestemmer.py`, whose names it keeps, because the generated code uses them.
 */

/** Strings to look for, letter by letter: what has been read may be one of them, or go on with a letter. */
interface Among {
  readonly next: Map<string, Among>;
  /** 0 where what has been read is none of them, -1 where it has no result of its own. */
  result: number;
  /** What must hold besides. */
  condition?: (() => boolean) | undefined;
}

type Conditions = Readonly<Record<string, () => boolean>>;

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

  #isNextIn(group: string): boolean {
    return group.includes(this.current.charAt(this.cursor));
  }

  #isPreviousIn(group: string): boolean {
    return group.includes(this.current.charAt(this.cursor - 1));
  }

  in_grouping(group: string): boolean {
    if (this.cursor >= this.limit || !this.#isNextIn(group)) return false;
    this.cursor++;
    return true;
  }

  go_in_grouping(group: string): boolean {
    for (; this.cursor < this.limit; this.cursor++) if (!this.#isNextIn(group)) return true;
    return false;
  }

  in_grouping_b(group: string): boolean {
    if (this.cursor <= this.limit_backward || !this.#isPreviousIn(group)) return false;
    this.cursor--;
    return true;
  }

  go_in_grouping_b(group: string): boolean {
    for (; this.cursor > this.limit_backward; this.cursor--) if (!this.#isPreviousIn(group)) return true;
    return false;
  }

  out_grouping(group: string): boolean {
    if (this.cursor >= this.limit || this.#isNextIn(group)) return false;
    this.cursor++;
    return true;
  }

  go_out_grouping(group: string): boolean {
    for (; this.cursor < this.limit; this.cursor++) if (this.#isNextIn(group)) return true;
    return false;
  }

  out_grouping_b(group: string): boolean {
    if (this.cursor <= this.limit_backward || this.#isPreviousIn(group)) return false;
    this.cursor--;
    return true;
  }

  go_out_grouping_b(group: string): boolean {
    for (; this.cursor > this.limit_backward; this.cursor--) if (this.#isPreviousIn(group)) return true;
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

  /** Strings to look for, separated by commas, by their result from 1 on; first those that have none. */
  among(texts: readonly (string | null)[], conditions: Conditions = {}, backward = false): Among {
    const root: Among = { next: new Map(), result: 0 };
    texts.forEach((list, result) => {
      for (const text of list?.split(",") ?? []) {
        let node = root;
        const letters = text.split("");
        for (const letter of backward ? letters.reverse() : letters) {
          const next: Among = node.next.get(letter) ?? { next: new Map(), result: 0 };
          node.next.set(letter, next);
          node = next;
        }
        node.result = result || -1;
        node.condition = conditions[text];
      }
    });
    return root;
  }

  /** The same, to be looked for before the cursor. */
  among_b(texts: readonly (string | null)[], conditions?: Conditions): Among {
    return this.among(texts, conditions, true);
  }

  /** The result of the longest string of `among` that stands at the cursor, which moves past it; 0 for none. */
  find_among(among: Among, at = this.cursor): number {
    const next = at < this.limit ? among.next.get(this.current.charAt(at)) : undefined;
    return (next && this.find_among(next, at + 1)) || this.#take(among, at);
  }

  find_among_b(among: Among, at = this.cursor): number {
    const next = at > this.limit_backward ? among.next.get(this.current.charAt(at - 1)) : undefined;
    return (next && this.find_among_b(next, at - 1)) || this.#take(among, at);
  }

  #take({ result, condition }: Among, at: number): number {
    if (result === 0) return 0;
    this.cursor = at;
    const holds = condition?.() ?? true;
    this.cursor = at;
    return holds ? result : 0;
  }

  #replace(from: number, to: number, text: string): number {
    const adjustment = text.length - (to - from);
    this.current = this.current.slice(0, from) + text + this.current.slice(to);
    this.limit += adjustment;
    if (this.cursor >= to) this.cursor += adjustment;
    else if (this.cursor > from) this.cursor = from;
    return adjustment;
  }

  slice_from(text: string): boolean {
    this.#replace(this.bra, this.ket, text);
    this.ket = this.bra + text.length;
    return true;
  }

  slice_del(): boolean {
    return this.slice_from("");
  }

  insert(from: number, to: number, text: string): void {
    const adjustment = this.#replace(from, to, text);
    if (from <= this.bra) this.bra += adjustment;
    if (from <= this.ket) this.ket += adjustment;
  }

  slice_to(): string {
    return this.current.slice(this.bra, this.ket);
  }
}
