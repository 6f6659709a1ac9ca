import type { DatabaseKind } from '@irisflow/database';
import { collect, connectRaw, createTestClock, startRestUnderTest } from '@irisflow/broker/testing';
import type { Job, Row, World } from './world.ts';
import { vi } from 'vitest';

const MINUTE = 60_000;
/** How long an expected state may take to come, in milliseconds. */
const PATIENCE = 5_000;

const parse = (text: unknown): Record<string, never> => JSON.parse(String(text));

const readJob = (job: Row): Job => ({
  key: String(job['key']),
  type: String(job['type']),
  elementId: String(job['elementId']),
  elementInstanceKey: String(job['elementInstanceKey']),
  processInstanceKey: String(job['processInstanceKey']),
  retries: Number(job['retries']),
  deadline: Number(job['deadline']),
  variables: parse(job['variables']),
  customHeaders: parse(job['customHeaders']),
});

/** What a failed call of gRPC carries. */
const readRefusal = (thrown: unknown) => {
  if (!(thrown instanceof Error) || !('code' in thrown)) throw thrown;
  return { code: Number(thrown.code), details: 'details' in thrown ? String(thrown.details) : thrown.message };
};

let names = 0;

/** Starts the engine with a clock that can be put forward, on a store of its own. */
export const startWorld = async (kind: DatabaseKind): Promise<World> => {
  const clock = createTestClock();
  const rest = await startRestUnderTest(kind, clock);
  let raw = connectRaw(rest.engine.broker.grpcAddress);

  const find = async (path: string, filter: object, field = 'key'): Promise<readonly Row[]> =>
    rest.search(path, { filter, page: { limit: 1_000 }, sort: [{ field, order: 'ASC' }] });

  const activate: World['activate'] = async (type, options = {}) => {
    const messages = await collect(
      raw.stream('ActivateJobs', {
        type,
        worker: options.worker ?? 'conformance',
        timeout: options.timeout ?? MINUTE,
        maxJobsToActivate: options.max ?? 32,
        requestTimeout: options.wait ?? -1,
        fetchVariable: options.fetchVariable ?? [],
      }),
    );
    return messages.flatMap((message) => (message['jobs'] as readonly Row[]).map(readJob));
  };

  const state: World['state'] = async (key) => (await rest.ask('GET', `/process-instances/${key}`)).body['state'];

  return {
    kind,
    clock,
    rest,
    get client() {
      return rest.engine.client;
    },
    get raw() {
      return raw;
    },
    name: (stem) => {
      names += 1;
      return `${stem}_${names}`;
    },
    deploy: async (...models) => {
      const resources = models.map((model, at) => ({ name: `model-${at + 1}.bpmn`, content: Buffer.from(model) }));
      const { deployments } = await raw.call('DeployResource', { resources });
      return deployments as readonly Row[];
    },
    create: async (bpmnProcessId, variables = {}) => {
      const request = { bpmnProcessId, version: -1, variables: JSON.stringify(variables) };
      return String((await raw.call('CreateProcessInstance', request))['processInstanceKey']);
    },
    activate,
    job: async (type) => {
      const [job, ...others] = await activate(type, { wait: PATIENCE });
      if (job === undefined || others.length > 0) {
        throw new Error(`Expected one job of type ${type}, but found ${job === undefined ? 0 : others.length + 1}`);
      }
      return job;
    },
    complete: async ({ key }, variables = {}) => {
      await raw.call('CompleteJob', { jobKey: key, variables: JSON.stringify(variables) });
    },
    publish: async (name, correlationKey, { variables = {}, timeToLive = 0, messageId = '' } = {}) => {
      const request = { name, correlationKey, timeToLive, messageId, variables: JSON.stringify(variables) };
      return String((await raw.call('PublishMessage', request))['key']);
    },
    state,
    reaches: async (key, expected) => {
      await vi.waitFor(
        async () => {
          const found = await state(key);
          if (found !== expected) throw new Error(`Expected instance ${key} to be ${expected}, but it is ${found}`);
        },
        { timeout: PATIENCE, interval: 20 },
      );
    },
    elements: async (processInstanceKey, wanted) => {
      const filter = { processInstanceKey, ...(wanted === undefined ? {} : { state: wanted }) };
      const found = await find('/element-instances/search', filter, 'elementInstanceKey');
      return found.map((element) => element['elementId']);
    },
    incidents: (processInstanceKey) =>
      find('/incidents/search', { processInstanceKey, state: 'ACTIVE' }, 'incidentKey'),
    resolve: async (incident) => {
      await raw.call('ResolveIncident', { incidentKey: incident['incidentKey'] });
    },
    variables: async (processInstanceKey) => {
      const found = await find('/variables/search', { processInstanceKey, scopeKey: processInstanceKey }, 'name');
      return Object.fromEntries(found.map(({ name, value }) => [String(name), parse(value)]));
    },
    refusal: async (call) => {
      try {
        await call;
      } catch (thrown) {
        return readRefusal(thrown);
      }
      throw new Error('Expected the call to be refused, but it succeeded');
    },
    restart: async () => {
      raw.close();
      await rest.restart();
      raw = connectRaw(rest.engine.broker.grpcAddress);
    },
    stop: async () => {
      raw.close();
      await rest.stop();
    },
  };
};
