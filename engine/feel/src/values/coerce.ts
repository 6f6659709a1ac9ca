import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { conforms } from './conforms.ts';
import { typeText } from './feel-type.ts';
import type { FeelType } from './feel-type.ts';
import { isKind, kindOf } from './kind-of.ts';
import { feelDateTime } from './temporal.ts';

/** What the specification lets a value become: a list of it, the only item in it, the midnight a day begins with. */
const conversions = (value: unknown): readonly unknown[] => {
  if (isKind(value, 'list')) return value.length === 1 ? value : [];
  return isKind(value, 'date') && value.far === undefined
    ? [[value], feelDateTime(value.date.toPlainDateTime(), 'Z')]
    : [[value]];
};

/** A value as a type wants it; null with a warning when it cannot be had. */
export const coerce = (runtime: Runtime, value: unknown, type: FeelType): unknown => {
  if (conforms(runtime, value, type)) return value;
  const found = conversions(value).find((candidate) => conforms(runtime, candidate, type));
  return found ?? warn(runtime, 'TYPE_WRONG', { type: typeText(type), found: kindOf(value) });
};
