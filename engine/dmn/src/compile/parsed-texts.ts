import type { ParsedFeel } from '@irisflow/feel';

/**
 * Characters of different FEEL texts in one file. Reading takes some microseconds a character, so that a file full of it
 * would block a process for many seconds. Ten thousand rules that people wrote stay below it.
 */
export const MAX_FEEL_CHARACTERS = 300_000;

/** The FEEL of one file: each text is parsed and counted once, however many cells hold it. */
export interface ParsedTexts {
  left: number;
  readonly byText: Map<string, ParsedFeel>;
}

export const createParsedTexts = (): ParsedTexts => ({ left: MAX_FEEL_CHARACTERS, byText: new Map() });
