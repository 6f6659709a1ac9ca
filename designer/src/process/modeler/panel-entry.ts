/** Which field of the properties panel answers for a problem; the first pattern that matches wins. */
const entries: readonly (readonly [pattern: RegExp, entry: string])[] = [
  [/JOB_TYPE|TASK_DEFINITION/, 'taskDefinitionType'],
  [/RETRIES/, 'taskDefinitionRetries'],
  [/FORM/, 'formId'],
  [/DECISION/, 'decisionId'],
  [/CALLED_(PROCESS|ELEMENT)|PROCESS_ID_MISSING/, 'targetProcessId'],
  [/RESULT_VARIABLE/, 'resultVariable'],
  [/CORRELATION_KEY/, 'messageSubscriptionCorrelationKey'],
  [/MESSAGE_NAME/, 'messageName'],
  [/MESSAGE/, 'messageRef'],
  [/SIGNAL/, 'signalRef'],
  [/ERROR_CODE/, 'errorCode'],
  [/ERROR/, 'errorRef'],
  [/ESCALATION/, 'escalationRef'],
  [/TIMER|DURATION|CYCLE/, 'timerEventDefinitionValue'],
  [/CONDITION/, 'conditionExpression'],
  [/INPUT_COLLECTION|MULTI_INSTANCE/, 'multiInstance-inputCollection'],
  [/SCRIPT/, 'scriptImplementation'],
  [/CANDIDATE|ASSIGN/, 'assignmentDefinitionCandidateGroups'],
  [/NAME/, 'name'],
];

export const panelEntryOf = (code: string): string | null =>
  entries.find(([pattern]) => pattern.test(code))?.[1] ?? null;
