/**
 * Calls `onRebuild` whenever the server has a new revision, or is back after it was away. Only a server that names the
 * path of its events in the page is asked: published sites have none.
 */
export function listenToRebuilds(onRebuild: () => void): void {
  const path = document.querySelector<HTMLMetaElement>('meta[name="inkdex-events"]')?.content ?? "";
  if (!path.startsWith("/")) return;
  const events = new EventSource(path);
  let wasAway = false;
  events.addEventListener("revision", onRebuild);
  events.addEventListener("error", () => {
    wasAway = true;
  });
  events.addEventListener("open", () => {
    if (wasAway) onRebuild();
    wasAway = false;
  });
}
