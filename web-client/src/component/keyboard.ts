/** What keys do in the box: the combobox pattern of the ARIA Authoring Practices, editable with list autocomplete. */

/** A step in the list: by so many options, or to its `first` or `last`; `box` leaves the list. */
export type Step = number | "first" | "last" | "box";

/** Options that PageUp and PageDown jump over. */
const PAGE = 5;

/** Where a key leads; null when it belongs to the text. `isInList` tells whether an option is active. */
export function stepOf(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
  isInList: boolean,
): Step | null {
  const { key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  if (key === "ArrowDown") return 1;
  if (key === "ArrowUp") return -1;
  if (!isInList) return null;
  if (key === "PageDown") return PAGE;
  if (key === "PageUp") return -PAGE;
  if (key === "Home") return "first";
  if (key === "End") return "last";
  // The caret moves, so the reader is back in the text.
  return key === "ArrowLeft" || key === "ArrowRight" ? "box" : null;
}

/**
 * The place of a step from `place`, -1 being the box, among `count` options. Arrows go round through the box; pages stop
 * at the ends.
 */
export function placeAfter(step: Step, place: number, count: number): number {
  if (step === "box" || count === 0) return -1;
  if (step === "first") return 0;
  if (step === "last") return count - 1;
  if (Math.abs(step) > 1) return Math.max(0, Math.min(place + step, count - 1));
  const next = place + step;
  return next >= count ? -1 : next < -1 ? count - 1 : next;
}
