/** The condition that every row meets. */
export const ALWAYS = 'true';

/** Conditions joined by "and", without those that every row meets. */
export const allOf = (conditions: readonly string[]): string =>
  conditions.filter((condition) => condition !== ALWAYS).join(' and ') || ALWAYS;
