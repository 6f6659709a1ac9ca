import type { BpmnProblemCode } from '@irisflow/bpmn';

/** Which field of the properties panel answers for a problem; problems of no field only mark their element. */
const entries: Partial<Record<BpmnProblemCode, string>> = {
  BPMN_JOB_TYPE_MISSING: 'taskDefinitionType',
  BPMN_RETRIES_INVALID: 'taskDefinitionRetries',
  BPMN_DECISION_ID_MISSING: 'decisionId',
  BPMN_SCRIPT_MISSING: 'scriptImplementation',
  BPMN_RESULT_VARIABLE_MISSING: 'resultVariable',
  BPMN_CALLED_PROCESS_MISSING: 'targetProcessId',
  BPMN_CANDIDATES_INVALID: 'assignmentDefinitionCandidateGroups',
  BPMN_FORM_AMBIGUOUS: 'formId',
  BPMN_FORM_MISSING: 'formId',
  BPMN_MESSAGE_MISSING: 'messageRef',
  BPMN_MESSAGE_NAME_MISSING: 'messageName',
  BPMN_CORRELATION_KEY_MISSING: 'messageSubscriptionCorrelationKey',
  BPMN_SIGNAL_MISSING: 'signalRef',
  BPMN_SIGNAL_NAME_MISSING: 'signalName',
  BPMN_ERROR_MISSING: 'errorRef',
  BPMN_ERROR_CODE_MISSING: 'errorCode',
  BPMN_ESCALATION_MISSING: 'escalationRef',
  BPMN_ESCALATION_CODE_MISSING: 'escalationCode',
  BPMN_LINK_NAME_MISSING: 'linkName',
  BPMN_TIMER_KIND: 'timerEventDefinitionType',
  BPMN_TIMER_AMBIGUOUS: 'timerEventDefinitionType',
  BPMN_TIMER_INVALID: 'timerEventDefinitionValue',
  BPMN_START_TIMER_NOT_CONSTANT: 'timerEventDefinitionValue',
  BPMN_CONDITION_MISSING: 'condition',
  BPMN_GATEWAY_CONDITION_MISSING: 'conditionExpression',
  BPMN_FLOW_CONDITION_MISPLACED: 'conditionExpression',
  BPMN_MULTI_INSTANCE_INPUT_MISSING: 'multiInstance-inputCollection',
  BPMN_VARIABLE_UNREADABLE: 'multiInstance-inputElement',
  BPMN_MULTI_INSTANCE_OUTPUT_INCOMPLETE: 'multiInstance-outputCollection',
  BPMN_DATE_INVALID: 'taskScheduleDueDate',
  BPMN_PRIORITY_INVALID: 'priorityDefinitionPriority',
};

export const panelEntryOf = (code: string): string | null => entries[code as BpmnProblemCode] ?? null;
