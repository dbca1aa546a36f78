import type { TagCount } from "../engine/index.ts";
import { adoptStyles, make } from "./dom.ts";
import styles from "./filters.css?inline";
import type { Texts } from "./i18n/index.ts";

/** Tags that are offered, the most frequent first; chosen ones are always among them. */
const OFFERED = 8;

export interface Choice {
  readonly tags: readonly string[];
  readonly sort: "relevance" | "date";
}

/** Put into `place` what tags and dates offer to choose. */
export function showFilters(place: HTMLElement, ...offered: Parameters<typeof renderFilters>): void {
  adoptStyles(place.getRootNode(), styles);
  const chips = renderFilters(...offered);
  place.replaceChildren(...chips);
  place.hidden = chips.length === 0;
}

/** Buttons that are on or off: one a tag, and one for the order by date. Each calls `choose` with the choice it makes. */
function renderFilters(
  tags: readonly TagCount[],
  choice: Choice,
  hasDates: boolean,
  texts: Texts,
  choose: (choice: Choice) => void,
): readonly HTMLElement[] {
  const chosen = new Set(choice.tags);
  const missing = choice.tags.filter((tag) => !tags.some(({ value }) => value === tag));
  const offered = [
    ...tags.filter(({ value }) => chosen.has(value)),
    ...missing.map((value) => ({ value, count: 0 })),
    ...tags.filter(({ value }) => !chosen.has(value)),
  ].slice(0, Math.max(OFFERED, chosen.size));
  const chips = offered.map(({ value, count }) => {
    const isOn = chosen.has(value);
    const next = isOn ? choice.tags.filter((tag) => tag !== value) : [...choice.tags, value];
    const number = count > 0 ? [make("span", { class: "number" }, texts.number(count))] : [];
    return toggle(isOn, value, `tag:${value}`, () => choose({ ...choice, tags: next }), number);
  });
  if (!hasDates && choice.sort === "relevance") return chips;
  const byDate = choice.sort === "date";
  const order = toggle(byDate, texts.all.newestFirst, "sort", () =>
    choose({ ...choice, sort: byDate ? "relevance" : "date" }),
  );
  order.classList.add("sort");
  return [...chips, order];
}

function toggle(
  isOn: boolean,
  label: string,
  name: string,
  onClick: () => void,
  more: readonly Node[] = [],
): HTMLElement {
  const button = make(
    "button",
    {
      part: isOn ? "chip chip-on" : "chip",
      type: "button",
      "aria-pressed": String(isOn),
      "data-name": name,
    },
    make("span", { dir: "auto" }, label),
    ...more,
  );
  button.addEventListener("click", onClick);
  return button;
}
