import type { ExecutableProcess } from '@irisflow/bpmn';
import { evaluablesOf } from '@irisflow/dmn';
import type { DeploymentKey } from '@irisflow/protocol';
import type { ParsedResource } from '../command/definition-command.ts';
import type { DeployedItem } from '../command/reply.ts';
import type { Desk } from '../desk/desk.ts';
import { shelfId, type AnyDefinition, type DefinitionShelf } from '../state/definition-catalog.ts';
import { findLatest } from '../routing/find-definition.ts';
import {
  closeStartTimers,
  openStartTimers,
  startEventsOf,
  startTimersOf,
  startTriggersOf,
} from './start-subscriptions.ts';

export interface Deploying {
  readonly tenantId: string;
  readonly deploymentKey: DeploymentKey;
}

type ResourceOf<Kind extends ParsedResource['kind']> = Extract<ParsedResource, { readonly kind: Kind }>;

/** What a resource defines: kind of definition and id. */
export const idsOf = (resource: ParsedResource): readonly { readonly noun: string; readonly id: string }[] => {
  switch (resource.kind) {
    case 'bpmn':
      return resource.processes.map(({ id }) => ({ noun: 'process', id }));
    case 'dmn':
      return [
        { noun: 'decision requirements', id: resource.requirements.id },
        ...evaluablesOf(resource.requirements).map(({ id }) => ({ noun: 'decision', id })),
      ];
    case 'form':
      return [{ noun: 'form', id: resource.formId }];
    case 'resource':
      return [{ noun: 'resource', id: resource.name }];
  }
  return resource satisfies never;
};

/** The definitions of a resource when the latest versions are the same already; null when it is new. */
export const findDuplicates = (
  desk: Desk,
  tenantId: string,
  resource: ParsedResource,
): readonly DeployedItem[] | null => {
  const { processes, requirements, decisions, forms, resources } = desk.state.definitions;
  const same = <Definition extends AnyDefinition>(shelf: DefinitionShelf<Definition>, id: string) => {
    const latest = findLatest(shelf, tenantId, id);
    return latest?.checksum === resource.checksum && latest.resourceName === resource.name ? latest : undefined;
  };
  const items: (DeployedItem | undefined)[] = [];
  const keep = (kind: DeployedItem['kind'], definition: AnyDefinition | undefined): void => {
    items.push(definition === undefined ? undefined : ({ kind, definition, isDuplicate: true } as DeployedItem));
  };
  switch (resource.kind) {
    case 'bpmn':
      for (const { id } of resource.processes) keep('process', same(processes, id));
      break;
    case 'dmn':
      keep('requirements', same(requirements, resource.requirements.id));
      for (const { id } of evaluablesOf(resource.requirements)) keep('decision', same(decisions, id));
      break;
    case 'form':
      keep('form', same(forms, resource.formId));
      break;
    case 'resource':
      keep('resource', same(resources, resource.name));
  }
  return items.includes(undefined) ? null : (items as readonly DeployedItem[]);
};

/** Gives every definition of the resource its key and next version. */
export const deployResource = (desk: Desk, deploying: Deploying, resource: ParsedResource): readonly DeployedItem[] => {
  switch (resource.kind) {
    case 'bpmn':
      return resource.processes.map((graph) => deployProcess(desk, deploying, { resource, graph }));
    case 'dmn':
      return deployDecisions(desk, deploying, resource);
    case 'form':
      return [deployForm(desk, deploying, resource)];
    case 'resource':
      return [deployOther(desk, deploying, resource)];
  }
  return resource satisfies never;
};

interface Identity {
  readonly id: string;
  readonly versionTag: string | null;
}

const describe = (
  { tenantId, deploymentKey }: Deploying,
  { name, checksum }: ParsedResource,
  identity: Identity & { readonly shelf: { readonly highest: ReadonlyMap<string, number> } },
) => {
  const { id, versionTag, shelf } = identity;
  const version = (shelf.highest.get(shelfId(tenantId, id)) ?? 0) + 1;
  return { tenantId, id, version, versionTag, deploymentKey, resourceName: name, checksum };
};

const deployProcess = (
  desk: Desk,
  deploying: Deploying,
  { resource, graph }: { readonly resource: ResourceOf<'bpmn'>; readonly graph: ExecutableProcess },
): DeployedItem => {
  const { processes } = desk.state.definitions;
  const { id, versionTag, name } = graph;
  const definition = {
    key: desk.nextKey<'processDefinition'>(),
    ...describe(deploying, resource, { id, versionTag, shelf: processes }),
    name,
    startTriggers: startTriggersOf(graph, desk.now),
    hasNoneStart: startEventsOf(graph).some(({ event }) => event.kind === 'none'),
  };
  closeStartTimers(desk, findLatest(processes, deploying.tenantId, id));
  desk.writeDefinitions({ kind: 'processDeployed', definition });
  desk.state.addGraph(definition.key, graph);
  openStartTimers(desk, definition, startTimersOf(graph, desk.now));
  return { kind: 'process', definition, isDuplicate: false };
};

const deployDecisions = (desk: Desk, deploying: Deploying, resource: ResourceOf<'dmn'>): readonly DeployedItem[] => {
  const { requirements: shelf, decisions } = desk.state.definitions;
  const { requirements } = resource;
  const versionTag = requirements.versionTag ?? null;
  const definition = {
    key: desk.nextKey<'decisionRequirements'>(),
    ...describe(deploying, resource, { id: requirements.id, versionTag, shelf }),
    name: requirements.name,
  };
  desk.writeDefinitions({ kind: 'requirementsDeployed', definition });
  desk.state.addRequirements(definition.key, requirements);
  const tags = new Map(requirements.decisions.map((decision) => [decision.id, decision.versionTag] as const));
  const items = evaluablesOf(requirements).map(({ id, name }): DeployedItem => {
    const decision = {
      key: desk.nextKey<'decisionDefinition'>(),
      ...describe(deploying, resource, { id, versionTag: tags.get(id) ?? versionTag, shelf: decisions }),
      name,
      requirementsKey: definition.key,
      requirementsId: requirements.id,
    };
    desk.writeDefinitions({ kind: 'decisionDeployed', definition: decision });
    return { kind: 'decision', definition: decision, isDuplicate: false };
  });
  return [{ kind: 'requirements', definition, isDuplicate: false }, ...items];
};

const deployForm = (desk: Desk, deploying: Deploying, resource: ResourceOf<'form'>): DeployedItem => {
  const { formId: id, versionTag } = resource;
  const definition = {
    key: desk.nextKey<'form'>(),
    ...describe(deploying, resource, { id, versionTag, shelf: desk.state.definitions.forms }),
  };
  desk.writeDefinitions({ kind: 'formDeployed', definition });
  return { kind: 'form', definition, isDuplicate: false };
};

const deployOther = (desk: Desk, deploying: Deploying, resource: ResourceOf<'resource'>): DeployedItem => {
  const shelf = desk.state.definitions.resources;
  const definition = {
    key: desk.nextKey<'resource'>(),
    ...describe(deploying, resource, { id: resource.name, versionTag: null, shelf }),
  };
  desk.writeDefinitions({ kind: 'resourceDeployed', definition });
  return { kind: 'resource', definition, isDuplicate: false };
};
