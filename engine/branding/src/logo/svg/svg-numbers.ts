import { LogoFault } from '../logo-fault.ts';

/** Coordinates beyond that are no picture. */
const MAX_NUMBER = 100_000;
const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** A number within bounds. */
export const numberOf = (text: string): number => {
  const value = numberPattern.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value) || Math.abs(value) > MAX_NUMBER) throw new LogoFault('value', text);
  return value;
};

/** A length in the units of the drawing; pixels are the same. */
export const lengthOf = (text: string): number => numberOf(text.trim().replace(/px$/, ''));

/** A share from 0 to 1. */
export const shareOf = (text: string): number => {
  const value = text.trim().endsWith('%') ? numberOf(text.trim().slice(0, -1)) / 100 : numberOf(text.trim());
  return Math.min(1, Math.max(0, value));
};

/** Numbers with blanks or commas between them. */
export const numbersOf = (text: string): number[] => {
  const parts = text.trim().split(/[\s,]+/);
  return parts.length === 1 && parts[0] === '' ? [] : parts.map(numberOf);
};

/** As short as it says the same to the eye; never with an exponent. */
export const written = (value: number): string => (Math.abs(value) < 1e-6 ? '0' : String(Number(value.toPrecision(8))));
