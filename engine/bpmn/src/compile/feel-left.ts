import type { FeelBudget } from '@irisflow/feel';

/** Characters of FEEL in one file; files drawn by people stay below a tenth of it. */
export const MAX_FEEL_CHARACTERS = 200_000;

/** What is left to one file: its own characters, and the steps of reading that it shares with its deployment. */
export interface FeelLeft {
  characters: number;
  readonly budget: FeelBudget;
  isTooCostly: boolean;
}

export const createFeelLeft = (budget: FeelBudget): FeelLeft => ({
  characters: MAX_FEEL_CHARACTERS,
  budget,
  isTooCostly: false,
});
