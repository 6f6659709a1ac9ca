import { elementAt, elementById, flowAt, shapeOf, type ElementIndex, type ExecutableProcess } from '@irisflow/bpmn';
import type { RejectionType } from '@irisflow/protocol';
import type { MigrateInstanceCommand } from '../command/modification-command.ts';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused } from '../desk/failure.ts';
import type { ProcessDefinition } from '../state/definition-catalog.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree, ProcessInstance } from '../state/instance-tree.ts';
import { loadedGraph } from './start-instructions.ts';

export interface MigrationRequest {
  readonly tree: InstanceTree;
  readonly instance: ProcessInstance;
  readonly target: ProcessDefinition;
  readonly command: MigrateInstanceCommand;
}

/** A migration in which nothing can be refused any more. */
export interface Migration {
  readonly instance: ProcessInstance;
  readonly target: ProcessDefinition;
  readonly source: ExecutableProcess;
  readonly targetGraph: ExecutableProcess;
  /** Element of the source graph to element of the target graph; the process itself included. */
  readonly mapped: ReadonlyMap<ElementIndex, ElementIndex>;
  readonly elements: readonly ElementInstance[];
  /** Tokens that wait on flows, per scope: flow of the target graph and how many. */
  readonly tokens: ReadonlyMap<ElementInstance, readonly (readonly [flow: number, count: number])[]>;
  /** The flows of the target graph that instances have chosen and not yet taken. */
  readonly leaving: ReadonlyMap<ElementInstance, readonly number[]>;
}

interface Plan {
  readonly request: MigrationRequest;
  readonly source: ExecutableProcess;
  readonly targetGraph: ExecutableProcess;
  readonly mapped: Map<ElementIndex, ElementIndex>;
}

/** Checks that every active element has a fitting place in the target; refuses the whole command when one has none. */
export const planMigration = (desk: Desk, request: MigrationRequest): Migration => {
  const { tree, instance, target } = request;
  const source = desk.state.graph(instance.definitionKey);
  if (source === undefined)
    throw new RangeError(`Expected the graph of instance ${instance.key} to be loaded, but it is not`);
  const plan: Plan = { request, source, targetGraph: loadedGraph(desk, target), mapped: new Map([[0, 0]]) };
  if (tree.steps.length > 0) throw refuse(plan, 'INVALID_STATE', 'an earlier command is still at work in it');
  readMappings(plan);
  mapStartsOfEvents(plan);
  const elements = [...tree.elements.values()].filter(({ processInstanceKey }) => processInstanceKey === instance.key);
  for (const element of elements) checkElement(plan, element);
  checkEvents(plan);
  const tokens = new Map(elements.map((element) => [element, mapTokens(plan, element)] as const));
  const leaving = new Map(
    elements.flatMap((element) => (element.leaving === null ? [] : [[element, mapLeaving(plan, element.leaving)]])),
  );
  const { targetGraph, mapped } = plan;
  return { instance, target, source, targetGraph, mapped, elements, tokens, leaving };
};

const refuse = ({ request }: Plan, type: RejectionType, found: string): CommandRefused =>
  new CommandRefused(type, `Expected to migrate process instance '${request.instance.key}' but ${found}`);

const readMappings = (plan: Plan): void => {
  const { source, targetGraph, mapped, request } = plan;
  for (const { sourceElementId, targetElementId } of request.command.mappings) {
    const from = elementById(source, sourceElementId);
    const to = elementById(targetGraph, targetElementId);
    if (from === null)
      throw refuse(
        plan,
        'INVALID_ARGUMENT',
        `mapping for element '${sourceElementId}' does not exist in the source process`,
      );
    if (to === null)
      throw refuse(
        plan,
        'INVALID_ARGUMENT',
        `mapping to element '${targetElementId}' does not exist in the target process`,
      );
    if (mapped.has(from.index))
      throw refuse(plan, 'INVALID_ARGUMENT', `element '${sourceElementId}' is mapped more than once`);
    mapped.set(from.index, to.index);
  }
};

/** The start event of an event sub-process goes where its sub-process goes. */
const mapStartsOfEvents = ({ source, targetGraph, mapped }: Plan): void => {
  for (const [from, to] of mapped) {
    const [before, after] = [elementAt(source, from), elementAt(targetGraph, to)];
    if (before.kind !== 'eventSubProcess' || after.kind !== 'eventSubProcess') continue;
    if (!mapped.has(before.startEvent)) mapped.set(before.startEvent, after.startEvent);
  }
};

const checkElement = (plan: Plan, { element, elementId, scopeKey, state }: ElementInstance): void => {
  const { source, targetGraph, mapped, request } = plan;
  if (scopeKey === null) return;
  const from = elementAt(source, element);
  const index = mapped.get(element);
  if (index === undefined)
    throw refuse(plan, 'INVALID_STATE', `no mapping is given for the active element '${elementId}'`);
  if (state === 'terminating') throw refuse(plan, 'INVALID_STATE', `the element '${elementId}' is being terminated`);
  const to = elementAt(targetGraph, index);
  if (shapeOf(from) !== shapeOf(to)) {
    throw refuse(
      plan,
      'INVALID_STATE',
      `active element '${elementId}' and target element '${to.id}' differ: ${shapeOf(from)} and ${shapeOf(to)}`,
    );
  }
  const scope = request.tree.elements.get(scopeKey)?.element;
  const targetScope = scope === undefined ? undefined : mapped.get(scope);
  // The items of a loop are inside of their own element.
  if (scope !== element && targetScope !== to.scope) {
    throw refuse(plan, 'INVALID_STATE', `the flow scope of active element '${elementId}' would change`);
  }
};

/** Events that are waited for stay what they are, one for one, and boundary events stay where they are. */
const checkEvents = (plan: Plan): void => {
  const { source, targetGraph, mapped } = plan;
  const taken = new Set<ElementIndex>();
  for (const [from, to] of mapped) {
    const event = elementAt(source, from);
    const target = elementAt(targetGraph, to);
    if (event.kind !== 'boundaryEvent' && event.kind !== 'startEvent') continue;
    if (taken.has(to)) throw refuse(plan, 'INVALID_STATE', `more than one event is mapped to '${target.id}'`);
    taken.add(to);
    if (shapeOf(event) !== shapeOf(target)) {
      throw refuse(
        plan,
        'INVALID_STATE',
        `event '${event.id}' and target event '${target.id}' differ: ${shapeOf(event)} and ${shapeOf(target)}`,
      );
    }
    if (event.kind !== 'boundaryEvent' || target.kind !== 'boundaryEvent') continue;
    if (mapped.get(event.attachedTo) !== target.attachedTo) {
      throw refuse(plan, 'INVALID_STATE', `boundary event '${event.id}' would be detached from its activity`);
    }
  }
};

/** Tokens wait only before joining gateways; their flows are found again by id. */
const mapTokens = (plan: Plan, scope: ElementInstance): readonly (readonly [number, number])[] => {
  const { source, targetGraph, mapped } = plan;
  return Array.from(scope.tokens ?? [], ([index, count]) => {
    const flow = flowAt(source, index);
    const target = targetGraph.flows.find(({ id }) => id === flow.id);
    if (target === undefined || mapped.get(flow.target) !== target.target) {
      throw refuse(
        plan,
        'INVALID_STATE',
        `a token waits on sequence flow '${flow.id}', whose gateway is not mapped to a gateway with that flow`,
      );
    }
    return [target.index, count] as const;
  });
};

/** A choice of a gateway is not made again: its flows have to be found in the target, by id. */
const mapLeaving = (plan: Plan, flows: readonly number[]): readonly number[] => {
  const { source, targetGraph, mapped } = plan;
  return flows.map((index) => {
    const flow = flowAt(source, index);
    const target = targetGraph.flows.find(({ id }) => id === flow.id);
    if (target === undefined || mapped.get(flow.source) !== target.source) {
      const { id } = elementAt(source, flow.source);
      throw refuse(
        plan,
        'INVALID_STATE',
        `gateway '${id}' has chosen sequence flow '${flow.id}', which its target does not have`,
      );
    }
    return target.index;
  });
};
