import { evaluate, parseFeel, toJson } from '@irisflow/feel';
import type { Variables } from '@irisflow/engine-client';

export interface Given {
  readonly variables: Variables;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Value of a FEEL expression over variables; undefined when there is none. */
export const evaluateExpression = (source: string, { variables, now }: Given): unknown => {
  const result = evaluate(parseFeel(source.replace(/^\s*=/, '').trim(), 'expression'), {
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    now,
    timeZone: 'Europe/Brussels',
  });
  const value = result.ok ? toJson(result.value) : null;
  return value === null ? undefined : value;
};
