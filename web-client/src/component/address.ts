/** The page's address holds the query, so that it can be shared, reloaded and gone back to. */

const PARAMETER = "q";
/** Browsers refuse pages that rewrite their address at every key. */
const SETTLE_MS = 300;

let settling: ReturnType<typeof setTimeout> | undefined;

/** The query that the page was opened with. */
export const readAddress = (): string => new URLSearchParams(window.location.search).get(PARAMETER) ?? "";

/** Put the query into the address, once typing pauses. */
export function writeAddressSoon(text: string): void {
  clearTimeout(settling);
  settling = setTimeout(() => writeAddress(text), SETTLE_MS);
}

/** Put the query into the address at once, before the page is left. */
export function writeAddress(text: string): void {
  clearTimeout(settling);
  const url = new URL(window.location.href);
  if (text) url.searchParams.set(PARAMETER, text);
  else url.searchParams.delete(PARAMETER);
  if (url.href !== window.location.href) window.history.replaceState(window.history.state, "", url);
}
