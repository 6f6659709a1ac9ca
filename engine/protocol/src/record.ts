/** What a record is about. */
export type ValueType =
  | 'DEPLOYMENT'
  | 'PROCESS'
  | 'DECISION_REQUIREMENTS'
  | 'DECISION'
  | 'DECISION_EVALUATION'
  | 'FORM'
  | 'RESOURCE'
  | 'PROCESS_INSTANCE'
  | 'PROCESS_INSTANCE_CREATION'
  | 'PROCESS_INSTANCE_MODIFICATION'
  | 'PROCESS_INSTANCE_MIGRATION'
  | 'JOB'
  | 'USER_TASK'
  | 'VARIABLE'
  | 'INCIDENT'
  | 'TIMER'
  | 'MESSAGE'
  | 'MESSAGE_SUBSCRIPTION'
  | 'PROCESS_MESSAGE_SUBSCRIPTION'
  | 'MESSAGE_START_EVENT_SUBSCRIPTION'
  | 'SIGNAL'
  | 'SIGNAL_SUBSCRIPTION'
  | 'CONDITIONAL_SUBSCRIPTION'
  | 'COMPENSATION_SUBSCRIPTION'
  | 'ESCALATION'
  | 'ERROR'
  | 'PROCESS_EVENT';

/** What happened to it, as a past participle or an -ING state: `ELEMENT_ACTIVATED`, `COMPLETED`, `CREATED`. */
export type Intent = string;

/** Something that happened, as published to exporters and to the record feed. */
export interface Record {
  /** Gap-free over the partition; decimal string. */
  readonly position: string;
  /** Epoch milliseconds by the engine's clock. */
  readonly timestamp: number;
  readonly key: string;
  readonly partitionId: number;
  readonly recordType: 'EVENT';
  readonly valueType: ValueType;
  readonly intent: Intent;
  readonly value: RecordValue;
  /** What the caller called the operation that this results from; absent when it was not called anything. */
  readonly operationReference?: string;
}

/** The published fields of one record; the names are those of the value type, and always carry the tenant. */
export type RecordValue = Readonly<globalThis.Record<string, unknown>> & { readonly tenantId: string };
