/** What the benchmark asks of every search engine: open it with nothing loaded, and answer with what a page would show. */

/** One result: the page's address, its title, and the text around what was searched for. */
export interface Found {
  readonly url: string;
  readonly title: string;
  readonly snippet: string;
}

export interface Engine {
  /** The best `limit` pages. */
  readonly search: (text: string, limit: number) => Promise<readonly Found[]>;
}

export interface Opening {
  /** Search by words and meaning, where the engine can. */
  readonly hybrid: boolean;
}

export type Open = (opening: Opening) => Promise<Engine>;

declare global {
  interface Window {
    openEngine: Open;
  }
}
