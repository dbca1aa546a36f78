import { openEngine, type SearchEngine, type Source } from "./engine-api.ts";

/** After this long, a reader who comes back to the search may find that a new revision was published. */
const FRESH_MS = 5 * 60_000;

/** The opened revision of a site. Nothing is loaded before somebody is about to search. */
export class Session {
  readonly #source: () => Source;
  readonly #onOpen: (engine: SearchEngine) => void;
  #opening: Promise<SearchEngine> | undefined;
  #lookedAt = 0;

  /** `onOpen` is told of each revision as it is opened. */
  constructor(source: () => Source, onOpen: (engine: SearchEngine) => void) {
    this.#source = source;
    this.#onOpen = onOpen;
  }

  /** The engine, opened once; a failure is forgotten, so that asking again tries again. */
  open(): Promise<SearchEngine> {
    if (this.#opening) return this.#opening;
    const opening = this.#openNow();
    this.#opening = opening;
    opening.catch(() => {
      if (this.#opening === opening) this.#opening = undefined;
    });
    return opening;
  }

  /**
   * Fetch what the first query needs, and look for a newer revision when the last look is some minutes ago. The old
   * one answers until the new one is there. Never throws: the query would tell.
   */
  warmUp(): void {
    const old = this.#opening;
    if (!old) {
      this.open().then(
        (engine) => engine.warmUp(),
        () => {},
      );
    } else if (Date.now() - this.#lookedAt > FRESH_MS) {
      this.#lookedAt = Date.now();
      this.#replace(old).catch(() => {});
    }
  }

  /** The next query opens what is published then. */
  forget(): void {
    this.#opening = undefined;
  }

  async #openNow(): Promise<SearchEngine> {
    this.#lookedAt = Date.now();
    const engine = await openEngine(this.#source());
    this.#onOpen(engine);
    return engine;
  }

  async #replace(old: Promise<SearchEngine>): Promise<void> {
    const [before, now] = await Promise.all([old, openEngine(this.#source())]);
    if (this.#opening !== old || before.manifest.revision === now.manifest.revision) return;
    await now.warmUp();
    this.#opening = Promise.resolve(now);
    this.#onOpen(now);
  }
}
