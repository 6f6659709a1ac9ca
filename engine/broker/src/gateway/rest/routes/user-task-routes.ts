import type { CommandKind, CommandOf } from '@irisflow/core';
import type { UserTaskKey, UserTaskView } from '@irisflow/protocol';
import { type Static, Type } from 'typebox';
import { isVisibleFrom } from '../../../storage/search/conditions.ts';
import { userTasks } from '../../../storage/search/nouns/user-task.ts';
import { find } from '../../../storage/search/search.ts';
import { Attributes, attributesOf } from '../attributes.ts';
import { keyOf, variablesOf } from '../parts.ts';
import { notFound } from '../problem.ts';
import { replyOf } from '../reply-of.ts';
import { type Call, noContent, type Reply, type RestContext, type Route, route } from '../route.ts';
import { JsonObject, maybe, Nothing, RequiredName, Text } from '../schemas.ts';
import { findRoute, searchRoute } from '../search-routes.ts';
import { settleWithin } from '../settle-within.ts';
import { variablesFor } from './variable-routes.ts';

const withNames = (items: readonly Omit<UserTaskView, 'name'>[], { diagrams }: RestContext): Promise<UserTaskView[]> =>
  Promise.all(
    items.map(async (item) => ({
      ...item,
      name: (await diagrams.of(item.processDefinitionKey)).nameOf(item.elementId),
    })),
  );

type UserTaskCommand = Extract<CommandKind, 'assignUserTask' | 'updateUserTask' | 'completeUserTask'>;

/** Listeners of the task are asked before the caller is answered. */
const command = async <Kind extends UserTaskCommand>(
  call: Call,
  context: RestContext,
  kind: Kind,
  build: (requestId: string) => CommandOf<Kind>,
): Promise<Reply> => {
  const pending = 'task listeners are still at work';
  replyOf(kind, await settleWithin<Kind>(call, context, { command: build, pending }));
  return noContent;
};

const Assignment = Type.Object({
  assignee: RequiredName,
  allowOverride: maybe(Type.Boolean()),
  action: maybe(Text),
});

const assign = route('POST', '/user-tasks/:key/assignment', Assignment, (call, context) =>
  command(call, context, 'assignUserTask', (requestId) => ({
    kind: 'assignUserTask',
    userTaskKey: keyOf<UserTaskKey>(call),
    assignee: call.body.assignee,
    override: call.body.allowOverride === false ? 'ifUnassigned' : 'always',
    action: call.body.action ?? 'assign',
    requestId,
  })),
);

const unassign = route('DELETE', '/user-tasks/:key/assignee', Nothing, (call, context) =>
  command(call, context, 'assignUserTask', (requestId) => ({
    kind: 'assignUserTask',
    userTaskKey: keyOf<UserTaskKey>(call),
    assignee: null,
    override: 'always',
    action: 'unassign',
    requestId,
  })),
);

const Changes = Type.Omit(Attributes, ['assignee']);
const Update = Type.Object({ changeset: maybe(Changes), action: maybe(Text) });

const change = (call: Call, context: RestContext, asked: Static<typeof Update>) =>
  command(call, context, 'updateUserTask', (requestId) => ({
    kind: 'updateUserTask',
    userTaskKey: keyOf<UserTaskKey>(call),
    changes: attributesOf({ ...asked.changeset, assignee: null }),
    action: asked.action ?? 'update',
    requestId,
  }));

const update = route('PATCH', '/user-tasks/:key', Update, (call, context) => change(call, context, call.body));
/** As the public client for JavaScript sends it: the changes are the body. */
const updateByChanges = route('PATCH', '/user-tasks/:key/update', Changes, (call, context) =>
  change(call, context, { changeset: call.body }),
);

const Completion = Type.Object({ variables: maybe(JsonObject), action: maybe(Text) });

const complete = route('POST', '/user-tasks/:key/completion', Completion, (call, context) =>
  command(call, context, 'completeUserTask', (requestId) => ({
    kind: 'completeUserTask',
    userTaskKey: keyOf<UserTaskKey>(call),
    variables: variablesOf(call.body),
    action: call.body.action ?? 'complete',
    requestId,
  })),
);

const seenByTask = async (call: Call, { database }: RestContext) => {
  const key = keyOf<UserTaskKey>(call);
  const task = await find(database, userTasks, key);
  if (task === null) throw notFound(`Expected to find a user task with key '${key}', but there is none`);
  return isVisibleFrom(task.elementInstanceKey);
};

export const userTaskRoutes: readonly Route[] = [
  searchRoute('/user-tasks/search', { noun: () => userTasks, complete: withNames }),
  findRoute('/user-tasks', { noun: userTasks, called: 'user task', complete: withNames }),
  assign,
  unassign,
  update,
  updateByChanges,
  complete,
  searchRoute('/user-tasks/:key/variables/search', { noun: variablesFor, within: seenByTask }),
];
