import { make } from "../component/dom.ts";
import type { DownloadProgress, QueryResult, Schema } from "../database/index.ts";
import type { Manifest } from "../engine/index.ts";
import { byId } from "../page/elements.ts";
import { countOf } from "../page/words.ts";
import { EXAMPLES } from "./examples.ts";
import { renderTable } from "./result-table.ts";
import { renderSchema, type SchemaActions } from "./schema-view.ts";

/** `398 kB`, `12.4 MB`. */
export function formatBytes(bytes: number): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 1 : 0 })} ${unit}`;
}

/** The page's elements, and what is shown in them. Knows nothing of where answers come from. */
export class ExploreView {
  readonly form = byId("form", HTMLFormElement);
  readonly sql = byId("sql", HTMLTextAreaElement);
  readonly run = byId("run", HTMLButtonElement);
  readonly stop = byId("stop", HTMLButtonElement);
  readonly csv = byId("csv", HTMLButtonElement);
  readonly json = byId("json", HTMLButtonElement);
  readonly cancel = byId("cancel", HTMLButtonElement);
  readonly forget = byId("forget", HTMLButtonElement);
  readonly #heading = byId("heading", HTMLHeadingElement);
  readonly #facts = byId("facts", HTMLParagraphElement);
  readonly #examples = byId("examples", HTMLUListElement);
  readonly #schema = byId("schema", HTMLDivElement);
  readonly #history = byId("history", HTMLUListElement);
  readonly #loading = byId("loading", HTMLDivElement);
  readonly #progress = byId("progress", HTMLProgressElement);
  readonly #progressLabel = byId("progress-label", HTMLLabelElement);
  readonly #status = byId("status", HTMLParagraphElement);
  readonly #error = byId("error", HTMLDivElement);
  readonly #result = byId("result", HTMLElement);
  readonly #lists = ["examples-box", "schema-box", "history-box"].map((id) => byId(id, HTMLDetailsElement));

  showSite({ site, counts }: Manifest, size_bytes: number): void {
    document.title = `Explore ${site.title}`;
    this.#heading.textContent = `Explore ${site.title}`;
    this.#facts.textContent = `${countOf(counts.documents, "page")}, ${countOf(counts.sections, "section")}, ${formatBytes(size_bytes)}`;
  }

  showExamples(run: (sql: string) => void): void {
    this.#examples.replaceChildren(...EXAMPLES.map(({ title, sql }) => choice(title, () => run(sql))));
    this.foldLists();
  }

  /** On a phone the lists would push the editor off the screen. */
  foldLists(): void {
    const isNarrow = window.matchMedia("(max-width: 56rem)").matches;
    for (const box of this.#lists) {
      if (isNarrow) box.open = false;
    }
  }

  showHistory(statements: readonly string[], choose: (sql: string) => void): void {
    this.#history.replaceChildren(
      ...(statements.length > 0
        ? statements.map((sql) => choice(sql.replace(/\s+/g, " ").slice(0, 120), () => choose(sql), "statement"))
        : [make("li", { class: "quiet" }, "Statements that you run are kept here, on this device only.")]),
    );
    this.forget.hidden = statements.length === 0;
  }

  showSchema(schema: Schema, actions: SchemaActions): void {
    this.#schema.replaceChildren(...renderSchema(schema, actions));
  }

  showProgress({ loaded_bytes, total_bytes }: DownloadProgress): void {
    this.#loading.hidden = false;
    if (total_bytes === null) this.#progress.removeAttribute("value");
    else this.#progress.value = loaded_bytes / total_bytes;
    const whole = total_bytes === null ? "" : ` of ${formatBytes(total_bytes)}`;
    this.#progressLabel.textContent = `Loading the database: ${formatBytes(loaded_bytes)}${whole}`;
  }

  hideProgress(): void {
    this.#loading.hidden = true;
  }

  /** Between the start of a statement and its end. */
  showRunning(isRunning: boolean): void {
    this.run.disabled = isRunning;
    this.stop.disabled = !isRunning;
    for (const button of [this.csv, this.json]) button.disabled = isRunning || this.#result.hidden === true;
    document.body.classList.toggle("is-running", isRunning);
  }

  showStatus(text: string): void {
    this.#status.textContent = text;
  }

  showResult(result: QueryResult, baseUrl: string): void {
    this.#error.hidden = true;
    this.#result.replaceChildren(renderTable(result, baseUrl));
    this.#result.scrollTo({ top: 0, left: 0 });
    this.#result.hidden = false;
    this.#status.scrollIntoView({ block: "nearest" });
  }

  /** Show what went wrong in place of a result. */
  showError(title: string, detail: string, remedy?: { readonly label: string; readonly act: () => void }): void {
    this.#result.hidden = true;
    const button = remedy && make("button", { type: "button", class: "button", "data-testid": "remedy" }, remedy.label);
    button?.addEventListener("click", () => remedy?.act());
    this.#error.replaceChildren(make("strong", {}, title), make("p", {}, detail), ...(button ? [button] : []));
    this.#error.hidden = false;
    this.showStatus("");
  }

  clearError(): void {
    this.#error.hidden = true;
  }

  /** Offer a file to keep. */
  offerFile(name: string, text: string, type: string): void {
    const url = URL.createObjectURL(new Blob([text], { type }));
    make("a", { href: url, download: name }).click();
    // The browser has begun to read by then.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

function choice(text: string, act: () => void, style = ""): HTMLLIElement {
  const button = make("button", { type: "button", class: style }, text);
  button.addEventListener("click", act);
  return make("li", {}, button);
}
