import type { RestUnderTest } from '@irisflow/broker/testing';
import { vi } from 'vitest';
import type { Row, World } from './world.ts';

/** Ids of the elements through which an instance still waits for a message, one for each subscription, in alphabetical order. */
export const awaitedMessages = async (world: World, processInstanceKey: string): Promise<readonly unknown[]> => {
  const filter = { processInstanceKey, messageSubscriptionState: 'CREATED' };
  const sort = [{ field: 'elementId', order: 'ASC' }];
  const found = await world.rest.search('/message-subscriptions/search', { filter, sort });
  return found.map(({ elementId }) => elementId);
};

/** The one item that was found; `called` names it in the failure. */
export const theOnly = <Item>(found: readonly Item[], called: string): Item => {
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`Expected one ${called}, but found ${found.length}`);
  return first;
};

/** The object that a JSON text of the gateway holds. */
export const parse = (text: unknown): Record<string, never> => JSON.parse(String(text));

/** How long an expected state may take to come, in milliseconds. */
const PATIENCE = 15_000;

export type Queries = Pick<
  World,
  | 'state'
  | 'reaches'
  | 'instances'
  | 'called'
  | 'elements'
  | 'element'
  | 'jobs'
  | 'incidents'
  | 'incident'
  | 'variables'
>;

/** A search leaves the process itself out unless it says something of types. */
const ANY = { $neq: 'UNKNOWN' };

/** What callers see through REST. */
export const queriesThrough = (rest: RestUnderTest): Queries => {
  const find = async (path: string, filter: object, field: string): Promise<readonly Row[]> =>
    rest.search(path, { filter, page: { limit: 1_000 }, sort: [{ field, order: 'ASC' }] });

  const state: World['state'] = async (key) => (await rest.ask('GET', `/process-instances/${key}`)).body['state'];

  const instanceKeys = async (filter: object): Promise<readonly string[]> =>
    (await find('/process-instances/search', filter, 'processInstanceKey')).map((row) =>
      String(row['processInstanceKey']),
    );

  const incidents: World['incidents'] = (processInstanceKey) =>
    find('/incidents/search', { processInstanceKey, state: 'ACTIVE' }, 'incidentKey');

  return {
    state,
    reaches: async (key, expected) => {
      await vi.waitFor(
        async () => {
          const found = String(await state(key));
          if (found !== expected) throw new Error(`Expected instance ${key} to be ${expected}, but it is ${found}`);
        },
        { timeout: PATIENCE, interval: 20 },
      );
    },
    instances: (processDefinitionId, wanted) =>
      instanceKeys({ processDefinitionId, ...(wanted === undefined ? {} : { state: wanted }) }),
    called: (parentProcessInstanceKey) => instanceKeys({ parentProcessInstanceKey }),
    elements: async (processInstanceKey, wanted) => {
      const filter = { processInstanceKey, type: ANY, ...(wanted === undefined ? {} : { state: wanted }) };
      const found = await find('/element-instances/search', filter, 'elementInstanceKey');
      return found.map((element) => element['elementId']);
    },
    element: async (processInstanceKey, elementId) => {
      const filter = { processInstanceKey, elementId, type: ANY };
      const found = await find('/element-instances/search', filter, 'elementInstanceKey');
      return theOnly(found, `instance of element ${elementId}`);
    },
    jobs: (processInstanceKey) => find('/jobs/search', { processInstanceKey }, 'jobKey'),
    incidents,
    incident: async (processInstanceKey) => theOnly(await incidents(processInstanceKey), 'open incident'),
    variables: async (scopeKey) => {
      const found = await find('/variables/search?truncateValues=false', { scopeKey }, 'name');
      return Object.fromEntries(found.map(({ name, value }) => [String(name), parse(value)]));
    },
  };
};
