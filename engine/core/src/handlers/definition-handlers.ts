import type { TimerDefinition } from '@irisflow/bpmn';
import type { ParsedResource } from '../command/command.ts';
import { evaluateDefinition } from '../decisions/evaluate-definition.ts';
import { deployResource, findDuplicates, idsOf } from '../deployment/deploy-resource.ts';
import {
  closeStartTimers,
  openStartTimers,
  startEventsOf,
  startTimersOf,
  startTriggersOf,
} from '../deployment/start-subscriptions.ts';
import type { Desk } from '../execution/desk.ts';
import { CommandRefused, IncidentError } from '../execution/failure.ts';
import { textContext } from '../expression/text-context.ts';
import { findDecision, findLatest } from '../state/find-definition.ts';
import type { AnyDefinition, DefinitionShelf, ProcessDefinition, StartTimer } from '../state/definition-catalog.ts';
import { rescheduleTimer, type Schedule } from '../timers/schedule-timer.ts';
import { splitVariables } from '../variables/split-variables.ts';
import { done, type Handler } from './handler.ts';

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

function checkResources(resources: readonly ParsedResource[]): void {
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
}

/** Evaluates what start events wait for before anything is written. */
function checkStarts(desk: Desk, resource: ParsedResource): void {
  if (resource.kind !== 'bpmn') return;
  for (const graph of resource.processes) {
    startTriggersOf(graph, desk.now);
    startTimersOf(graph, desk.now);
  }
}

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
function deleteRequirements(desk: Desk, requirementsKey: string): void {
  for (const decision of desk.state.definitions.decisions.byKey.values()) {
    if (decision.requirementsKey !== requirementsKey) continue;
    desk.writeDefinitions({ kind: 'definitionDeleted', noun: 'decision', key: decision.key });
  }
  desk.writeDefinitions({ kind: 'definitionDeleted', noun: 'requirements', key: requirementsKey });
}

function deleteProcess(desk: Desk, process: ProcessDefinition): void {
  const { processes } = desk.state.definitions;
  const wasLatest = findLatest(processes, process.tenantId, process.id)?.key === process.key;
  closeStartTimers(desk, process);
  desk.writeDefinitions({ kind: 'definitionDeleted', noun: 'process', key: process.key });
  const successor = findLatest(processes, process.tenantId, process.id);
  const graph = successor === undefined ? undefined : desk.state.graph(successor.key);
  if (wasLatest && successor !== undefined && graph !== undefined) {
    openStartTimers(desk, successor, startTimersOf(graph, desk.now));
  }
}

export const triggerStartTimer: Handler<'triggerStartTimer'> = (desk, { timerKey }) => {
  const timer = desk.state.definitions.startTimers.get(timerKey);
  if (timer === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to trigger timer with key '${timerKey}', but no such timer was found`,
    );
  }
  if (timer.dueAt > desk.now) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to trigger timer with key '${timerKey}', but it is not due yet`,
    );
  }
  desk.writeDefinitions({ kind: 'startTimerTriggered', key: timerKey });
  reopen(desk, timer);
  desk.followUp({
    kind: 'startInstance',
    definitionKey: timer.definitionKey,
    processInstanceKey: desk.nextKey<'elementInstance' | 'processInstance'>(),
    startEvent: timer.element,
    variables: '{}',
    startLock: null,
  });
  return done;
};

function reopen(desk: Desk, timer: StartTimer): void {
  const graph = desk.state.graph(timer.definitionKey);
  const event =
    graph === undefined ? undefined : startEventsOf(graph).find(({ index }) => index === timer.element)?.event;
  if (event?.kind !== 'timer') return;
  const next = nextStart(desk, event.timer, timer);
  if (next === null) return;
  const key = desk.nextKey<'subscription'>();
  desk.writeDefinitions({ kind: 'startTimerOpened', timer: { ...timer, ...next, key } });
}

/** A cycle that can no longer be read ends: there is no instance yet that could show an incident. */
function nextStart({ now }: Desk, definition: TimerDefinition, timer: StartTimer): Schedule | null {
  try {
    return rescheduleTimer(definition, { now, variable: () => undefined }, timer);
  } catch (failure) {
    if (failure instanceof IncidentError) return null;
    throw failure;
  }
}

export const evaluateDecision: Handler<'evaluateDecision'> = (desk, { tenantId, decision: selector, variables }) => {
  const decision = findDecision(desk.state.definitions, tenantId, selector);
  if (decision === undefined) {
    const wanted = selector.by === 'key' ? selector.key : selector.id;
    // Clients compare the words behind the comma.
    throw new CommandRefused(
      'INVALID_ARGUMENT',
      `Expected to evaluate decision '${wanted}', but no decision found for ${selector.by} '${wanted}'`,
    );
  }
  const requirements = desk.state.requirements(decision.requirementsKey);
  if (requirements === undefined) {
    throw new RangeError(`Expected the requirements of decision '${decision.id}' to be loaded, but they are not`);
  }
  const evaluation = evaluateDefinition(requirements, decision, textContext(splitVariables(variables), desk));
  const evaluationKey = desk.nextKey<'decisionEvaluation'>();
  desk.writeDefinitions({
    kind: 'decisionEvaluatedAlone',
    key: evaluationKey,
    decisionKey: decision.key,
    ...evaluation,
  });
  return { kind: 'reply', reply: { evaluationKey, decision, ...evaluation } };
};
