import type {
  EngineElement,
  EngineElementCount,
  EngineElementState,
  EngineIncident,
  EngineInstance,
  EngineInstanceState,
  EngineJob,
  EngineMonitor,
  EngineStep,
} from './engine.ts';
import type { Json, RestTransport } from './rest-transport.ts';
import { count, foundOf, itemsOf, text, textOrNull } from './rest-values.ts';

const wireStates: Readonly<Record<EngineInstanceState, string>> = {
  active: 'ACTIVE',
  suspended: 'SUSPENDED',
  completed: 'COMPLETED',
  canceled: 'TERMINATED',
};

const elementStateOf = (wire: string): EngineElementState => {
  if (wire === 'COMPLETED') return 'completed';
  return wire === 'TERMINATED' || wire === 'CANCELED' ? 'canceled' : 'active';
};

const stateOf = (wire: string): EngineInstanceState => (wire === 'SUSPENDED' ? 'suspended' : elementStateOf(wire));

export const instanceOf = (item: Json): EngineInstance => ({
  processInstanceKey: text(item, 'processInstanceKey'),
  processDefinitionKey: text(item, 'processDefinitionKey'),
  version: count(item, 'processDefinitionVersion'),
  state: stateOf(text(item, 'state')),
  startedAt: text(item, 'startDate'),
  endedAt: textOrNull(item, 'endDate'),
  parentProcessInstanceKey: textOrNull(item, 'parentProcessInstanceKey'),
  hasIncident: item['hasIncident'] === true,
});

const countsOf = (reply: Json): EngineElementCount[] =>
  itemsOf(reply).map((item) => ({
    elementId: text(item, 'elementId'),
    active: count(item, 'active'),
    completed: count(item, 'completed'),
    canceled: count(item, 'canceled'),
    incidents: count(item, 'incidents'),
  }));

const elementOf = (item: Json): EngineElement => ({
  elementInstanceKey: text(item, 'elementInstanceKey'),
  elementId: text(item, 'elementId'),
  kind: text(item, 'type'),
  state: elementStateOf(text(item, 'state')),
  startedAt: text(item, 'startDate'),
  endedAt: textOrNull(item, 'endDate'),
});

const stepOf = (item: Json): EngineStep => ({
  ...elementOf(item),
  processDefinitionKey: text(item, 'processDefinitionKey'),
});

const incidentOf = (item: Json): EngineIncident => ({
  incidentKey: text(item, 'incidentKey'),
  processInstanceKey: text(item, 'processInstanceKey'),
  errorType: text(item, 'errorType'),
  message: text(item, 'errorMessage'),
  elementId: text(item, 'elementId'),
  elementInstanceKey: text(item, 'elementInstanceKey'),
  jobKey: textOrNull(item, 'jobKey'),
  createdAt: text(item, 'creationTime'),
});

const endedJobs: readonly string[] = ['COMPLETED', 'CANCELED', 'ERROR_THROWN'];

const jobOf = (item: Json): EngineJob => ({
  jobKey: text(item, 'jobKey'),
  type: text(item, 'type'),
  isActive: !endedJobs.includes(text(item, 'state')),
  elementId: text(item, 'elementId'),
  processDefinitionId: text(item, 'processDefinitionId'),
  processInstanceKey: text(item, 'processInstanceKey'),
});

const MANY = { from: 0, limit: 1000 };

const takenMessages = async (rest: RestTransport, messageKeys: readonly string[]): Promise<ReadonlySet<string>> => {
  if (messageKeys.length === 0) return new Set();
  const filter = { messageKey: { $in: messageKeys } };
  const reply = await rest.post('/correlated-message-subscriptions/search', { filter, page: MANY });
  return new Set(itemsOf(reply).map((item) => text(item, 'messageKey')));
};

/** Steps of whatever process, by when they began and by their keys. */
const stepSearches = (rest: RestTransport): Pick<EngineMonitor, 'stepsBegun' | 'steps'> => ({
  stepsBegun: async ({ since, before, from, limit }) => {
    const filter = { startDate: { $gte: since, $lt: before } };
    const sort = [
      { field: 'startDate', order: 'ASC' },
      { field: 'elementInstanceKey', order: 'ASC' },
    ];
    return itemsOf(await rest.post('/element-instances/search', { filter, sort, page: { from, limit } })).map(stepOf);
  },
  steps: async (elementInstanceKeys) => {
    const filter = { elementInstanceKey: { $in: elementInstanceKeys } };
    const page = { from: 0, limit: elementInstanceKeys.length };
    return itemsOf(await rest.post('/element-instances/search', { filter, page })).map(stepOf);
  },
});

/** What an instance itself has of a variable, beside what stands in its parts. */
const variableOf =
  (rest: RestTransport): EngineMonitor['variable'] =>
  async ({ processInstanceKey, name }) => {
    const filter = { processInstanceKey, scopeKey: processInstanceKey, name };
    const reply = await rest.post('/variables/search?truncateValues=false', { filter, page: { from: 0, limit: 1 } });
    const [item] = itemsOf(reply);
    return item === undefined ? undefined : JSON.parse(text(item, 'value'));
  };

/** Elements of one instance. */
const elementSearches = (rest: RestTransport): Pick<EngineMonitor, 'elements' | 'activeElements'> => ({
  elements: async (processInstanceKey) => {
    const sort = [{ field: 'startDate', order: 'ASC' }];
    const reply = await rest.post('/element-instances/search', { filter: { processInstanceKey }, sort, page: MANY });
    return itemsOf(reply).map(elementOf);
  },
  activeElements: async (processInstanceKey) => {
    const filter = { processInstanceKey, state: wireStates.active };
    return itemsOf(await rest.post('/element-instances/search', { filter, page: MANY })).map(elementOf);
  },
});

export const openRestMonitor = (rest: RestTransport): EngineMonitor => ({
  searchInstances: async ({ processDefinitionKeys, state, hasIncident, from, limit }) => {
    const filter = {
      processDefinitionKey: { $in: processDefinitionKeys },
      ...(state === undefined ? {} : { state: wireStates[state] }),
      ...(hasIncident === undefined ? {} : { hasIncident }),
    };
    const reply = await rest.post('/process-instances/search', {
      filter,
      sort: [{ field: 'startDate', order: 'DESC' }],
      page: { from, limit },
    });
    return foundOf(reply, instanceOf);
  },
  instance: async (processInstanceKey) => instanceOf(await rest.get(`/process-instances/${processInstanceKey}`)),
  calledBy: async (parentProcessInstanceKey) => {
    const filter = { parentProcessInstanceKey, state: wireStates.active };
    return itemsOf(await rest.post('/process-instances/search', { filter, page: MANY })).map((item) =>
      text(item, 'processInstanceKey'),
    );
  },
  everCalledBy: async (parentProcessInstanceKey) => {
    const filter = { parentProcessInstanceKey };
    return itemsOf(await rest.post('/process-instances/search', { filter, page: MANY })).map(instanceOf);
  },
  xml: (processDefinitionKey) => rest.getText(`/process-definitions/${processDefinitionKey}/xml`),
  definitionCounts: async (processDefinitionKey) =>
    countsOf(await rest.post(`/process-definitions/${processDefinitionKey}/statistics/element-instances`, {})),
  instanceCounts: async (processInstanceKey) =>
    countsOf(await rest.get(`/process-instances/${processInstanceKey}/statistics/element-instances`)),
  incidents: async (filter) => {
    const reply = await rest.post('/incidents/search', { filter: { ...filter, state: 'ACTIVE' }, page: MANY });
    return itemsOf(reply).map(incidentOf);
  },
  incident: async (incidentKey) => {
    const reply = await rest.post('/incidents/search', { filter: { incidentKey, state: 'ACTIVE' }, page: MANY });
    return itemsOf(reply).map(incidentOf)[0] ?? null;
  },
  job: async (jobKey) => {
    const reply = await rest.post('/jobs/search', { filter: { jobKey }, page: { from: 0, limit: 1 } });
    return itemsOf(reply).map(jobOf)[0] ?? null;
  },
  ...elementSearches(rest),
  ...stepSearches(rest),
  variables: async (processInstanceKey) => {
    const body = { filter: { processInstanceKey }, sort: [{ field: 'name', order: 'ASC' }], page: MANY };
    const reply = await rest.post('/variables/search?truncateValues=false', body);
    return itemsOf(reply).map((item) => ({
      name: text(item, 'name'),
      value: text(item, 'value'),
      scopeKey: text(item, 'scopeKey'),
    }));
  },
  takenMessages: (messageKeys) => takenMessages(rest, messageKeys),
  variable: variableOf(rest),
});
