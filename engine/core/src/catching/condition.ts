import type { EventDefinition } from '@irisflow/bpmn';
import { variableNames, type FeelContext } from '@irisflow/feel';
import { evaluateExpression, wrongType } from '../expression/evaluate-expression.ts';

export type ConditionalEvent = Extract<EventDefinition, { kind: 'conditional' }>;

/** Whether the condition holds. Null, as of a variable that is not there yet, does not; any other value than a boolean is an incident. */
export const holds = ({ condition }: ConditionalEvent, context: FeelContext): boolean => {
  if (condition.kind === 'literal') return condition.text === 'true';
  const evaluated = evaluateExpression(condition, context);
  if (evaluated.value === null) return false;
  if (typeof evaluated.value === 'boolean') return evaluated.value;
  throw wrongType(condition, 'BOOLEAN', evaluated);
};

/** Whether a change of this variable is a reason to ask the condition: the model lists the names, or the expression uses them. */
export const isNamed = ({ variableNames: listed, condition }: ConditionalEvent, name: string): boolean => {
  if (listed.length > 0 || condition.kind === 'literal') return listed.includes(name);
  return variableNames(condition.feel).includes(name);
};
