import type { Correction, SearchAnswer } from "../engine/index.ts";
import { make } from "./make.ts";
import { countOf } from "./words.ts";

/** `12 pages`; where nobody has counted, how many of them are shown. */
export const describeCount = ({ total, results }: SearchAnswer): string =>
  total === null ? `The best ${countOf(results.length, "page")}` : countOf(total, "page");

/** The line above the results: how many there are, and which words were taken for others. */
export const renderSummary = (answer: SearchAnswer): readonly Node[] => [
  ...(answer.corrections.length > 0 ? [renderCorrections(answer.corrections)] : []),
  make("p", {}, describeCount(answer)),
];

/** What a screen reader is told once results are there. */
export const speakSummary = (answer: SearchAnswer): string =>
  [
    ...(answer.corrections.length > 0
      ? [`Showing results for ${answer.corrections.map(({ meant }) => meant).join(", ")}.`]
      : []),
    `${describeCount(answer)} found. The arrow keys move through them.`,
  ].join(" ");

function renderCorrections(corrections: readonly Correction[]): HTMLElement {
  const meant = corrections.flatMap((correction, index) => [
    ...(index > 0 ? [", "] : []),
    make("strong", {}, correction.meant),
  ]);
  const typed = corrections.map((correction) => `“${correction.typed}”`).join(", ");
  return make(
    "p",
    { class: "correction", "data-testid": "correction" },
    "Showing results for ",
    ...meant,
    ` instead of ${typed}`,
  );
}
