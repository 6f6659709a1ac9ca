import { type Cents, centsOf } from '@irisflow/ledger';

/** Reads an amount that may be nothing, or taken away: `125.00`, `0.00`, `-125.00`. */
export const signedCentsOf = (text: string): Cents => {
  if (/^-?0{1,12}\.00$/.test(text)) return 0n;
  return text.startsWith('-') ? -centsOf(text.slice(1)) : centsOf(text);
};
