import type { UserTask, UserTaskEvent } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import type { UserTaskKey, UserTaskState } from '@irisflow/protocol';
import { insertRows, type RowValues, updateRows } from '../row-statement.ts';

interface UserTaskRow {
  readonly key: UserTaskKey;
  readonly rootKey: string;
  readonly createdAt: number | null;
  task: UserTask | null;
  state: UserTaskState;
  endedAt: number | null;
}

const ATTRIBUTES = {
  assignee: 'text',
  candidate_groups: 'text',
  candidate_users: 'text',
  due_date: 'text',
  follow_up_date: 'text',
  priority: 'integer',
} as const;

const insert = insertRows('user_task', {
  key: 'bigint',
  root_key: 'bigint',
  process_instance_key: 'bigint',
  element_key: 'bigint',
  element_id: 'text',
  tenant_id: 'text',
  state: 'text',
  ...ATTRIBUTES,
  form_key: 'bigint',
  external_form_reference: 'text',
  headers: 'text',
  created_at: 'bigint',
  ended_at: 'bigint',
});
const change = updateRows('user_task', { key: 'bigint', element_id: 'text', state: 'text', ...ATTRIBUTES });
const end = updateRows('user_task', { key: 'bigint', state: 'text', ended_at: 'bigint' }, 'user_task_end');

const attributesOf = ({ attributes }: UserTask): RowValues => [
  attributes.assignee,
  JSON.stringify(attributes.candidateGroups),
  JSON.stringify(attributes.candidateUsers),
  attributes.dueDate,
  attributes.followUpDate,
  attributes.priority,
];

const toInsert = (row: UserTaskRow, task: UserTask): RowValues => [
  task.key,
  row.rootKey,
  task.processInstanceKey,
  task.elementKey,
  task.elementId,
  task.tenantId,
  row.state,
  ...attributesOf(task),
  task.formKey,
  task.externalFormReference,
  task.headers,
  row.createdAt,
  row.endedAt,
];

const stateOf = (event: UserTaskEvent, current: UserTask | undefined): UserTaskState => {
  if (event.kind === 'userTaskCompleted') return 'COMPLETED';
  if (event.kind === 'userTaskCanceled') return 'CANCELED';
  return (current?.phase.toUpperCase() ?? 'CREATED') as UserTaskState;
};

/** Rows of `user_task` that one batch writes. */
export const createUserTaskRows = () => {
  const rows = new Map<UserTaskKey, UserTaskRow>();
  return {
    follow: (event: UserTaskEvent, current: UserTask | undefined, place: { rootKey: string; at: number }) => {
      const isNew = event.kind === 'userTaskCreated';
      const key = isNew ? event.task.key : event.key;
      const row = rows.get(key) ?? {
        key,
        rootKey: place.rootKey,
        createdAt: isNew ? place.at : null,
        task: isNew ? event.task : null,
        state: 'CREATED',
        endedAt: null,
      };
      rows.set(key, row);
      row.task = current ?? row.task;
      row.state = stateOf(event, current);
      if (event.kind === 'userTaskCompleted' || event.kind === 'userTaskCanceled') row.endedAt = place.at;
    },
    statements: (): Statement[] => {
      const inserts: RowValues[] = [];
      const changes: RowValues[] = [];
      const ends: RowValues[] = [];
      for (const row of rows.values()) {
        if (row.createdAt !== null && row.task !== null) inserts.push(toInsert(row, row.task));
        else {
          if (row.task !== null) changes.push([row.key, row.task.elementId, row.state, ...attributesOf(row.task)]);
          if (row.endedAt !== null) ends.push([row.key, row.state, row.endedAt]);
        }
      }
      return [
        ...(inserts.length > 0 ? [insert(inserts)] : []),
        ...(changes.length > 0 ? [change(changes)] : []),
        ...(ends.length > 0 ? [end(ends)] : []),
      ];
    },
  };
};
