import type { DefinitionEvent } from '../event/definition-event.ts';
import {
  shelfId,
  startTriggerId,
  type AnyDefinition,
  type DefinitionCatalog,
  type DefinitionShelf,
  type ProcessDefinition,
} from '../state/definition-catalog.ts';

/** Changes the catalog as the event says. Replaying the events of all deployments in order rebuilds it. */
export const applyDefinitionEvent = (catalog: DefinitionCatalog, event: DefinitionEvent): void => {
  switch (event.kind) {
    case 'deploymentCreated':
    case 'decisionEvaluatedAlone':
      return;
    case 'processDeployed':
      closeStartTriggers(catalog, newest(catalog.processes, event.definition));
      put(catalog.processes, event.definition);
      openStartTriggers(catalog, event.definition);
      return;
    case 'requirementsDeployed':
      put(catalog.requirements, event.definition);
      return;
    case 'decisionDeployed':
      put(catalog.decisions, event.definition);
      return;
    case 'formDeployed':
      put(catalog.forms, event.definition);
      return;
    case 'resourceDeployed':
      put(catalog.resources, event.definition);
      return;
    case 'definitionDeleted':
      applyDeletion(catalog, event);
      return;
    case 'startTimerOpened':
      catalog.startTimers.set(event.timer.key, event.timer);
      return;
    case 'startTimerTriggered':
    case 'startTimerClosed':
      catalog.startTimers.delete(event.key);
  }
};

type DeletionEvent = Extract<DefinitionEvent, { kind: 'definitionDeleted' }>;

const shelfOf = {
  process: 'processes',
  requirements: 'requirements',
  decision: 'decisions',
  form: 'forms',
  resource: 'resources',
} as const satisfies Record<DeletionEvent['noun'], keyof DefinitionCatalog>;

const applyDeletion = (catalog: DefinitionCatalog, event: DeletionEvent): void => {
  const shelf = catalog[shelfOf[event.noun]] as unknown as DefinitionShelf<AnyDefinition>;
  const definition = shelf.byKey.get(event.key as AnyDefinition['key']);
  if (definition === undefined) return;
  const wasNewest = newest(shelf, definition) === definition;
  take(shelf, definition);
  if (event.noun !== 'process' || !wasNewest) return;
  closeStartTriggers(catalog, definition as ProcessDefinition);
  const successor = newest(catalog.processes, definition);
  if (successor !== undefined) openStartTriggers(catalog, successor);
};

const newest = <Definition extends AnyDefinition>(
  shelf: DefinitionShelf<Definition>,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
): Definition | undefined => shelf.versions.get(shelfId(tenantId, id))?.at(-1);

const put = <Definition extends AnyDefinition>(shelf: DefinitionShelf<Definition>, definition: Definition): void => {
  const family = shelfId(definition.tenantId, definition.id);
  shelf.byKey.set(definition.key, definition);
  shelf.versions.set(family, [...(shelf.versions.get(family) ?? []), definition]);
  shelf.highest.set(family, definition.version);
};

const take = <Definition extends AnyDefinition>(shelf: DefinitionShelf<Definition>, definition: Definition): void => {
  const family = shelfId(definition.tenantId, definition.id);
  shelf.byKey.delete(definition.key);
  shelf.retired.set(definition.key, definition);
  const left = (shelf.versions.get(family) ?? []).filter((version) => version !== definition);
  if (left.length === 0) shelf.versions.delete(family);
  else shelf.versions.set(family, left);
};

const openStartTriggers = (catalog: DefinitionCatalog, definition: ProcessDefinition): void => {
  for (const { kind, name } of definition.startTriggers) {
    const id = startTriggerId(kind, definition.tenantId, name);
    const starters = catalog.startTriggers.get(id) ?? new Map<string, ProcessDefinition>();
    catalog.startTriggers.set(id, starters.set(definition.id, definition));
  }
};

const closeStartTriggers = (catalog: DefinitionCatalog, definition: ProcessDefinition | undefined): void => {
  for (const { kind, name } of definition?.startTriggers ?? []) {
    const id = startTriggerId(kind, definition?.tenantId ?? '', name);
    const starters = catalog.startTriggers.get(id);
    starters?.delete(definition?.id ?? '');
    if (starters?.size === 0) catalog.startTriggers.delete(id);
  }
};
