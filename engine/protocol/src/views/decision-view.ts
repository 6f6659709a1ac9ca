import type {
  DecisionDefinitionKey,
  DecisionEvaluationKey,
  DecisionRequirementsKey,
  ElementInstanceKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
} from '../key.ts';

export interface DecisionDefinitionView {
  readonly decisionDefinitionKey: DecisionDefinitionKey;
  readonly decisionDefinitionId: string;
  readonly name: string;
  readonly version: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly decisionRequirementsVersion: number;
  readonly decisionRequirementsKey: DecisionRequirementsKey;
  readonly tenantId: string;
}

export interface DecisionRequirementsView {
  readonly decisionRequirementsKey: DecisionRequirementsKey;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly version: number;
  readonly resourceName: string;
  readonly tenantId: string;
}

export interface DecisionInstanceView {
  readonly decisionEvaluationKey: DecisionEvaluationKey;
  readonly decisionDefinitionKey: DecisionDefinitionKey;
  /** The decision that was asked for, which may require this one. */
  readonly rootDecisionDefinitionKey: DecisionDefinitionKey;
  readonly decisionDefinitionId: string;
  readonly decisionDefinitionName: string;
  readonly decisionDefinitionVersion: number;
  readonly decisionDefinitionType: 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNSPECIFIED';
  readonly state: 'EVALUATED' | 'FAILED';
  readonly result: string;
  readonly evaluationFailure: string | null;
  readonly evaluationDate: string;
  /** -1 for a decision that was asked for alone, as the two below. */
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey | null;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly tenantId: string;
}
