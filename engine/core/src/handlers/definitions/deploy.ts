import type { ParsedResource } from '../../command/definition-command.ts';
import { deployResource, findDuplicates, idsOf } from '../../deployment/deploy-resource.ts';
import { startTimersOf, startTriggersOf } from '../../deployment/start-subscriptions.ts';
import type { Desk } from '../../desk/desk.ts';
import { CommandRefused } from '../../desk/failure.ts';
import { type Handler } from '../../handling/handler.ts';

/** Either everything in the deployment is known already, or all of it gets new versions, so that bound definitions stay together. */
export const deploy: Handler<'deploy'> = (desk, { tenantId, resources }) => {
  checkResources(resources);
  for (const resource of resources) checkStarts(desk, resource);
  const deploymentKey = desk.nextKey<'deployment'>();
  desk.writeDefinitions({ kind: 'deploymentCreated', key: deploymentKey, tenantId });
  const known = resources.map((resource) => findDuplicates(desk, tenantId, resource));
  const isNew = known.includes(null);
  const items = resources.flatMap((resource, index) =>
    isNew ? deployResource(desk, { tenantId, deploymentKey }, resource) : (known[index] ?? []),
  );
  return { kind: 'reply', reply: { deploymentKey, tenantId, items } };
};

const checkResources = (resources: readonly ParsedResource[]): void => {
  if (resources.length === 0) {
    throw new CommandRefused('INVALID_ARGUMENT', 'Expected to deploy at least one resource, but none given');
  }
  const owners = new Map<string, string>();
  for (const resource of resources) {
    for (const { noun, id } of idsOf(resource)) {
      const owner = owners.get(`${noun} ${id}`);
      if (owner !== undefined) {
        throw new CommandRefused(
          'INVALID_ARGUMENT',
          `Expected the ids of a deployment to be unique, but ${noun} '${id}' is defined in '${owner}' and in '${resource.name}'`,
        );
      }
      owners.set(`${noun} ${id}`, resource.name);
    }
  }
};

/** Evaluates what start events wait for before anything is written. */
const checkStarts = (desk: Desk, resource: ParsedResource): void => {
  if (resource.kind !== 'bpmn') return;
  for (const graph of resource.processes) {
    startTriggersOf(graph, desk.now);
    startTimersOf(graph, desk.now);
  }
};
