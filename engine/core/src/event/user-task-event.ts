import type { UserTaskKey } from '@irisflow/protocol';
import type { UserTask, UserTaskAttributes, UserTaskPhase, UserTaskTransition } from '../state/instance-tree.ts';

export type UserTaskEvent =
  | { readonly kind: 'userTaskCreated'; readonly task: UserTask }
  /** A transition waits for the next task listener, or its listeners are done (`transition: null`). */
  | {
      readonly kind: 'userTaskPhaseChanged';
      readonly key: UserTaskKey;
      readonly phase: UserTaskPhase;
      readonly transition: UserTaskTransition | null;
    }
  | {
      readonly kind: 'userTaskAssigned';
      readonly key: UserTaskKey;
      readonly assignee: string | null;
      readonly action: string;
    }
  | {
      readonly kind: 'userTaskUpdated';
      readonly key: UserTaskKey;
      readonly changes: Partial<UserTaskAttributes>;
      readonly action: string;
    }
  | { readonly kind: 'userTaskCompleted'; readonly key: UserTaskKey; readonly action: string }
  | { readonly kind: 'userTaskCanceled'; readonly key: UserTaskKey };
