import { writeCents, type Cents } from '@irisflow/bank-files';
import { CaseworkError } from '@irisflow/foundation';

export type { Cents };

/** What the store keeps of one amount, and what any administration will ever ask for. */
const MOST: Cents = 999_999_999_999_99n;

const shape = /^(\d{1,12})\.(\d{2})$/;

/** Reads an amount as it is sent: `125.00`, with a point and two decimals, above zero. */
export const centsOf = (text: string): Cents => {
  const [, euros, cents] = shape.exec(text) ?? [];
  const value = euros === undefined ? 0n : BigInt(`${euros}${cents ?? ''}`);
  if (value > 0n && value <= MOST) return value;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected an amount above zero such as 125.00, but found ${text.slice(0, 40)}`,
  );
};

/** As it is sent: `125.00`, and `-125.00` below zero. */
export const amountOf = writeCents;

/** Parts of an amount that add up to it to the cent; the first ones carry what does not divide. */
export const partsOf = (cents: Cents, count: number): Cents[] => {
  const each = cents / BigInt(count);
  const over = Number(cents - each * BigInt(count));
  return Array.from({ length: count }, (_, place) => (place < over ? each + 1n : each));
};

/** The larger of two. */
export const most = (left: Cents, right: Cents): Cents => (left > right ? left : right);

export const least = (left: Cents, right: Cents): Cents => (left < right ? left : right);
