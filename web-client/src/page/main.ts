import type { InkdexSearch } from "../component/index.ts";
import { byId } from "./elements.ts";
import { offerOffline } from "./offline-control.ts";
import { listenToRebuilds } from "./rebuilds.ts";
import { countOf } from "./words.ts";

/** The search page: `<inkdex-search>` with the site's name above it and its size below. */
const search = document.querySelector("inkdex-search") as InkdexSearch;
const title = byId("site-title", HTMLElement);
const counts = byId("counts", HTMLElement);

let name = "";
let isOffered = false;

function showTitle(query: string): void {
  document.title = [query, name && `Search ${name}`].filter(Boolean).join(" – ") || "Search";
}

search.addEventListener("inkdex:ready", ({ detail }) => {
  name = detail.title;
  title.textContent = name;
  title.lang = detail.language;
  counts.textContent = countOf(detail.documents, "page");
  showTitle(search.query.trim());
  if (!isOffered) offerOffline(search.site);
  isOffered = true;
});
search.addEventListener("input", () => showTitle(search.query.trim()));

void customElements.whenDefined("inkdex-search").then(async () => {
  search.warmUp();
  showTitle(search.query.trim());
  // On a phone this would open the keyboard over the page.
  if (window.matchMedia("(hover: hover)").matches) await search.open();
  listenToRebuilds(() => void search.refresh());
});
