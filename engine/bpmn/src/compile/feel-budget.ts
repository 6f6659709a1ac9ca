/**
 * Characters of FEEL in one file. Reading takes about 4 microseconds a character, so that 2 MiB of it would block a
 * process for 8 seconds; this much takes less than one. Files drawn by people stay below a tenth of it.
 */
export const MAX_FEEL_CHARACTERS = 200_000;

/** What is left of the characters of one file. */
export interface FeelBudget {
  left: number;
}

export const createFeelBudget = (): FeelBudget => ({ left: MAX_FEEL_CHARACTERS });
