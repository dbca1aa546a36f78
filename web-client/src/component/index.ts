/** `inkdex-search.js`: defines `<inkdex-search>`, which loads the engine when somebody is about to search. */

import { InkdexSearch } from "./element.ts";
import type { InkdexEvent, InkdexEvents } from "./events.ts";

export type { InkdexEvent, InkdexEvents };
export { InkdexSearch };

InkdexSearch.scriptUrl = import.meta.url;
if (!customElements.get("inkdex-search")) customElements.define("inkdex-search", InkdexSearch);

type EventMap = { [Name in keyof InkdexEvents]: InkdexEvent<Name> };

declare global {
  interface HTMLElementTagNameMap {
    "inkdex-search": InkdexSearch;
  }
  interface HTMLElementEventMap extends EventMap {}
  interface DocumentEventMap extends EventMap {}
}
