/** A child: an element, or text that stays text. */
export type Child = Node | string;

/**
 * Make an element. Attributes are set as given; those whose value is `undefined` or empty are left out. What is a part
 * for the styles of pages is a class of the same name for our own.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value) element.setAttribute(name, value);
    if (value && name === "part") element.className = value;
  }
  element.append(...children);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A drawing of strokes on 20 by 20 units, which says nothing to a screen reader. */
export function icon(path: string, name: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", `icon ${name}`);
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const LENS = "M14 8.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0m-1.2 4.3 4.4 4.4";
export const CROSS = "m6 6 8 8m0-8-8 8";
export const CLOCK = "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0m-7-4v4.2l2.7 1.8";

const sheets = new Map<string, CSSStyleSheet>();

/** Style what `root` holds. One sheet for all elements, and no style element: a strict policy allows it. */
export function adoptStyles(root: Node, styles: string): void {
  if (!(root instanceof ShadowRoot)) return;
  const sheet = sheets.get(styles) ?? new CSSStyleSheet();
  if (!sheets.has(styles)) sheet.replaceSync(styles);
  sheets.set(styles, sheet);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/** The focused element, through all open shadow roots. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
