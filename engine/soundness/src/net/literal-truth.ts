import type { Expression } from '@irisflow/bpmn';

const constants: Readonly<Record<string, boolean>> = { true: true, false: false };

/** What a condition always is; null when data decides. A missing condition always holds. */
export const literalTruth = (condition: Expression | null): boolean | null => {
  if (condition === null) return true;
  const source = condition.kind === 'literal' ? condition.text : condition.source;
  return constants[source.trim()] ?? null;
};
