import type { FeelBudget, ParsedFeel } from '@irisflow/feel';

/** Characters of different FEEL texts in one file. Ten thousand rules that people wrote stay below it. */
export const MAX_FEEL_CHARACTERS = 300_000;

/** The FEEL of one file: each text is parsed and counted once, however many cells hold it. */
export interface ParsedTexts {
  left: number;
  /** Steps of reading, which the file shares with what is deployed with it. */
  readonly budget: FeelBudget;
  isTooCostly: boolean;
  readonly byText: Map<string, ParsedFeel>;
}

export const createParsedTexts = (budget: FeelBudget): ParsedTexts => ({
  left: MAX_FEEL_CHARACTERS,
  budget,
  isTooCostly: false,
  byText: new Map(),
});
