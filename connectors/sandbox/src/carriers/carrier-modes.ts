/** What the carrier does with the next letters that it is handed. */
export const HAND_OVER_MODES = [
  'takes',
  'slow',
  'unavailable',
  // It has the letter, and dies before it says so.
  'answer-lost',
  'unknown-recipient',
] as const;
export type HandOverMode = (typeof HAND_OVER_MODES)[number];

/** What becomes of a letter next. */
export const STEPS = [
  'deposited',
  'presented',
  'delivered',
  'delivered-twice',
  'unclaimed',
  // Presented that day, and unclaimed when fifteen days are over.
  'unclaimed-after-15-days',
  'refused',
  'returned',
  'available',
  'read',
] as const;
export type Step = (typeof STEPS)[number];

/** How we hear of it. */
export const TELLINGS = ['once', 'repeated', 'never', 'away'] as const;
export type Telling = (typeof TELLINGS)[number];

const isOneOf =
  <One extends string>(all: readonly One[]) =>
  (value: unknown): value is One =>
    all.some((one) => one === value);

export const isHandOverMode = isOneOf(HAND_OVER_MODES);
export const isStep = isOneOf(STEPS);
export const isTelling = isOneOf(TELLINGS);
