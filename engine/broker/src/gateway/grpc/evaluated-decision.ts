import type { DecisionDefinition } from '@irisflow/core';
import type { EvaluatedDecision } from '@irisflow/dmn';

/** One evaluated decision as the client knows it; `definition` is its deployed definition. */
export const toEvaluatedDecision = (evaluated: EvaluatedDecision, definition: DecisionDefinition) => ({
  decisionKey: definition.key,
  decisionId: evaluated.decisionId,
  decisionName: evaluated.decisionName,
  decisionVersion: definition.version,
  decisionType: evaluated.type,
  decisionOutput: JSON.stringify(evaluated.output),
  matchedRules: evaluated.matchedRules.map(({ ruleId, index, outputs }) => ({
    ruleId,
    ruleIndex: index,
    evaluatedOutputs: outputs.map(({ id, name, value }) => ({
      outputId: id,
      outputName: name,
      outputValue: JSON.stringify(value),
    })),
  })),
  evaluatedInputs: evaluated.inputs.map(({ id, name, value }) => ({
    inputId: id,
    inputName: name,
    inputValue: JSON.stringify(value),
  })),
  tenantId: definition.tenantId,
});
