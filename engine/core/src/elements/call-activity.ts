import type { CallActivityElement } from '@irisflow/bpmn';
import type { ElementInstanceKey } from '@irisflow/protocol';
import type { ElementBehavior, Run } from '../run/behavior.ts';
import type { EffectOf } from '../run/effect.ts';
import { createProcessElement } from '../run/create-element.ts';
import { IncidentError } from '../desk/failure.ts';
import { findReferred } from '../run/find-referred.ts';
import { elementOf, enqueue, processInstanceOf } from '../run/run.ts';
import { calledRootOf } from '../lifecycle/terminate.ts';
import { contextOf, evaluateText } from '../expression/evaluate-expression.ts';
import type { ProcessDefinition } from '../state/definition-catalog.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { localVariables, visibleVariables } from '../variables/read-variables.ts';
import { splitStored } from '../variables/split-variables.ts';
import { propagateAll, writeAllLocal } from '../variables/write-variables.ts';

/** Deeper calls are taken for a recursion that would never end. */
const maxCallDepth = 100;

/** Calls another process, and waits for its end. */
export const callActivityBehavior: ElementBehavior<CallActivityElement> = {
  activate: (run, element, instance) => {
    const definition = findCalled(run, element, instance);
    checkDepth(run, instance);
    return { do: 'callProcess', definition };
  },
  onTerminating: (run, _element, instance) => {
    const called = calledRootOf(run, instance);
    if (called !== undefined) enqueue(run, { do: 'terminate', key: called.key });
  },
};

const findCalled = (run: Run, element: CallActivityElement, instance: ElementInstance): ProcessDefinition => {
  const id = evaluateText(element.processId, contextOf(run, instance.key));
  const definition = findReferred(run, instance, {
    shelf: run.desk.state.definitions.processes,
    id,
    binding: element.binding,
  });
  if (definition === undefined) {
    throw new IncidentError('CALLED_ELEMENT_ERROR', `Expected to call the process '${id}', but it is not deployed`);
  }
  if (!definition.hasNoneStart) {
    throw new IncidentError(
      'CALLED_ELEMENT_ERROR',
      `Expected the process '${id}' to have a none start event, but it has none`,
    );
  }
  return definition;
};

const checkDepth = (run: Run, instance: ElementInstance): void => {
  let depth = 0;
  let process = run.tree.instances.get(instance.processInstanceKey);
  while (process !== undefined && process.parentKey !== null) {
    depth += 1;
    process = run.tree.instances.get(process.parentKey);
  }
  if (depth < maxCallDepth) return;
  throw new IncidentError(
    'CALLED_ELEMENT_ERROR',
    `Expected calls to be nested at most ${maxCallDepth} deep, but '${instance.elementId}' would be deeper`,
  );
};

/** Starts the called process in the same tree, with the variables that it is to have. */
export const callProcess = (run: Run, instance: ElementInstance, { definition }: EffectOf<'callProcess'>): void => {
  const element = elementOf(run, instance);
  if (element.kind !== 'callActivity') return;
  const key = run.desk.nextKey<'elementInstance' | 'processInstance'>();
  const caller = processInstanceOf(run, instance.processInstanceKey);
  run.desk.createInstance(run.tree.rootKey, {
    kind: 'processInstanceCreated',
    instance: {
      key,
      definitionKey: definition.key,
      definitionId: definition.id,
      version: definition.version,
      tenantId: definition.tenantId,
      parentKey: caller.key,
      parentElementKey: instance.key,
      tags: caller.tags,
      businessId: caller.businessId,
    },
    rootKey: run.tree.rootKey,
    awaited: null,
    startLock: null,
  });
  const variables = element.propagateAllParentVariables
    ? visibleVariables(run.tree, instance.key, [])
    : localVariables(instance);
  writeAllLocal(run, createProcessElement(run, key, definition.id), splitStored(variables));
  enqueue(run, { do: 'activate', key });
};

/** The called process completes: its variables are handed to the caller as the call activity says, and the caller goes on. */
export const returnToCaller = (run: Run, calledRoot: ElementInstance, callerKey: ElementInstanceKey): void => {
  const caller = run.tree.elements.get(callerKey);
  if (caller === undefined) return;
  const element = elementOf(run, caller);
  if (element.kind !== 'callActivity') return;
  const variables = splitStored(localVariables(calledRoot));
  if (element.outputs.length > 0) writeAllLocal(run, caller, variables);
  else if (element.propagateAllChildVariables) propagateAll(run, caller, variables);
  enqueue(run, { do: 'complete', key: callerKey });
};
