import type { Expression } from '@irisflow/bpmn';

/** The text of an expression that does not depend on anything; null when it does. */
export const constantOf = (expression: Expression): string | null =>
  expression.kind === 'literal' ? expression.text : (/^\s*"([^"]*)"\s*$/.exec(expression.source)?.[1] ?? null);
