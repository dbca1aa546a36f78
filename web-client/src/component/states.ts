import { make } from "./dom.ts";
import { type Advice, fillText, type Messages, type Texts } from "./i18n/index.ts";

/** What stands instead of results. `state` is for styles, tests and pages that want to know. */
export interface Message {
  readonly state: "start" | "loading" | "nothing" | "error" | "offline";
  readonly content: readonly Node[];
  /** What a screen reader is told; empty for nothing. */
  readonly spoken: string;
}

export const startMessage = (texts: Texts, withTips: boolean): Message => ({
  state: "start",
  content: withTips ? [renderTips(texts.all)] : [],
  spoken: "",
});

const renderTips = ({ tips }: Messages): HTMLElement =>
  make(
    "dl",
    { part: "tips" },
    ...tips.map(([typed, meaning]) => make("div", {}, make("dt", { dir: "ltr" }, typed), make("dd", {}, meaning))),
  );

export const loadingMessage = (texts: Texts): Message => ({
  state: "loading",
  content: [0, 1, 2].map(() =>
    make("div", { part: "skeleton", "aria-hidden": "true" }, make("span"), make("span"), make("span")),
  ),
  spoken: texts.all.searching,
});

/** `withoutFilters` searches again with all tags, where some are chosen. */
export function nothingMessage(texts: Texts, query: string, withTips: boolean, withoutFilters?: () => void): Message {
  const { all } = texts;
  const title = fillText(all.nothing, { query });
  return {
    state: "nothing",
    content: [
      ...renderHeading(title, all.nothingAdvice),
      ...(withoutFilters ? [makeButton(all.withoutFilters, withoutFilters)] : []),
      ...(withTips ? [renderTips(all)] : []),
    ],
    spoken: title,
  };
}

/** What went wrong, what to do about it, and a button that does it. */
export function errorMessage(texts: Texts, error: unknown, retry: () => void): Message {
  const { all } = texts;
  const kind = kindOfError(error);
  const [title, advice] = all.errors[kind];
  const detail = error instanceof Error ? error.message : String(error);
  return {
    state: kind === "offline" ? "offline" : "error",
    content: [
      ...renderHeading(title, advice),
      ...(kind === "offline" ? [] : [make("p", { class: "detail", dir: "ltr" }, detail)]),
      makeButton(all.retry, retry),
    ],
    spoken: `${title}. ${advice}`,
  };
}

type ErrorKind = keyof Messages["errors"];

/** Whose affair an error is. The engine's errors are told by their name, since the engine may not be loaded yet. */
export function kindOfError(error: unknown): ErrorKind {
  if (!navigator.onLine) return "offline";
  if (!(error instanceof Error)) return "fault";
  if (error.name === "ArtifactError" && "code" in error && "path" in error) {
    if (error.code === "missing" && String(error.path).endsWith("/current.json")) return "noIndex";
    return ARTIFACT_KINDS.find((kind) => kind === error.code) ?? "fault";
  }
  // A browser that cannot load a module or a file says so with a TypeError.
  return error instanceof TypeError && /fetch|import|load|network/i.test(error.message) ? "unavailable" : "fault";
}

const ARTIFACT_KINDS = ["missing", "unavailable", "corrupt", "format"] as const;

const renderHeading = (title: Advice[0], advice: Advice[1]): readonly Node[] => [
  make("p", { class: "headline" }, title),
  make("p", { class: "advice" }, advice),
];

export function makeButton(label: string, onClick: () => void, kind = "primary"): HTMLButtonElement {
  const button = make("button", { part: `button ${kind}`, type: "button" }, label);
  button.addEventListener("click", onClick);
  return button;
}
