import type { DecisionDefinition, DecisionReply } from '@irisflow/core';
import type { EvaluatedDecision } from '@irisflow/dmn';
import type { GatewayEngine } from '../engine.ts';

/** One evaluated decision as the client knows it; `definition` is its deployed definition. */
const toEvaluatedDecision = (
  evaluated: EvaluatedDecision,
  definition: DecisionDefinition,
  instanceKey: string,
): object => ({
  decisionKey: definition.key,
  decisionId: evaluated.decisionId,
  decisionName: evaluated.decisionName,
  decisionVersion: definition.version,
  decisionType: evaluated.type,
  decisionOutput: evaluated.outputText ?? JSON.stringify(evaluated.output),
  matchedRules: evaluated.matchedRules.map(({ ruleId, index, outputs }) => ({
    ruleId,
    ruleIndex: index,
    evaluatedOutputs: outputs.map(({ id, name, value, text }) => ({
      outputId: id,
      outputName: name,
      outputValue: text ?? JSON.stringify(value),
    })),
  })),
  evaluatedInputs: evaluated.inputs.map(({ id, name, value, text }) => ({
    inputId: id,
    inputName: name,
    inputValue: text ?? JSON.stringify(value),
  })),
  tenantId: definition.tenantId,
  decisionEvaluationInstanceKey: instanceKey,
});

/** The evaluation of a decision as the client knows it. */
export const toEvaluation = (
  { decision, output, trace, failure, evaluationKey }: DecisionReply,
  engine: GatewayEngine,
) => ({
  decisionKey: decision.key,
  decisionId: decision.id,
  decisionName: decision.name,
  decisionVersion: decision.version,
  decisionRequirementsId: decision.requirementsId,
  decisionRequirementsKey: decision.requirementsKey,
  decisionOutput: output,
  evaluatedDecisions: trace.map((evaluated, index) =>
    toEvaluatedDecision(
      evaluated,
      engine.findDecision(decision.requirementsKey, evaluated.decisionId) ?? decision,
      `${evaluationKey}-${index + 1}`,
    ),
  ),
  failedDecisionId: failure?.decisionId ?? '',
  failureMessage: failure?.message ?? '',
  tenantId: decision.tenantId,
  decisionInstanceKey: evaluationKey,
  decisionEvaluationKey: evaluationKey,
});
