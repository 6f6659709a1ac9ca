import type { BpmnProblemCode } from '@irisflow/bpmn';

/** A model that breaks one rule. */
export type RuleClaim = readonly [code: BpmnProblemCode, model: string];

/** The model with one thing spoiled, for what the builder would never draw. */
export const spoiled = (model: string, from: string | RegExp, to: string): string => {
  const result = model.replace(from, to);
  if (result === model) throw new Error(`Expected to find ${String(from)} in the model, but it is not there`);
  return result;
};
