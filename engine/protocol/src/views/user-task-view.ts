import type { ElementInstanceKey, FormKey, ProcessDefinitionKey, ProcessInstanceKey, UserTaskKey } from '../key.ts';

export type UserTaskState =
  | 'CREATING'
  | 'CREATED'
  | 'ASSIGNING'
  | 'UPDATING'
  | 'COMPLETING'
  | 'COMPLETED'
  | 'CANCELING'
  | 'CANCELED'
  | 'FAILED';

export interface UserTaskView {
  readonly userTaskKey: UserTaskKey;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly elementId: string;
  readonly name: string | null;
  readonly state: UserTaskState;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
  readonly priority: number;
  readonly formKey: FormKey | null;
  readonly externalFormReference: string | null;
  readonly customHeaders: Readonly<Record<string, string>>;
  /** Those of its process instance. */
  readonly tags: readonly string[];
  readonly creationDate: string;
  readonly completionDate: string | null;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processDefinitionVersion: number;
  readonly processName: string | null;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly tenantId: string;
}
