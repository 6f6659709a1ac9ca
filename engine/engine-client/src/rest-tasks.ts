import type { EngineTask, EngineTasks, EngineTaskSearch, EngineTaskState, Variables } from './engine.ts';
import type { Json, RestTransport } from './rest-transport.ts';
import { count, foundOf, itemsOf, text, textOrNull, texts } from './rest-values.ts';

const searches = {
  open: { states: ['CREATED', 'ASSIGNING', 'UPDATING'], date: 'creationDate' },
  over: { states: ['COMPLETED', 'CANCELED'], date: 'completionDate' },
} as const satisfies Record<EngineTaskSearch['are'], unknown>;

const stateOf = (wire: string): EngineTaskState => {
  if (wire === 'COMPLETED' || wire === 'COMPLETING') return 'completed';
  return wire === 'CANCELED' || wire === 'CANCELING' ? 'canceled' : 'open';
};

const taskOf = (item: Json): EngineTask => ({
  userTaskKey: text(item, 'userTaskKey'),
  state: stateOf(text(item, 'state')),
  elementId: text(item, 'elementId'),
  elementInstanceKey: text(item, 'elementInstanceKey'),
  processInstanceKey: text(item, 'processInstanceKey'),
  rootProcessInstanceKey: textOrNull(item, 'rootProcessInstanceKey'),
  assignee: textOrNull(item, 'assignee'),
  candidateGroups: texts(item, 'candidateGroups'),
  priority: count(item, 'priority'),
  createdAt: text(item, 'creationDate'),
  endedAt: textOrNull(item, 'completionDate'),
});

const MAX_VARIABLES = 1000;

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
};

/** Several scopes may hold one name: the task's own wins, then the youngest scope, which is the innermost. */
const visibleVariables = (items: readonly Json[], elementInstanceKey: string): Variables => {
  const depth = (item: Json) =>
    text(item, 'scopeKey') === elementInstanceKey ? '9'.repeat(20) : text(item, 'scopeKey');
  const sorted = items.toSorted((left, right) =>
    depth(left).padStart(20, '0').localeCompare(depth(right).padStart(20, '0')),
  );
  return Object.fromEntries(sorted.map((item) => [text(item, 'name'), parse(text(item, 'value'))]));
};

export const openRestTasks = (rest: RestTransport): EngineTasks => ({
  search: async ({ are, since, from, limit }) => {
    const { states, date } = searches[are];
    const filter = { state: { $in: states }, ...(since === undefined ? {} : { [date]: { $gte: since } }) };
    const reply = await rest.post('/user-tasks/search', {
      filter,
      sort: [{ field: date, order: 'ASC' }],
      page: { from, limit },
    });
    return foundOf(reply, taskOf);
  },
  get: async (userTaskKey) => taskOf(await rest.get(`/user-tasks/${userTaskKey}`)),
  assign: async ({ userTaskKey, assignee, override }) => {
    await rest.post(`/user-tasks/${userTaskKey}/assignment`, { assignee, allowOverride: override === 'allowed' });
  },
  unassign: (userTaskKey) => rest.remove(`/user-tasks/${userTaskKey}/assignee`),
  complete: async ({ userTaskKey, variables }) => {
    await rest.post(`/user-tasks/${userTaskKey}/completion`, { variables });
  },
  sendBack: async ({ userTaskKey, elementIds }) => {
    const { processInstanceKey, elementInstanceKey } = taskOf(await rest.get(`/user-tasks/${userTaskKey}`));
    await rest.post(`/process-instances/${processInstanceKey}/modification`, {
      activateInstructions: elementIds.map((elementId) => ({ elementId })),
      terminateInstructions: [{ elementInstanceKey }],
    });
  },
  variables: async ({ userTaskKey, elementInstanceKey }) => {
    const reply = await rest.post(`/user-tasks/${userTaskKey}/variables/search?truncateValues=false`, {
      page: { from: 0, limit: MAX_VARIABLES },
    });
    return visibleVariables(itemsOf(reply), elementInstanceKey);
  },
});
