import { KIND } from '../kind.ts';

/** A decimal number in parts: `coefficient` times ten to the power of `exponent`. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: number;
  /** A division, a root or a product of fractions made its last digits: nobody wrote them, and nobody misses them. */
  readonly isCalculated: boolean;
}

/**
 * A number that no double says to its last digit: up to 34 digits, the last one no zero. Every number has one form
 * only, so a double never equals one of these.
 */
export interface FeelDecimal extends Decimal {
  readonly [KIND]: 'number';
}

/** A FEEL number: a double wherever its shortest decimal form is the number, otherwise a decimal. */
export type FeelNumber = number | FeelDecimal;

/** Answers whether a value is a number of either form. */
export const isNumber = (value: unknown): value is FeelNumber =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && isDecimal(value));

/** Answers whether an object is a number that no double says. */
export const isDecimal = (value: object): value is FeelDecimal =>
  (value as { readonly [KIND]?: unknown })[KIND] === 'number';
