import { Metadata } from '@grpc/grpc-js';
import { type BrokerTestOptions, collect } from '@irisflow/broker/testing';
import type { Row, World } from './world.ts';

/** An engine whose callers name their tenants in their token: `Bearer red,blue`. */
export const tenancyOn: BrokerTestOptions = {
  tenancy: { isOn: true },
  authenticate: (authorization) => {
    const [, names] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
    return names === undefined ? false : { tenantIds: names.split(',') };
  },
};

/** Somebody who works in some tenants. */
export interface Caller {
  call(name: string, request: object): Promise<Row>;
  /** Keys of jobs that are ready in these tenants. */
  activate(type: string, tenantIds: readonly string[]): Promise<readonly Row[]>;
  /** Deploys models into a tenant, and gives the metadata of the processes. */
  deploy(tenantId: string, ...models: readonly string[]): Promise<readonly Row[]>;
  /** Starts the latest version in a tenant; gives the key of the instance. */
  create(tenantId: string, bpmnProcessId: string, variables?: object): Promise<string>;
}

export const callerIn = (world: World, ...tenantIds: readonly string[]): Caller => {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${tenantIds.join(',')}`);
  const call: Caller['call'] = (name, request) => world.raw.call(name, request, metadata);
  return {
    call,
    activate: async (type, wanted) => {
      const request = {
        type,
        worker: 'w',
        timeout: 60_000,
        maxJobsToActivate: 32,
        requestTimeout: -1,
        tenantIds: wanted,
      };
      const messages = await collect(world.raw.stream('ActivateJobs', request, metadata));
      return messages.flatMap(({ jobs }) => jobs as readonly Row[]);
    },
    deploy: async (tenantId, ...models) => {
      const resources = models.map((model, at) => ({ name: `model-${at + 1}.bpmn`, content: Buffer.from(model) }));
      const { deployments } = await call('DeployResource', { resources, tenantId });
      return (deployments as readonly Row[]).map(({ process }) => process as Row);
    },
    create: async (tenantId, bpmnProcessId, variables = {}) => {
      const request = { bpmnProcessId, version: -1, tenantId, variables: JSON.stringify(variables) };
      return String((await call('CreateProcessInstance', request))['processInstanceKey']);
    },
  };
};
