import { elementAt, type ElementIndex, type ExecutableElement } from '@irisflow/bpmn';
import type { ElementInstanceKey, ElementType, ProcessInstanceKey } from '@irisflow/protocol';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Run } from './behavior.ts';
import { emit, graphOf } from './run.ts';

const typeOfKind: Readonly<Record<ExecutableElement['kind'], ElementType>> = {
  process: 'PROCESS',
  subProcess: 'SUB_PROCESS',
  eventSubProcess: 'EVENT_SUB_PROCESS',
  adHocSubProcess: 'AD_HOC_SUB_PROCESS',
  callActivity: 'CALL_ACTIVITY',
  serviceTask: 'SERVICE_TASK',
  sendTask: 'SEND_TASK',
  scriptTask: 'SCRIPT_TASK',
  businessRuleTask: 'BUSINESS_RULE_TASK',
  userTask: 'USER_TASK',
  receiveTask: 'RECEIVE_TASK',
  manualTask: 'MANUAL_TASK',
  undefinedTask: 'TASK',
  exclusiveGateway: 'EXCLUSIVE_GATEWAY',
  parallelGateway: 'PARALLEL_GATEWAY',
  inclusiveGateway: 'INCLUSIVE_GATEWAY',
  eventBasedGateway: 'EVENT_BASED_GATEWAY',
  startEvent: 'START_EVENT',
  intermediateCatchEvent: 'INTERMEDIATE_CATCH_EVENT',
  intermediateThrowEvent: 'INTERMEDIATE_THROW_EVENT',
  endEvent: 'END_EVENT',
  boundaryEvent: 'BOUNDARY_EVENT',
};

/** The published type of an element outside of any loop. */
export const plainTypeOf = (element: ExecutableElement): ElementType => typeOfKind[element.kind];

/** The type of the outermost instance of an element: a looping activity begins with its body. */
export const outerTypeOf = (element: ExecutableElement): ElementType =>
  'multiInstance' in element && element.multiInstance !== null ? 'MULTI_INSTANCE_BODY' : plainTypeOf(element);

/** Whether the instance repeats its element inside a multi-instance body. */
export const isLoopItem = (element: ExecutableElement, { type }: ElementInstance): boolean =>
  'multiInstance' in element && element.multiInstance !== null && type === plainTypeOf(element);

/** Bodies of loops and the inner scopes of an ad-hoc sub-process only wrap: they map nothing and call no listeners. */
export const isWrapper = ({ type }: ElementInstance): boolean =>
  type === 'MULTI_INSTANCE_BODY' || type === 'AD_HOC_SUB_PROCESS_INNER_INSTANCE';

export interface NewElement {
  readonly element: ElementIndex;
  readonly scope: ElementInstance;
  /** Flows that lose a token. */
  readonly flows?: readonly number[];
  /** Default: the outermost type of the element. */
  readonly type?: ElementType;
}

/** Begins an element instance inside a scope. Its activation is a later step or call. */
export const createElement = (run: Run, { element, scope, flows = [], type }: NewElement): ElementInstance => {
  const definition = elementAt(graphOf(run, scope.processInstanceKey), element);
  return begin(run, {
    key: run.desk.nextKey<'elementInstance'>(),
    element,
    elementId: definition.id,
    elementType: type ?? outerTypeOf(definition),
    scopeKey: scope.key,
    processInstanceKey: scope.processInstanceKey,
    flows,
  });
};

/** Begins the root scope of a process instance that was just created. */
export const createProcessElement = (run: Run, key: ProcessInstanceKey, definitionId: string): ElementInstance =>
  begin(run, {
    key,
    element: 0,
    elementId: definitionId,
    elementType: 'PROCESS',
    scopeKey: null,
    processInstanceKey: key,
    flows: [],
  });

interface Beginning {
  readonly key: ElementInstanceKey;
  readonly element: ElementIndex;
  readonly elementId: string;
  readonly elementType: ElementType;
  readonly scopeKey: ElementInstanceKey | null;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly flows: readonly number[];
}

const begin = (run: Run, beginning: Beginning): ElementInstance => {
  emit(run, { kind: 'elementActivating', ...beginning });
  const instance = run.tree.elements.get(beginning.key);
  if (instance === undefined) {
    throw new RangeError(`Expected element instance ${beginning.key} to exist after its creation, but it does not`);
  }
  return instance;
};
