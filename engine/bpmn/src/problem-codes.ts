import type { XmlProblemCode } from '@irisflow/xml';

/** An error refuses the deployment; a warning is only shown to the modeler. */
export type Severity = 'error' | 'warning';

/**
 * Everything that can be wrong with a BPMN file and how bad it is.
 * The texts are in `messages/<locale>.json` under the same codes; a test keeps the two equal.
 */
export const bpmnProblemCodes = {
  // the document
  BPMN_DOCUMENT_UNREADABLE: 'error',
  BPMN_ELEMENT_UNKNOWN: 'error',
  BPMN_ATTRIBUTE_UNKNOWN: 'error',
  BPMN_ATTRIBUTE_IGNORED: 'warning',
  BPMN_REFERENCE_UNRESOLVED: 'error',
  BPMN_REFERENCE_IGNORED: 'warning',
  BPMN_ID_MISSING: 'error',
  BPMN_ID_INVALID: 'error',
  BPMN_NO_EXECUTABLE_PROCESS: 'error',
  BPMN_ELEMENT_UNSUPPORTED: 'error',
  BPMN_FEATURE_UNSUPPORTED: 'error',
  BPMN_EXTENSION_IGNORED: 'warning',
  // sequence flows
  BPMN_FLOW_END_MISSING: 'error',
  BPMN_FLOW_CROSSES_SCOPE: 'error',
  BPMN_FLOW_CONDITION_MISPLACED: 'error',
  BPMN_END_EVENT_OUTGOING: 'error',
  BPMN_START_EVENT_INCOMING: 'error',
  BPMN_LOOP_WITHOUT_WAIT: 'error',
  BPMN_ELEMENT_UNREACHABLE: 'warning',
  // expressions and mappings
  BPMN_FEEL_INVALID: 'error',
  BPMN_FEEL_REQUIRED: 'error',
  BPMN_FEEL_TOO_MUCH: 'error',
  BPMN_FEEL_TOO_COSTLY: 'error',
  BPMN_MAPPING_SOURCE_MISSING: 'error',
  BPMN_MAPPING_SOURCE_NULL: 'warning',
  BPMN_MAPPING_TARGET_INVALID: 'error',
  BPMN_VARIABLE_UNREADABLE: 'warning',
  BPMN_HEADER_KEY_MISSING: 'error',
  BPMN_HEADER_DUPLICATE: 'error',
  BPMN_HEADER_RESERVED: 'error',
  BPMN_RETRIES_INVALID: 'error',
  BPMN_BINDING_INVALID: 'error',
  BPMN_BINDING_VERSION_TAG_MISSING: 'error',
  // start events, processes and sub-processes
  BPMN_START_EVENT_MISSING: 'error',
  BPMN_START_EVENT_NONE_MULTIPLE: 'error',
  BPMN_START_MESSAGE_DUPLICATE: 'error',
  BPMN_START_SIGNAL_DUPLICATE: 'error',
  BPMN_START_NAME_NOT_CONSTANT: 'error',
  BPMN_START_TIMER_NOT_CONSTANT: 'error',
  BPMN_SUB_PROCESS_START: 'error',
  BPMN_EVENT_SUB_PROCESS_START: 'error',
  BPMN_EVENT_SUB_PROCESS_FLOWS: 'error',
  BPMN_AD_HOC_EMPTY: 'error',
  BPMN_AD_HOC_START_OR_END: 'error',
  // events
  BPMN_EVENT_KIND: 'error',
  BPMN_EVENT_DEFINITION_MULTIPLE: 'error',
  BPMN_ERROR_NON_INTERRUPTING: 'error',
  BPMN_MESSAGE_MISSING: 'error',
  BPMN_MESSAGE_NAME_MISSING: 'error',
  BPMN_CORRELATION_KEY_MISSING: 'error',
  BPMN_SIGNAL_MISSING: 'error',
  BPMN_SIGNAL_NAME_MISSING: 'error',
  BPMN_ERROR_MISSING: 'error',
  BPMN_ERROR_CODE_MISSING: 'error',
  BPMN_ESCALATION_MISSING: 'error',
  BPMN_ESCALATION_CODE_MISSING: 'error',
  BPMN_CATCH_CODE_NOT_STATIC: 'error',
  BPMN_TIMER_AMBIGUOUS: 'error',
  BPMN_TIMER_KIND: 'error',
  BPMN_TIMER_INVALID: 'error',
  BPMN_CONDITION_MISSING: 'error',
  BPMN_CONDITION_FILTER_INVALID: 'error',
  BPMN_LINK_NAME_MISSING: 'error',
  BPMN_LINK_CATCH_DUPLICATE: 'error',
  BPMN_LINK_TARGET_MISSING: 'error',
  BPMN_LINK_CATCH_INCOMING: 'error',
  BPMN_CATCH_DUPLICATE: 'error',
  BPMN_CATCH_ALL_DUPLICATE: 'error',
  // boundary events
  BPMN_BOUNDARY_UNATTACHED: 'error',
  BPMN_BOUNDARY_INCOMING: 'error',
  BPMN_BOUNDARY_NO_OUTGOING: 'warning',
  BPMN_RECEIVE_TASK_SAME_MESSAGE: 'error',
  // compensation
  BPMN_COMPENSATION_HANDLER_MISSING: 'error',
  BPMN_COMPENSATION_HANDLER_FLOWS: 'error',
  BPMN_COMPENSATION_HANDLER_BOUNDARY: 'error',
  BPMN_COMPENSATION_BOUNDARY_OUTGOING: 'error',
  BPMN_COMPENSATION_NO_WAIT: 'error',
  BPMN_COMPENSATION_ACTIVITY: 'error',
  // gateways
  BPMN_GATEWAY_CONDITION_MISSING: 'error',
  BPMN_GATEWAY_DEFAULT_FOREIGN: 'error',
  BPMN_EVENT_GATEWAY_OUTGOING: 'error',
  BPMN_EVENT_GATEWAY_TARGET: 'error',
  BPMN_EVENT_GATEWAY_TARGET_INCOMING: 'error',
  BPMN_EVENT_GATEWAY_MESSAGE_DUPLICATE: 'error',
  BPMN_INSTANTIATE_UNSUPPORTED: 'error',
  // activities
  BPMN_JOB_TYPE_MISSING: 'error',
  BPMN_BUSINESS_RULE_WORK: 'error',
  BPMN_SCRIPT_WORK: 'error',
  BPMN_DECISION_ID_MISSING: 'error',
  BPMN_SCRIPT_MISSING: 'error',
  BPMN_RESULT_VARIABLE_MISSING: 'error',
  BPMN_CALLED_PROCESS_MISSING: 'error',
  BPMN_LOOP_STANDARD: 'error',
  BPMN_MULTI_INSTANCE_INPUT_MISSING: 'error',
  BPMN_MULTI_INSTANCE_OUTPUT_INCOMPLETE: 'error',
  BPMN_LISTENER_TYPE_MISSING: 'error',
  BPMN_LISTENER_DUPLICATE: 'error',
  BPMN_LISTENER_EVENT_TYPE: 'error',
  BPMN_TASK_LISTENER_NOT_NATIVE: 'error',
  BPMN_CANDIDATES_INVALID: 'error',
  BPMN_DATE_INVALID: 'error',
  BPMN_PRIORITY_INVALID: 'error',
  BPMN_FORM_AMBIGUOUS: 'error',
  BPMN_FORM_MISSING: 'error',
} as const satisfies Record<`BPMN_${string}`, Severity>;

/** Codes of the strict XML scan are passed on unchanged. */
export type BpmnProblemCode = keyof typeof bpmnProblemCodes | XmlProblemCode;

export const severityOf = (code: BpmnProblemCode): Severity =>
  code in bpmnProblemCodes ? bpmnProblemCodes[code as keyof typeof bpmnProblemCodes] : 'error';
