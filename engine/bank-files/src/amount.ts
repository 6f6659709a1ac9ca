/** Whole cents of euros; never a number, which loses cents above 2^53 and tenths everywhere. */
export type Cents = bigint;

const decimal = /^(\d{1,15})(?:\.(\d{1,5}))?$/;

/** An amount as ISO 20022 writes it, such as `125`, `12.5` or `12.50`; null where it is none or says more than cents. */
export const readCents = (text: string): Cents | null => {
  const [whole, euros, fraction = ''] = decimal.exec(text) ?? [];
  if (whole === undefined || /[1-9]/.test(fraction.slice(2))) return null;
  return BigInt(`${euros}${fraction.slice(0, 2).padEnd(2, '0')}`);
};

/** As ISO 20022 writes it: `12.50`. */
export const writeCents = (cents: Cents): string => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
