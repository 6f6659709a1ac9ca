/** What a money field holds: a number, the text as typed while it is none, or nothing. */
export type TypedAmount = number | string | undefined;

const written = /^(\d{1,12})(?:\.(\d{1,2}))?$/;

/** An amount as it is sent, `125.00`; undefined for nothing, nothing above zero, or more than two decimals. */
export const sentAmount = (typed: TypedAmount): string | undefined => {
  if (typeof typed !== 'number' || typed <= 0) return undefined;
  // The shortest text that stands for the number is what was typed: no cent is lost on the way.
  const [, euros, cents = ''] = written.exec(String(typed)) ?? [];
  return euros === undefined ? undefined : `${euros}.${cents.padEnd(2, '0')}`;
};

/** Cents of an amount as it is sent: sums of whole numbers lose nothing. */
export const centsOfSent = (sent: string): number => Number(sent.replace('.', ''));

/** An amount as it is sent, from whole cents. */
export const sentOfCents = (cents: number): string => {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
