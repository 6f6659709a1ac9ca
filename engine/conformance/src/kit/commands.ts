import { type RawGateway, collect } from '@irisflow/broker/testing';
import type { Job, Row, World } from './world.ts';
import { parse, theOnly } from './queries.ts';

/** Completes the one job of each type, in that order; waits for each, and fails when there is none or more than one. */
export const completeEach = async (world: World, ...types: readonly string[]): Promise<void> => {
  for (const type of types) await world.complete(await world.job(type));
};

const MINUTE = 60_000;
/** How long an expected job or result may take to come, in milliseconds. */
const PATIENCE = 15_000;

export type Commands = Pick<
  World,
  | 'deploy'
  | 'create'
  | 'run'
  | 'cancel'
  | 'activate'
  | 'job'
  | 'complete'
  | 'fail'
  | 'throwError'
  | 'publish'
  | 'broadcast'
  | 'setVariables'
  | 'resolve'
>;

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

type JobCommands = Pick<Commands, 'activate' | 'job' | 'complete' | 'fail' | 'throwError'>;

const jobCommands = (raw: () => RawGateway): JobCommands => {
  const activate: World['activate'] = async (type, options = {}) => {
    const messages = await collect(
      raw().stream('ActivateJobs', {
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
  return {
    activate,
    job: async (type) => theOnly(await activate(type, { wait: PATIENCE }), `job of type ${type}`),
    complete: async ({ key }, variables = {}) => {
      await raw().call('CompleteJob', { jobKey: key, variables: JSON.stringify(variables) });
    },
    fail: async ({ key }, { variables = {}, ...more } = {}) => {
      await raw().call('FailJob', { jobKey: key, variables: JSON.stringify(variables), ...more });
    },
    throwError: async ({ key }, errorCode, { variables = {}, ...more } = {}) => {
      await raw().call('ThrowError', { jobKey: key, errorCode, variables: JSON.stringify(variables), ...more });
    },
  };
};

/** What callers tell the engine through gRPC. */
export const commandsThrough = (raw: () => RawGateway): Commands => ({
  ...jobCommands(raw),
  deploy: async (...models) => {
    const resources = models.map((model, at) => ({ name: `model-${at + 1}.bpmn`, content: Buffer.from(model) }));
    const { deployments } = await raw().call('DeployResource', { resources });
    return deployments as readonly Row[];
  },
  create: async (bpmnProcessId, variables = {}) => {
    const request = { bpmnProcessId, version: -1, variables: JSON.stringify(variables) };
    return String((await raw().call('CreateProcessInstance', request))['processInstanceKey']);
  },
  run: async (bpmnProcessId, variables = {}) => {
    const request = { bpmnProcessId, version: -1, variables: JSON.stringify(variables) };
    const reply = await raw().call('CreateProcessInstanceWithResult', { request, requestTimeout: PATIENCE });
    return parse(reply['variables']);
  },
  cancel: async (processInstanceKey) => {
    await raw().call('CancelProcessInstance', { processInstanceKey });
  },
  publish: async (name, correlationKey, { variables = {}, timeToLive = 0, messageId = '' } = {}) => {
    const request = { name, correlationKey, timeToLive, messageId, variables: JSON.stringify(variables) };
    return String((await raw().call('PublishMessage', request))['key']);
  },
  broadcast: async (signalName, variables = {}) => {
    await raw().call('BroadcastSignal', { signalName, variables: JSON.stringify(variables) });
  },
  setVariables: async (elementInstanceKey, variables, reach = 'propagate') => {
    const request = { elementInstanceKey, variables: JSON.stringify(variables), local: reach === 'local' };
    await raw().call('SetVariables', request);
  },
  resolve: async (incident) => {
    await raw().call('ResolveIncident', { incidentKey: incident['incidentKey'] });
  },
});
