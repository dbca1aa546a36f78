/** The keys that a list of links under a search box answers to. */
export interface KeyboardActions {
  /** Move into the results from the box. */
  readonly commit: () => void;
  readonly clear: () => void;
}

/**
 * `/` or Ctrl/Cmd-K focuses the box from anywhere; arrows, Home and End move through the links of `list`; Enter in the box
 * commits (on a link the browser follows it); Escape clears; typing on a link goes on in the box.
 */
export function listenToKeys(box: HTMLInputElement, list: HTMLElement, actions: KeyboardActions): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (isShortcut(event, target)) {
      event.preventDefault();
      box.focus();
      box.select();
      return;
    }
    const inBox = target === box;
    const inList = list.contains(target);
    if (!inBox && !inList) return;
    if (event.key === "Escape") {
      event.preventDefault();
      actions.clear();
    } else if (event.key === "Enter" && inBox) {
      event.preventDefault();
      actions.commit();
    } else if (!hasModifier(event)) {
      moveOrType(event, box, list, target);
    }
  });
}

const hasModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;

function isShortcut(event: KeyboardEvent, target: Element): boolean {
  if (event.key.toLowerCase() === "k") return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  return (
    event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !target.matches("input, textarea, select")
  );
}

function moveOrType(event: KeyboardEvent, box: HTMLInputElement, list: HTMLElement, target: Element): void {
  const links: Element[] = Array.from(list.querySelectorAll("a[href]"));
  const place = links.indexOf(target);
  const next = nextPlace(event.key, place, links.length);
  if (next !== null) {
    event.preventDefault();
    const link = links[next];
    if (link instanceof HTMLElement) {
      link.focus();
    } else {
      box.focus();
      window.scrollTo({ top: 0 });
    }
  } else if (place >= 0 && (event.key === "Backspace" || event.key.length === 1) && event.key !== " ") {
    // The character itself arrives in the box, because the key's default action comes after this.
    box.focus();
  }
}

/** The link to move to; -1 for the box; null when the key does not move. The box itself is at -1. */
function nextPlace(key: string, place: number, count: number): number | null {
  if (key === "ArrowDown") return Math.min(place + 1, count - 1);
  if (key === "ArrowUp") return place < 0 ? null : place - 1;
  if (key === "Home") return place < 0 ? null : 0;
  if (key === "End") return place < 0 ? null : count - 1;
  return null;
}
