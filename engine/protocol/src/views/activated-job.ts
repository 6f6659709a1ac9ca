import type {
  ElementInstanceKey,
  FormKey,
  JobKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  UserTaskKey,
} from '../key.ts';
import type { JobKind, ListenerEventType } from './job-view.ts';

/** A job as handed to a worker. `variables` is the JSON text of an object. */
export interface ActivatedJob {
  readonly jobKey: JobKey;
  readonly type: string;
  readonly kind: JobKind;
  readonly listenerEventType: ListenerEventType;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly processDefinitionId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly elementId: string;
  readonly elementInstanceKey: ElementInstanceKey;
  /** JSON text of an object; `{}` when there are none. */
  readonly customHeaders: string;
  readonly worker: string;
  readonly retries: number;
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly variables: string;
  readonly userTaskKey: UserTaskKey | null;
  /** Null unless a task listener is asked. */
  readonly userTask: ActivatedUserTask | null;
  readonly tags: readonly string[];
  readonly tenantId: string;
}

/** The user task of a task listener, as it will be when its listeners agree. */
export interface ActivatedUserTask {
  readonly userTaskKey: UserTaskKey;
  /** What was asked for, such as `assign`, `update` or `complete`. */
  readonly action: string;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
  readonly priority: number;
  readonly formKey: FormKey | null;
  /** Names of the attributes that change. */
  readonly changedAttributes: readonly string[];
}
