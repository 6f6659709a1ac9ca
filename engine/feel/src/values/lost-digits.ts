import { feelLimits } from '../limits.ts';
import { feelWarning } from '../warnings.ts';
import type { FeelWarning } from '../warnings.ts';
import type { FeelNumber } from '../numbers/feel-decimal.ts';
import { fitsVariable, jsonNumber } from '../numbers/variable-number.ts';
import type { FeelRange } from './feel-range.ts';
import { kindOf } from './kind-of.ts';
import type { ValueOf } from './kind-of.ts';

const inList = (list: readonly unknown[], depth: number): FeelNumber | null => {
  for (const item of list) {
    const found = lostNumber(item, depth);
    if (found !== null) return found;
  }
  return null;
};

const inContext = (context: ValueOf['context'], depth: number): FeelNumber | null => {
  for (const name of Object.keys(context)) {
    const found = lostNumber(context[name], depth);
    if (found !== null) return found;
  }
  return null;
};

/** Every result is looked through, so a look at the type of what is no object has to be enough. */
const lostNumber = (value: unknown, depth: number): FeelNumber | null => {
  if (typeof value !== 'object' || value === null || depth > feelLimits.jsonDepth) return null;
  if (Array.isArray(value)) return inList(value, depth + 1);
  switch (kindOf(value)) {
    case 'number':
      return fitsVariable(value as FeelNumber) ? null : (value as FeelNumber);
    case 'context':
      return inContext(value as ValueOf['context'], depth + 1);
    case 'range':
      return inList([(value as FeelRange).start, (value as FeelRange).end], depth + 1);
    default:
      return null;
  }
};

/** Why a value is no variable: its first number that would lose a digit; null when there is none. */
export const lostDigits = (value: unknown): FeelWarning | null => {
  const found = lostNumber(value, 0);
  return found === null ? null : feelWarning('DIGITS_LOST', { number: jsonNumber(found) }, null);
};
