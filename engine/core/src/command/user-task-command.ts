import type { UserTaskKey } from '@irisflow/protocol';
import type { UserTaskAttributes } from '../state/instance-tree.ts';

/** `assignee: null` takes the assignee away. */
export interface AssignUserTaskCommand {
  readonly kind: 'assignUserTask';
  readonly userTaskKey: UserTaskKey;
  readonly assignee: string | null;
  /** `ifUnassigned` is a claim: refused when somebody else has the task. */
  readonly override: 'always' | 'ifUnassigned';
  readonly action: string;
  /** Under which a deferred reply is settled when task listeners have their say. */
  readonly requestId: string | null;
}

export interface UpdateUserTaskCommand {
  readonly kind: 'updateUserTask';
  readonly userTaskKey: UserTaskKey;
  /** Absent: no change. Null or empty: cleared. */
  readonly changes: Partial<Omit<UserTaskAttributes, 'assignee'>>;
  readonly action: string;
  readonly requestId: string | null;
}

export interface CompleteUserTaskCommand {
  readonly kind: 'completeUserTask';
  readonly userTaskKey: UserTaskKey;
  readonly variables: string;
  readonly action: string;
  readonly requestId: string | null;
}

/** What people do with user tasks. */
export type UserTaskCommand = AssignUserTaskCommand | UpdateUserTaskCommand | CompleteUserTaskCommand;
