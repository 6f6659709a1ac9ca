import { evaluate } from '@irisflow/feel';

import type { Expression } from '../graph.ts';

/** Any instant serves: only whether a value comes out is asked, never which. */
const someInstant = Date.UTC(2000, 0, 1);

/** Says whether an expression has a value before any variable exists. */
export const evaluatesWithoutVariables = (expression: Expression, wanted: 'string' | 'any'): boolean => {
  if (expression.kind === 'literal') return true;
  const result = evaluate(expression.feel, { variable: () => undefined, now: someInstant });
  if (!result.ok || result.value === null) return false;
  return wanted === 'any' || typeof result.value === 'string';
};
