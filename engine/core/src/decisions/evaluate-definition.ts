import { evaluateDecision, type DecisionRequirements, type EvaluatedDecision } from '@irisflow/dmn';
import { jsonText, toVariable, lostDigits, type FeelContext } from '@irisflow/feel';
import type { DecisionDefinition } from '../state/definition-catalog.ts';

export interface DecisionEvaluation {
  /** JSON text; `null` when the evaluation failed. */
  readonly output: string;
  readonly failure: { readonly decisionId: string; readonly message: string } | null;
  readonly trace: readonly EvaluatedDecision[];
}

/** Evaluates one decision of a requirements graph; a failed evaluation is an answer too. */
export const evaluateDefinition = (
  requirements: DecisionRequirements,
  definition: DecisionDefinition,
  context: FeelContext,
): DecisionEvaluation => {
  const result = evaluateDecision(requirements, definition.id, context);
  const { trace } = result;
  if (!result.ok) return failed(trace, result.failedDecisionId, result.message);
  const lost = lostDigits(result.value);
  if (lost !== null) return failed(trace, definition.id, lost.message);
  return { output: jsonText(toVariable(result.value)), failure: null, trace };
};

const failed = (trace: readonly EvaluatedDecision[], decisionId: string, message: string): DecisionEvaluation => ({
  output: 'null',
  failure: { decisionId, message },
  trace,
});
