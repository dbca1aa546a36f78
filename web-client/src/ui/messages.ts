import { ArtifactError, type Manifest } from "../engine/index.ts";
import { make } from "./make.ts";
import { countOf } from "./words.ts";

/** What stands on the page instead of results. `state` is for styles and tests. */
export interface Message {
  readonly state: "start" | "loading" | "nothing" | "error";
  readonly content: readonly Node[];
  /** What a screen reader is told; empty for nothing. */
  readonly spoken: string;
}

const TIPS = [
  ['"exact phrase"', "one after another"],
  ["-word", "no pages with this word"],
  ["tag:guide", "pages with this tag"],
  ["after:2026-01-31", "from that day on"],
  ["before:2026-01-31", "up to that day"],
] as const;

const tips = (): HTMLElement =>
  make(
    "dl",
    { class: "tips" },
    ...TIPS.flatMap(([typed, meaning]) => [make("dt", {}, typed), make("dd", {}, meaning)]),
  );

export const startMessage = ({ counts }: Manifest): Message => ({
  state: "start",
  content: [
    make("h2", {}, `Search ${countOf(counts.documents, "page")}`),
    make("p", {}, "Type a few words. Some more ways to ask:"),
    tips(),
  ],
  spoken: "",
});

export const loadingMessage = (): Message => ({
  state: "loading",
  content: [0, 1, 2].map(() =>
    make("div", { class: "skeleton", "aria-hidden": "true" }, make("span"), make("span"), make("span")),
  ),
  spoken: "Searching",
});

export const nothingMessage = (text: string): Message => ({
  state: "nothing",
  content: [
    make("h2", {}, `Nothing found for “${text}”`),
    make("p", {}, "Check the spelling, or try fewer or more general words."),
    tips(),
  ],
  spoken: `Nothing found for ${text}`,
});

/** What went wrong, what to do about it, and a button that does it. */
export function errorMessage(error: unknown, retry: () => void): Message {
  const { title, advice } = explain(error);
  const button = make("button", { type: "button", "data-testid": "retry" }, "Try again");
  button.addEventListener("click", retry);
  const detail = error instanceof Error ? error.message : String(error);
  return {
    state: "error",
    content: [make("h2", {}, title), make("p", {}, advice), make("p", { class: "detail" }, detail), button],
    spoken: `${title}. ${advice}`,
  };
}

interface Explanation {
  readonly title: string;
  readonly advice: string;
}

function explain(error: unknown): Explanation {
  if (!(error instanceof ArtifactError)) {
    return { title: "The search failed", advice: "This is a fault of the search page itself. Please report it." };
  }
  if (error.code === "missing" && error.path.endsWith("/current.json")) {
    return { title: "This site has no search index yet", advice: "Build the site, then try again." };
  }
  return EXPLANATIONS[error.code];
}

const EXPLANATIONS: Readonly<Record<ArtifactError["code"], Explanation>> = {
  missing: {
    title: "A part of the search index is missing",
    advice:
      "A newer version of the site may just have been published: try again. If that does not help, build the site again.",
  },
  unavailable: {
    title: "The search index could not be reached",
    advice: "Check your connection, then try again.",
  },
  corrupt: {
    title: "The search index is damaged",
    advice: "One of its files is not what it should be. Building the site again repairs it.",
  },
  format: {
    title: "This page cannot read the search index",
    advice:
      "The index was written by a different version of Inkdex. Reload the page; if that does not help, update Inkdex and build the site again.",
  },
};
