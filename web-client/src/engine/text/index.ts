/** Text analysis: the same tokens as the builder's (shared/domain/text), held equal by tests/cases/text. */
export { type Analyzer, createAnalyzer, stopWords, TOKENIZER_VERSION, type Token } from "./analyzer.ts";
export { fold } from "./folding.ts";
