import type { ElementInstanceKey, JobKey, ProcessDefinitionKey, ProcessInstanceKey } from '../key.ts';

export type JobState =
  | 'CREATED'
  | 'COMPLETED'
  | 'FAILED'
  | 'RETRIES_UPDATED'
  | 'TIMED_OUT'
  | 'CANCELED'
  | 'ERROR_THROWN';

export type JobKind = 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS';

export type ListenerEventType =
  | 'UNSPECIFIED'
  | 'START'
  | 'END'
  | 'CREATING'
  | 'ASSIGNING'
  | 'UPDATING'
  | 'COMPLETING'
  | 'CANCELING';

export interface JobView {
  readonly jobKey: JobKey;
  readonly type: string;
  readonly kind: JobKind;
  readonly listenerEventType: ListenerEventType;
  readonly state: JobState;
  readonly worker: string;
  readonly retries: number;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly hasFailedWithRetriesLeft: boolean;
  /** Whether a task listener denied what it was asked about; null for other jobs. */
  readonly isDenied: boolean | null;
  readonly deniedReason: string | null;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly deadline: string | null;
  readonly endTime: string | null;
  readonly creationTime: string;
  readonly lastUpdateTime: string | null;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly elementId: string;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly tenantId: string;
}
