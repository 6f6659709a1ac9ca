import type { DeployedDefinition, Engine, EngineInstance, EngineResource } from './engine.ts';
import { isEngineFailure } from './engine-failure.ts';
import { type GatewayAddress, openGatewayCommands } from './gateway-commands.ts';
import { openRestMonitor } from './rest-monitor.ts';
import { openRestTasks } from './rest-tasks.ts';
import { openRestTransport, type Json, type RestAddress, type RestTransport } from './rest-transport.ts';
import { count, isJson, itemsOf, text } from './rest-values.ts';

/** Where both protocols of the engine are reached, and how callers sign in. */
export interface EngineAddress extends RestAddress, GatewayAddress {
  /**
   * Whether its searches see every job at once, as those of our own engine do; when it is left out, the engine is asked. Then
   * each call of a connector must come from a job that runs in the instance of its case.
   */
  readonly canAskForJobs?: boolean;
}

const deployedOf = (deployment: Json): DeployedDefinition[] => {
  const { processDefinition: process, decisionDefinition: decision } = deployment;
  return [
    ...(isJson(process)
      ? [
          {
            kind: 'process' as const,
            key: text(process, 'processDefinitionKey'),
            id: text(process, 'processDefinitionId'),
            version: count(process, 'processDefinitionVersion'),
          },
        ]
      : []),
    ...(isJson(decision)
      ? [
          {
            kind: 'decision' as const,
            key: text(decision, 'decisionDefinitionKey'),
            id: text(decision, 'decisionDefinitionId'),
            version: count(decision, 'version'),
          },
        ]
      : []),
  ];
};

/** One request with several resources: `zeebe-node` 8.3 can only send them one by one. */
const deployTogether = async (
  rest: RestTransport,
  resources: readonly EngineResource[],
  tenantId: string | undefined,
): Promise<DeployedDefinition[]> => {
  const form = new FormData();
  if (tenantId !== undefined) form.append('tenantId', tenantId);
  for (const { name, content } of resources) form.append('resources', new Blob([content]), name);
  const reply = await rest.post('/deployments', form);
  const deployments = Array.isArray(reply['deployments']) ? reply['deployments'].filter(isJson) : [];
  return deployments.flatMap(deployedOf);
};

/** Keys grow, and may differ in length. */
const byKey = (left: string, right: string): number => left.length - right.length || (left < right ? -1 : 1);

/** Our own engine says so in every process; one that answers without saying it is another, and one that is away is asked again. */
const askOnce = ({ canAskForJobs }: EngineAddress, rest: RestTransport): (() => Promise<boolean>) => {
  let known = canAskForJobs;
  return async () => (known ??= (await rest.getHeader('/topology', 'irisflow-engine')) !== null);
};

/** Opens the engine at an address; nothing is sent before the first use. */
export const openEngine = (address: EngineAddress): Engine => {
  const rest = openRestTransport(address);
  const monitor = openRestMonitor(rest);
  const commands = openGatewayCommands(address);
  const findRoot = async (processInstanceKey: string): Promise<EngineInstance[]> => {
    try {
      const instance = await monitor.instance(processInstanceKey);
      return instance.parentProcessInstanceKey === null ? [instance] : [];
    } catch (thrown) {
      if (isEngineFailure(thrown, 'notFound')) return [];
      throw thrown;
    }
  };
  return {
    ...commands,
    deploy: (resources) => deployTogether(rest, resources, address.tenantId),
    canAskForJobs: askOnce(address, rest),
    rootInstancesWith: async ({ name, value }) => {
      const filter = { name, value: JSON.stringify(value) };
      const found = itemsOf(await rest.post('/variables/search', { filter, page: { from: 0, limit: 100 } }));
      const keys = [...new Set(found.map((item) => text(item, 'processInstanceKey')))].toSorted(byKey);
      const roots: EngineInstance[] = [];
      for (const key of keys) roots.push(...(await findRoot(key)));
      return roots;
    },
    deleteInstance: async (processInstanceKey) => {
      await rest.post(`/process-instances/${processInstanceKey}/deletion`, {});
    },
    suspendInstance: async (processInstanceKey) => {
      await rest.post(`/process-instances/${processInstanceKey}/suspension`, {});
    },
    resumeInstance: async (processInstanceKey) => {
      await rest.post(`/process-instances/${processInstanceKey}/resumption`, {});
    },
    // The protocol that `zeebe-node` speaks is from before instances could be moved.
    migrateInstance: async ({ processInstanceKey, processDefinitionKey, places }) => {
      await rest.post(`/process-instances/${processInstanceKey}/migration`, {
        targetProcessDefinitionKey: processDefinitionKey,
        mappingInstructions: places.map(({ from, to }) => ({ sourceElementId: from, targetElementId: to })),
      });
    },
    moveElement: async ({ processInstanceKey, elementInstanceKey, elementId }) => {
      await rest.post(`/process-instances/${processInstanceKey}/modification`, {
        activateInstructions: [{ elementId }],
        terminateInstructions: [{ elementInstanceKey }],
      });
    },
    tasks: openRestTasks(rest),
    monitor,
  };
};
