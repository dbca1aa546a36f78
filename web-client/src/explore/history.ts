/** Statements that were run on this device, newest first. */

const MOST = 30;
const MOST_CHARS = 4_000;

/** What of the web's `Storage` is used; it may refuse, in private windows and when it is full. */
export type Memory = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class StatementHistory {
  readonly #memory: Memory | null;
  readonly #key: string;
  #statements: readonly string[];

  constructor(site: string, memory: Memory | null) {
    this.#memory = memory;
    this.#key = `inkdex:${site}:statements`;
    this.#statements = this.#read();
  }

  get statements(): readonly string[] {
    return this.#statements;
  }

  /** Remember a statement as the newest. */
  add(sql: string): void {
    const statement = sql.trim();
    if (statement === "" || statement.length > MOST_CHARS) return;
    const others = this.#statements.filter((known) => known !== statement);
    this.#statements = [statement, ...others].slice(0, MOST);
    this.#attempt((memory) => memory.setItem(this.#key, JSON.stringify(this.#statements)));
  }

  clear(): void {
    this.#statements = [];
    this.#attempt((memory) => memory.removeItem(this.#key));
  }

  #read(): readonly string[] {
    try {
      const known: unknown = JSON.parse(this.#memory?.getItem(this.#key) ?? "[]");
      return Array.isArray(known) ? known.filter((each) => typeof each === "string").slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  /** A history that cannot be kept still serves as long as the page is open. */
  #attempt(write: (memory: Memory) => void): void {
    try {
      if (this.#memory) write(this.#memory);
    } catch {
      // Storage is full or forbidden.
    }
  }
}

/** The page's storage; null where the browser has none for it. */
export function localMemory(): Memory | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
