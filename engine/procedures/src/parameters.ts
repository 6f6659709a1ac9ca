import { Type, type Static } from 'typebox';
import { Parameter } from './views/procedure.ts';

/** The content of `parameters.json`. */
export const ParameterList = Type.Array(Parameter);
export type ParameterList = Static<typeof ParameterList>;

type Nested = { [name: string]: number | Nested };

const put = (target: Nested, path: readonly string[], value: number): void => {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) {
    Object.defineProperty(target, head, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  const known = Object.hasOwn(target, head) ? target[head] : undefined;
  const inner: Nested = typeof known === 'object' ? known : {};
  Object.defineProperty(target, head, { value: inner, enumerable: true, configurable: true, writable: true });
  put(inner, rest, value);
};

/** The values in force on a day, nested by the dots of their keys: `income.max` becomes `{income: {max}}`. */
export const parametersOn = (parameters: ParameterList, day: string): Nested => {
  const nested: Nested = {};
  for (const { key, values } of parameters) {
    const current = values.find(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
    if (current !== undefined) put(nested, key.split('.'), current.value);
  }
  return nested;
};
