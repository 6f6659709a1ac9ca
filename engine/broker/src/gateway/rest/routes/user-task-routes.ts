import type { CommandKind, CommandOf } from '@irisflow/core';
import type { UserTaskKey } from '@irisflow/protocol';
import { type Static, Type } from 'typebox';
import { isEffectiveFor, isVisibleFrom } from '../../../storage/search/conditions.ts';
import { userTasks } from '../../../storage/search/nouns/user-task.ts';
import { find } from '../../../storage/search/search.ts';
import { Attributes, attributesOf } from '../attributes.ts';
import { givesNothing } from '../answer.ts';
import { keyOf, variablesOf } from '../parts.ts';
import { notFound } from '../problem.ts';
import { replyOf } from '../reply-of.ts';
import { type Call, noContent, type Reply, type RestContext, type Route, route } from '../route.ts';
import { Int, JsonObject, Key, maybe, Names, orNull, RequiredName, shape, Text, Texts } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';
import { settleForCall } from '../settle-for-call.ts';
import { variablesInSearch } from './variable-routes.ts';

type UserTaskCommand = Extract<CommandKind, 'assignUserTask' | 'updateUserTask' | 'completeUserTask'>;

/** Listeners of the task are asked before the caller is answered. */
const command = async <Kind extends UserTaskCommand>(
  call: Call,
  context: RestContext,
  kind: Kind,
  build: (requestId: string) => CommandOf<Kind>,
): Promise<Reply> => {
  const pending = 'task listeners are still at work';
  replyOf(kind, await settleForCall<Kind>(call, context, { command: build, pending }));
  return noContent;
};

const Assignment = shape({
  assignee: RequiredName,
  allowOverride: maybe(Type.Boolean()),
  action: maybe(Text),
});

const assignTraits = { summary: 'Gives a task to somebody.', body: Assignment, answer: givesNothing };

const assign = route('POST /user-tasks/:key/assignment', assignTraits, (call, context) =>
  command(call, context, 'assignUserTask', (requestId) => ({
    kind: 'assignUserTask',
    userTaskKey: keyOf<UserTaskKey>(call),
    assignee: call.body.assignee,
    override: call.body.allowOverride === false ? 'ifUnassigned' : 'always',
    action: call.body.action ?? 'assign',
    requestId,
  })),
);

const unassignTraits = { summary: 'Takes a task away from its assignee.', body: shape({}), answer: givesNothing };

const unassign = route('DELETE /user-tasks/:key/assignee', unassignTraits, (call, context) =>
  command(call, context, 'assignUserTask', (requestId) => ({
    kind: 'assignUserTask',
    userTaskKey: keyOf<UserTaskKey>(call),
    assignee: null,
    override: 'always',
    action: 'unassign',
    requestId,
  })),
);

const Changes = Type.Omit(Attributes, ['assignee'], { additionalProperties: false });
const Update = shape({ changeset: maybe(Changes), action: maybe(Text) });

const change = (call: Call, context: RestContext, asked: Static<typeof Update>) =>
  command(call, context, 'updateUserTask', (requestId) => ({
    kind: 'updateUserTask',
    userTaskKey: keyOf<UserTaskKey>(call),
    changes: attributesOf({ ...asked.changeset, assignee: null }),
    action: asked.action ?? 'update',
    requestId,
  }));

const updateTraits = { summary: 'Changes the dates, the candidates or the priority of a task.', answer: givesNothing };

const update = route('PATCH /user-tasks/:key', { ...updateTraits, body: Update }, (call, context) =>
  change(call, context, call.body),
);
/** As the public client for JavaScript sends it: the changes are the body. */
const updateByChanges = route('PATCH /user-tasks/:key/update', { ...updateTraits, body: Changes }, (call, context) =>
  change(call, context, { changeset: call.body }),
);

const Completion = shape({ variables: maybe(JsonObject), action: maybe(Text) });

const completeTraits = {
  summary: 'Ends a task with the variables that it leaves.',
  body: Completion,
  answer: givesNothing,
};

const complete = route('POST /user-tasks/:key/completion', completeTraits, (call, context) =>
  command(call, context, 'completeUserTask', (requestId) => ({
    kind: 'completeUserTask',
    userTaskKey: keyOf<UserTaskKey>(call),
    variables: variablesOf(call.body),
    action: call.body.action ?? 'complete',
    requestId,
  })),
);

const elementOf = async (call: Call, { engine: { tenantIds }, database }: RestContext) => {
  const key = keyOf<UserTaskKey>(call);
  const task = await find(database, userTasks, { identity: key, tenantIds });
  if (task === null) throw notFound(`Expected to find a user task with key '${key}', but there is none`);
  return task.elementInstanceKey;
};

const shown = {
  noun: userTasks,
  adds: {
    candidateGroups: Names,
    candidateUsers: Names,
    formKey: orNull(Key),
    externalFormReference: orNull(Text),
    customHeaders: Type.Record(Text, Text),
    tags: Texts,
    processDefinitionVersion: Int,
    processName: orNull(Text),
  },
};

export const userTaskRoutes: readonly Route[] = [
  searchRoute('/user-tasks/search', { summary: 'Finds user tasks.', ...shown }),
  findRoute('/user-tasks', { summary: 'Shows one user task.', called: 'user task', ...shown }),
  assign,
  unassign,
  update,
  updateByChanges,
  complete,
  searchRoute('/user-tasks/:key/variables/search', {
    summary: 'Finds the variables that a task sees.',
    ...variablesInSearch,
    within: async (call, context) => isVisibleFrom(await elementOf(call, context)),
  }),
  searchRoute('/user-tasks/:key/effective-variables/search', {
    summary: 'Finds the variables that a task sees, without those that a nearer one of the same name hides.',
    ...variablesInSearch,
    within: async (call, context) => isEffectiveFor(await elementOf(call, context)),
  }),
];
