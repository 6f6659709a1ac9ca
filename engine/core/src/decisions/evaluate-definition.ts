import { evaluateDecision, type DecisionRequirements, type EvaluatedDecision } from '@irisflow/dmn';
import type { FeelContext } from '@irisflow/feel';
import type { DecisionDefinition } from '../state/definition-catalog.ts';

export interface DecisionEvaluation {
  /** JSON text; `null` when the evaluation failed. */
  readonly output: string;
  readonly failure: { readonly decisionId: string; readonly message: string } | null;
  readonly trace: readonly EvaluatedDecision[];
}

/** Evaluates one decision of a requirements graph; a failed evaluation is an answer too. */
export function evaluateDefinition(
  requirements: DecisionRequirements,
  definition: DecisionDefinition,
  context: FeelContext,
): DecisionEvaluation {
  const result = evaluateDecision(requirements, definition.id, context);
  if (result.ok) return { output: JSON.stringify(result.output), failure: null, trace: result.trace };
  const { failedDecisionId, message, trace } = result;
  return { output: 'null', failure: { decisionId: failedDecisionId, message }, trace };
}
