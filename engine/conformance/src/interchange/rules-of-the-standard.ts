import type { BpmnProblemCode } from '@irisflow/bpmn';

type Reasons = Readonly<Partial<Record<BpmnProblemCode, string>>>;

/** What a file that cannot be read contradicts: XML 1.0, or the schema of BPMN 2.0. */
export const whyUnreadable: Reasons = {
  XML_MALFORMED: 'XML 1.0: the document is not well-formed.',
  XML_ENCODING: 'XML 1.0: the bytes are not in the declared encoding, or nobody has to know that encoding.',
  XML_DUPLICATE_ID: 'Schema: an `id` is an `xsd:ID`, which a document has once.',
  BPMN_ID_INVALID: 'Schema: an `id` is an `xsd:ID`: no space, no colon, no digit at its beginning.',
  BPMN_ELEMENT_UNKNOWN:
    'Schema: it has no such element in that place; elements of others belong into `extensionElements`, or `di:extension` in a diagram.',
  BPMN_ATTRIBUTE_UNKNOWN: 'Schema: it has no such attribute there; those of others need a prefix.',
  BPMN_REFERENCE_UNRESOLVED:
    'Standard: what a flow, a default, a boundary event or an event of an executable process names is part of the model.',
  BPMN_DOCUMENT_UNREADABLE: 'Schema: the root is `definitions`, and text stands only where it is meant to.',
};

/** What of the rules for executable models Zeebe has as well; it refuses these too. */
export const zeebeRefusesToo: Reasons = {
  BPMN_ELEMENT_UNSUPPORTED: 'Zeebe does not run the element.',
  BPMN_FEEL_INVALID: 'An expression is no FEEL; `return` is a word of the language.',
  BPMN_FEEL_REQUIRED: 'A condition, a correlation key and an input collection are expressions.',
  BPMN_MAPPING_TARGET_INVALID: 'The target of a mapping is a path of names.',
  BPMN_JOB_TYPE_MISSING: 'A task for a worker has a `zeebe:taskDefinition` with a type.',
  BPMN_BUSINESS_RULE_WORK: 'A business rule task has either a decision or a job type.',
  BPMN_SCRIPT_WORK: 'A script task has either an expression or a job type.',
  BPMN_CALLED_PROCESS_MISSING: 'A call activity has a `zeebe:calledElement` with a process id.',
  BPMN_MESSAGE_MISSING: 'What waits for a message names it.',
  BPMN_MESSAGE_NAME_MISSING: 'A message that is waited for has a name.',
  BPMN_CORRELATION_KEY_MISSING: 'A message that is waited for inside an instance has a correlation key.',
  BPMN_SIGNAL_MISSING: 'A signal event names its signal.',
  BPMN_ERROR_MISSING: 'An error end event names its error.',
  BPMN_ERROR_CODE_MISSING: 'An error that is thrown has a code.',
  BPMN_ESCALATION_MISSING: 'An escalation that is thrown is named.',
  BPMN_TIMER_AMBIGUOUS: 'A timer has exactly one of date, duration and cycle.',
  BPMN_CONDITION_MISSING: 'A conditional event has a condition.',
  BPMN_LINK_NAME_MISSING: 'A link event has the name of its link.',
  BPMN_MULTI_INSTANCE_INPUT_MISSING: 'A multi-instance activity has an input collection.',
  BPMN_LOOP_STANDARD: 'Only multi-instance loops run.',
  BPMN_GATEWAY_CONDITION_MISSING: 'Each way out of a gateway has a condition or is the default.',
  BPMN_FLOW_CONDITION_MISPLACED: 'Only gateways choose by condition.',
  BPMN_START_EVENT_MISSING: 'A process has a start event.',
  BPMN_START_EVENT_NONE_MULTIPLE: 'A process has at most one start event without a trigger.',
  BPMN_SUB_PROCESS_START: 'A sub-process has exactly one start event, without a trigger.',
  BPMN_EVENT_KIND: 'Zeebe does not run that event in that place.',
  BPMN_EVENT_GATEWAY_MESSAGE_DUPLICATE: 'An event-based gateway waits for each message once.',
  BPMN_CATCH_DUPLICATE: 'A scope or activity catches each message, error, escalation and signal once.',
  BPMN_LOOP_WITHOUT_WAIT: 'A loop of tasks that do nothing never rests.',
};
