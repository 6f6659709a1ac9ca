import type { FindingCode } from './finding.ts';

/** Amounts are text of euros and cents, and whole cents in between: never doubles. */
export const centsOf = (amount: string): bigint => {
  const [, sign, euros = '0', cents = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  const value = BigInt(euros) * 100n + BigInt(cents.padEnd(2, '0'));
  return sign === '-' ? -value : value;
};

export const amountOf = (cents: bigint): string => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

type Amount = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly code: FindingCode };

const plain = /^-?\d{1,12}(?:[.,]\d{1,2})?$/;
const grouped = [/^-?\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?$/, /^-?\d{1,3}(?:[ ,]\d{3})+(?:\.\d{1,2})?$/] as const;

/** Reads an amount the way people here write it. What could be a thousand or a fraction is never guessed: `1.200`. */
export const readAmount = (text: string): Amount => {
  const bare = text.replaceAll(/[\u00a0\u202f]/g, ' ').replace(/^(?:€|EUR)\s*|\s*(?:€|EUR)$/gi, '');
  if (/^-?\d{1,3}[.,]\d{3}$/.test(bare)) return { ok: false, code: 'ambiguous' };
  const [point, comma] = grouped.map((shape) => shape.test(bare));
  const decimal =
    point === true
      ? bare.replaceAll(/[ .]/g, '').replace(',', '.')
      : comma === true
        ? bare.replaceAll(/[ ,]/g, '')
        : bare.replace(',', '.');
  if (point !== true && comma !== true && !plain.test(bare)) return { ok: false, code: 'money' };
  return { ok: true, value: amountOf(centsOf(decimal)) };
};
