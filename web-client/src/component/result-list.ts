import { placeAfter, type Step } from "./keyboard.ts";
import { isSameOrder, mergeBelow } from "./stable-order.ts";

/** What the list shows at one place. Items of equal key and signature look the same. */
export interface Item {
  readonly key: string;
  readonly signature: string;
  readonly render: () => HTMLElement;
}

interface Shown extends Item {
  readonly node: HTMLElement;
}

/** What an update did to the list. */
export interface Change {
  /** Whether anything changed places. */
  readonly moved: boolean;
  /** How many items stayed because the reader is at them or has passed them. */
  readonly kept: number;
}

/** The list box: its items, which option is active, and which one the pointer is on. */
export class ResultList {
  readonly #box: HTMLElement;
  readonly #input: HTMLInputElement;
  /** Where the list is cut off at its top: the edge of what scrolls it. */
  readonly #topEdge: () => number;
  #shown: readonly Shown[] = [];
  #active: HTMLElement | null = null;
  #pointed: HTMLElement | null = null;

  constructor(box: HTMLElement, input: HTMLInputElement, topEdge: () => number) {
    this.#box = box;
    this.#input = input;
    this.#topEdge = topEdge;
    box.addEventListener("pointerover", (event) => this.#point(event.target));
    box.addEventListener("pointerdown", (event) => this.#point(event.target));
    box.addEventListener("pointerleave", () => this.#point(null));
    // The box keeps the focus, and with it the keys, when an option is pressed.
    box.addEventListener("mousedown", (event) => event.preventDefault());
  }

  get count(): number {
    return this.#shown.length;
  }

  get active(): HTMLElement | null {
    return this.#active;
  }

  /** The place of an option's item, from 0. */
  placeOf(option: Element): number {
    return this.#shown.findIndex(({ node }) => node.contains(option));
  }

  /** Show other items: nothing is active. */
  show(items: readonly Item[]): void {
    this.activate(null);
    this.#pointed = null;
    this.#place(
      items.map((item) => this.#reuse(item)),
      0,
    );
  }

  /** Show a later answer to the same question, without moving what the reader is at. */
  update(items: readonly Item[]): Change {
    const kept = this.#pinned();
    const next = mergeBelow<Item>(this.#shown, items, kept).map((item) => this.#reuse(item));
    const moved = !isSameOrder(this.#shown, next.slice(0, this.#shown.length));
    this.#place(next, kept);
    if (this.#active && !this.#box.contains(this.#active)) this.activate(null);
    return { moved, kept };
  }

  /** Make an option active, and bring it into view; null: none. */
  activate(option: HTMLElement | null): void {
    this.#active?.setAttribute("aria-selected", "false");
    this.#active = option;
    if (option) {
      option.setAttribute("aria-selected", "true");
      this.#input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.#input.removeAttribute("aria-activedescendant");
    }
  }

  /** Move the active option. */
  step(step: Step): void {
    const options = this.#options();
    const place = this.#active ? options.indexOf(this.#active) : -1;
    this.activate(options[placeAfter(step, place, options.length)] ?? null);
  }

  /** Activate the first option of an item. */
  activateItem(place: number): void {
    this.activate(this.#shown[place]?.node.querySelector<HTMLElement>("[role=option]") ?? null);
  }

  #options(): readonly HTMLElement[] {
    return Array.from(this.#box.querySelectorAll<HTMLElement>("[role=option]"));
  }

  #point(target: EventTarget | null): void {
    this.#pointed = target instanceof Element ? target.closest<HTMLElement>("[role=option]") : null;
  }

  /** How many items, from the top, must not move: those up to the active one, the one pointed at, and those scrolled past. */
  #pinned(): number {
    const top = this.#topEdge();
    const passed = this.#shown.findLastIndex(({ node }) => node.getBoundingClientRect().top < top);
    const at = [this.#active, this.#pointed].map((option) => (option ? this.placeOf(option) : -1));
    return Math.max(passed, ...at) + 1;
  }

  /** An item as it is shown already, or else drawn. */
  #reuse(item: Item): Shown {
    const same = this.#shown.find(({ key, signature }) => key === item.key && signature === item.signature);
    return same ?? { ...item, node: item.render() };
  }

  /** Put items below the first `kept`, which are not touched. */
  #place(items: readonly Shown[], kept: number): void {
    for (const { node } of this.#shown.slice(kept)) node.remove();
    this.#box.append(...items.slice(kept).map(({ node }) => node));
    this.#shown = items;
  }
}
