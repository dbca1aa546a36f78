import { openDatabase, type QueryResult, type SiteDatabase, SqlError, sizeOfDatabase } from "../database/index.ts";
import { ArtifactStore } from "../engine/artifacts.ts";
import { ArtifactError } from "../engine/errors.ts";
import { type Manifest, readManifest } from "../engine/manifest.ts";
import { countOf } from "../page/words.ts";
import { type Chosen, Editor } from "./editor.ts";
import { EXAMPLES } from "./examples.ts";
import { localMemory, StatementHistory } from "./history.ts";
import { toCsv, toJson } from "./values.ts";
import { type ExploreView, formatBytes } from "./view.ts";

const BASE = "/";
const PARAMETER = "sql";
/** A larger database is loaded when the visitor asks for it. */
const AUTOMATIC_BYTES = 5_000_000;
const SHOWN_ROWS = 1_000;
const DOWNLOADED_ROWS = 1_000_000;
/** Addresses that are longer do not survive being sent. */
const MAX_LINK_CHARS = 4_000;

/** What went wrong, in words. */
interface Failure {
  readonly title: string;
  readonly detail: string;
}

/** The SQL console of a site: turns statements into answers of its database. */
export class ExplorePage {
  readonly #view: ExploreView;
  readonly #site: string;
  readonly #editor: Editor;
  readonly #history: StatementHistory;
  #opening: Promise<SiteDatabase> | undefined;
  #manifest: Manifest | undefined;
  #running: AbortController | undefined;
  /** What the shown answer is the answer to, for downloads. */
  #answered = "";

  constructor(view: ExploreView, site: string) {
    this.#view = view;
    this.#site = site;
    this.#editor = new Editor(view.sql, () => void this.#runChosen());
    this.#history = new StatementHistory(site, localMemory());
  }

  /** Listen to the visitor, and open a database that is small enough. */
  start(): void {
    const { form, sql, stop, cancel, csv, json, forget } = this.#view;
    const linked = new URLSearchParams(window.location.search).get(PARAMETER);
    sql.value = linked ?? (sql.value || (EXAMPLES[0]?.sql ?? ""));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#runChosen();
    });
    for (const button of [stop, cancel]) button.addEventListener("click", () => this.#running?.abort());
    csv.addEventListener("click", () => void this.#download("csv"));
    json.addEventListener("click", () => void this.#download("json"));
    forget.addEventListener("click", () => {
      this.#history.clear();
      this.#showHistory();
    });
    this.#view.showExamples((example) => this.#replaceAndRun(example));
    this.#showHistory();
    void this.#prepare(linked !== null);
  }

  /** Ask the newest revision from now on. */
  async refresh(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    (await opening?.catch(() => undefined))?.close();
    await this.#prepare(false);
  }

  /** Tell what there is, and open it unless it is large. */
  async #prepare(andRun: boolean): Promise<void> {
    await this.#attempt(
      async (signal) => {
        const store = new ArtifactStore(BASE, (url, init) => fetch(url, init));
        const manifest = await readManifest(store, this.#site, signal);
        const size = await sizeOfDatabase({ base: BASE, site: this.#site, manifest, signal });
        this.#manifest = manifest;
        this.#view.showSite(manifest, size);
        if (size <= AUTOMATIC_BYTES) await this.#open(signal);
        else this.#view.showStatus(`Run loads the database first: ${formatBytes(size)}.`);
      },
      () => this.#prepare(andRun),
    );
    if (andRun && this.#opening) await this.#runChosen();
  }

  #open(signal: AbortSignal): Promise<SiteDatabase> {
    this.#opening ??= this.#openNow(signal).catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #openNow(signal: AbortSignal): Promise<SiteDatabase> {
    try {
      const onProgress = this.#view.showProgress.bind(this.#view);
      const database = await openDatabase({
        base: BASE,
        site: this.#site,
        manifest: this.#manifest,
        signal,
        onProgress,
      });
      this.#view.showSchema(await database.schema(), {
        insert: (name) => this.#editor.insert(name),
        run: (sql) => this.#replaceAndRun(sql),
      });
      this.#view.showStatus("The database is open.");
      return database;
    } finally {
      this.#view.hideProgress();
    }
  }

  #replaceAndRun(sql: string): void {
    this.#editor.replace(sql);
    this.#view.foldLists();
    void this.#runChosen();
  }

  async #runChosen(): Promise<void> {
    const { chosen } = this.#editor;
    if (this.#running) return;
    await this.#attempt(
      async (signal) => {
        this.#history.add(chosen.sql);
        this.#showHistory();
        const result = await this.#query(chosen.sql, SHOWN_ROWS, signal);
        this.#answered = chosen.sql;
        this.#view.showResult(result, this.#manifest?.site.baseUrl ?? "/");
        this.#view.showStatus(describe(result));
        writeLink(chosen.sql);
      },
      () => this.#runChosen(),
      chosen,
    );
  }

  async #query(sql: string, limit: number, signal: AbortSignal): Promise<QueryResult> {
    const database = await this.#open(signal);
    this.#view.showStatus("Running…");
    return database.query(sql, [], { limit, signal });
  }

  /** All rows of the answer that is shown: more than the page shows. */
  async #download(format: "csv" | "json"): Promise<void> {
    if (this.#running) return;
    await this.#attempt(
      async (signal) => {
        const result = await this.#query(this.#answered, DOWNLOADED_ROWS, signal);
        const [text, type] = format === "csv" ? [toCsv(result), "text/csv"] : [toJson(result), "application/json"];
        this.#view.offerFile(`${this.#site}.${format}`, text, type);
        const rest = result.truncated ? ", and there are more: ask for less at a time, with LIMIT and OFFSET" : "";
        this.#view.showStatus(`${countOf(result.rows.length, "row")} downloaded${rest}.`);
      },
      () => this.#download(format),
    );
  }

  /** Do one thing at a time, which Stop ends; tell what goes wrong. */
  async #attempt(
    work: (signal: AbortSignal) => Promise<void>,
    again: () => Promise<void>,
    chosen?: Chosen,
  ): Promise<void> {
    const running = new AbortController();
    const started = performance.now();
    this.#running = running;
    this.#view.clearError();
    this.#view.showRunning(true);
    try {
      await work(running.signal);
    } catch (error) {
      if (running.signal.aborted) {
        const seconds = ((performance.now() - started) / 1_000).toFixed(1);
        this.#view.showStatus(`Stopped after ${seconds} s.`);
      } else {
        this.#showFailure(error, again, chosen);
      }
    } finally {
      this.#running = undefined;
      this.#view.showRunning(false);
    }
  }

  #showFailure(error: unknown, again: () => Promise<void>, chosen: Chosen | undefined): void {
    const line = error instanceof SqlError && error.line !== null ? error.line + (chosen?.linesBefore ?? 0) : null;
    const { title, detail } = explain(error, line);
    if (line !== null) this.#editor.goToLine(line);
    const retry = { label: "Try again", act: () => void again() };
    this.#view.showError(title, detail, error instanceof SqlError ? undefined : retry);
  }

  #showHistory(): void {
    this.#view.showHistory(this.#history.statements, (sql) => {
      this.#editor.replace(sql);
      this.#view.foldLists();
    });
  }
}

const describe = ({ rows, truncated, took_ms }: QueryResult): string => {
  const time = took_ms < 10 ? took_ms.toFixed(1) : took_ms.toFixed(0);
  const count = truncated
    ? `The first ${countOf(rows.length, "row")}; a download has the others`
    : countOf(rows.length, "row");
  return `${count}, in ${time} ms.`;
};

function explain(error: unknown, line: number | null): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof SqlError) {
    const where = line === null ? "" : `Line ${line}: `;
    return { title: TITLES[error.code], detail: `${where}${detail}` };
  }
  if (error instanceof ArtifactError) return { title: ARTIFACT_TITLES[error.code], detail };
  return { title: "The page failed. Please report it.", detail };
}

const TITLES: Readonly<Record<SqlError["code"], string>> = {
  sql: "SQLite does not take this statement",
  refused: "This statement is not run: the database is only read",
  timeout: "The statement took too long",
  memory: "The browser's memory is full",
  closed: "The database was closed: run the statement again",
};

const ARTIFACT_TITLES: Readonly<Record<ArtifactError["code"], string>> = {
  missing: "There is no database: build the site, then try again",
  unavailable: "The database could not be loaded: check your connection",
  corrupt: "The database is damaged: build the site again",
  format: "The database was written by another version of Inkdex: reload the page",
};

/** The page's address runs the statement again, and can be sent to somebody. */
function writeLink(sql: string): void {
  const url = new URL(window.location.href);
  url.search = new URLSearchParams({ [PARAMETER]: sql }).toString();
  if (url.href.length <= MAX_LINK_CHARS) window.history.replaceState(null, "", url);
}
