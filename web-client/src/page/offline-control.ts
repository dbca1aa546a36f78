import type { Offline, OfflineStatus } from "../offline/index.ts";
import { byId } from "./elements.ts";

/** Our own files, as the servers of Inkdex have them. */
const PROGRAMS = "/_inkdex/";
/** What remembers copies: whoever has none loads nothing for this before asking for it. */
const RECORDS = "inkdex-offline";

/**
 * The foot's button that keeps the search on this device, and takes it away again. A copy that is there is brought up to
 * date. `inkdex dev` shows what is still being written, so there is nothing to keep.
 */
export function offerOffline(site: string): void {
  const isDraft = document.querySelector<HTMLMetaElement>('meta[name="inkdex-events"]')?.content !== "";
  if (isDraft || !("caches" in window) || !("serviceWorker" in navigator)) return;
  const control = new OfflineControl(site);
  control.show("none");
  void control.start();
}

class OfflineControl {
  readonly #site: string;
  readonly #button = byId("offline", HTMLButtonElement);
  readonly #note = byId("offline-note", HTMLSpanElement);
  #act: () => Promise<void> = () => this.#keep();
  #running: AbortController | undefined;

  constructor(site: string) {
    this.#site = site;
    this.#button.addEventListener("click", () => void this.#act());
  }

  /** Look for a copy, and bring it up to date when there is a network for it. */
  async start(): Promise<void> {
    if (!(await caches.has(RECORDS))) return;
    const offline = await this.#load();
    this.#showStatus(await offline.status());
    if (navigator.onLine && !savesData() && (await this.#isOutdated(offline))) await this.#keep();
  }

  show(state: "none" | "storing" | "stored" | "failed", note = ""): void {
    this.#button.hidden = false;
    this.#button.dataset["state"] = state;
    this.#note.textContent = note;
    this.#button.textContent = LABELS[state];
    if (state === "stored") this.#act = () => this.#remove();
    else if (state === "storing") this.#act = async () => this.#running?.abort();
    else this.#act = () => this.#keep();
  }

  #showStatus({ state, bytes }: OfflineStatus): void {
    if (state === "none" || state === "unsupported") this.show("none");
    else this.show("stored", `Available offline (${megabytes(bytes)}).`);
  }

  async #keep(): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    this.show("storing", "Storing…");
    try {
      const offline = await this.#load();
      const status = await offline.makeAvailableOffline({
        signal: running.signal,
        onProgress: ({ loaded_bytes, total_bytes }) => {
          this.#note.textContent = `Storing ${megabytes(loaded_bytes)} of ${megabytes(total_bytes)}…`;
        },
      });
      this.#showStatus(status);
    } catch (error) {
      if (running.signal.aborted) this.#showStatus(await (await this.#load()).status());
      else this.show("failed", error instanceof Error ? error.message : String(error));
    }
  }

  async #remove(): Promise<void> {
    const offline = await this.#load();
    await offline.removeOffline();
    this.#showStatus(await offline.status());
  }

  async #isOutdated(offline: Offline): Promise<boolean> {
    try {
      return (await offline.check()).state === "outdated";
    } catch {
      // No network after all: the copy serves as it is.
      return false;
    }
  }

  async #load(): Promise<Offline> {
    // As sites load it: the page need not have it a second time.
    const module: typeof import("../offline/index.ts") = await import(/* @vite-ignore */ `${PROGRAMS}offline.js`);
    const pages = [".", "explore"];
    return new module.Offline({ base: "/", site: this.#site, programs: PROGRAMS, pages, scope: "." });
  }
}

const LABELS = {
  none: "Keep for offline use",
  storing: "Cancel",
  stored: "Remove",
  failed: "Try again",
} as const;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Whether the visitor has asked the browser to load little. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData === true;
