import { closeStartTimers, openStartTimers, startTimersOf } from '../../deployment/start-subscriptions.ts';
import type { Desk } from '../../desk/desk.ts';
import { CommandRefused } from '../../desk/failure.ts';
import { findLatest } from '../../routing/find-definition.ts';
import type { AnyDefinition, DefinitionShelf, ProcessDefinition } from '../../state/definition-catalog.ts';
import { done, type Handler } from '../../handling/handler.ts';

/** Running instances of a deleted process go on; it only no longer starts. The version before takes its start events back. */
export const deleteResource: Handler<'deleteResource'> = (desk, { resourceKey }) => {
  const { processes, requirements, forms, resources } = desk.state.definitions;
  const find = <Definition extends AnyDefinition>({ byKey }: DefinitionShelf<Definition>) => {
    const definition = byKey.get(resourceKey as Definition['key']);
    return definition !== undefined && desk.sees(definition.tenantId) ? definition : undefined;
  };
  const process = find(processes);
  if (process !== undefined) deleteProcess(desk, process);
  else if (find(requirements) !== undefined) deleteRequirements(desk, resourceKey);
  else if (find(forms) !== undefined)
    desk.writeDefinitions({ kind: 'definitionDeleted', noun: 'form', key: resourceKey });
  else if (find(resources) !== undefined)
    desk.writeDefinitions({ kind: 'definitionDeleted', noun: 'resource', key: resourceKey });
  else
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to delete resource but no resource found with key '${resourceKey}'`,
    );
  return done;
};

/** The decisions of the requirements go with them. */
const deleteRequirements = (desk: Desk, requirementsKey: string): void => {
  for (const decision of desk.state.definitions.decisions.byKey.values()) {
    if (decision.requirementsKey !== requirementsKey) continue;
    desk.writeDefinitions({ kind: 'definitionDeleted', noun: 'decision', key: decision.key });
  }
  desk.writeDefinitions({ kind: 'definitionDeleted', noun: 'requirements', key: requirementsKey });
};

const deleteProcess = (desk: Desk, process: ProcessDefinition): void => {
  const { processes } = desk.state.definitions;
  const wasLatest = findLatest(processes, process.tenantId, process.id)?.key === process.key;
  closeStartTimers(desk, process);
  desk.writeDefinitions({ kind: 'definitionDeleted', noun: 'process', key: process.key });
  const successor = findLatest(processes, process.tenantId, process.id);
  const graph = successor === undefined ? undefined : desk.state.graph(successor.key);
  if (wasLatest && successor !== undefined && graph !== undefined) {
    openStartTimers(desk, successor, startTimersOf(graph, desk.now));
  }
};
