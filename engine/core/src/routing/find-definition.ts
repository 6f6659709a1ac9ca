import type { Binding } from '@irisflow/bpmn';
import type { DeploymentKey, ProcessDefinitionKey } from '@irisflow/protocol';
import type { DecisionSelector } from '../command/definition-command.ts';
import type { ProcessSelector } from '../command/instance-command.ts';
import {
  shelfId,
  startTriggerId,
  type AnyDefinition,
  type DecisionDefinition,
  type DefinitionCatalog,
  type DefinitionShelf,
  type ProcessDefinition,
} from '../state/definition-catalog.ts';

/** The newest version that still exists. */
export const findLatest = <Definition extends AnyDefinition>(
  shelf: DefinitionShelf<Definition>,
  tenantId: string,
  id: string,
): Definition | undefined => shelf.versions.get(shelfId(tenantId, id))?.at(-1);

/** The process that a caller of the API selects; undefined also for one of another tenant. */
export const findProcess = (
  catalog: DefinitionCatalog,
  tenantId: string,
  selector: ProcessSelector,
): ProcessDefinition | undefined => {
  if (selector.by === 'key') {
    const definition = catalog.processes.byKey.get(selector.key);
    return definition?.tenantId === tenantId ? definition : undefined;
  }
  if (selector.version === null) return findLatest(catalog.processes, tenantId, selector.id);
  const versions = catalog.processes.versions.get(shelfId(tenantId, selector.id)) ?? [];
  return versions.find(({ version }) => version === selector.version);
};

/** The decision that a caller of the API selects. */
export const findDecision = (
  catalog: DefinitionCatalog,
  tenantId: string,
  selector: DecisionSelector,
): DecisionDefinition | undefined => {
  if (selector.by === 'id') return findLatest(catalog.decisions, tenantId, selector.id);
  const definition = catalog.decisions.byKey.get(selector.key);
  return definition?.tenantId === tenantId ? definition : undefined;
};

/** The processes whose start conditions are asked: the one with that key, or the latest of every process that has any. */
export const conditionalStarters = (
  catalog: DefinitionCatalog,
  tenantId: string,
  key: ProcessDefinitionKey | null,
): readonly ProcessDefinition[] => {
  if (key === null)
    return [...(catalog.startTriggers.get(startTriggerId('conditional', tenantId, ''))?.values() ?? [])];
  const definition = findProcess(catalog, tenantId, { by: 'key', key });
  return definition === undefined ? [] : [definition];
};

/** What a reference in a process leads to: a process, decision or form by id. */
export const findBound = <Definition extends AnyDefinition>(
  shelf: DefinitionShelf<Definition>,
  reference: {
    readonly tenantId: string;
    readonly id: string;
    readonly binding: Binding;
    /** The deployment of the referring process. */
    readonly deploymentKey: DeploymentKey | null;
  },
): Definition | undefined => {
  const { binding, deploymentKey, tenantId, id } = reference;
  const versions = shelf.versions.get(shelfId(tenantId, id)) ?? [];
  switch (binding.kind) {
    case 'latest':
      return versions.at(-1);
    case 'deployment':
      return versions.findLast((version) => version.deploymentKey === deploymentKey);
    case 'versionTag':
      return versions.findLast((version) => version.versionTag === binding.versionTag);
  }
};
