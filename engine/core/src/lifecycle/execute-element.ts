import { elementAt, flowAt, type ElementIndex, type ExecutableElement } from '@irisflow/bpmn';
import { closeCatches, openCatches, prepareCatches } from '../catching/open-catches.ts';
import { collectOutput } from '../loops/collect-output.ts';
import { handlerEnded, recordCompensation } from '../compensation/record-compensation.ts';
import { gatherTokens, meetingScopes, tokensOf } from '../joins/meeting-scopes.ts';
import { runListeners } from '../listeners/run-listeners.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { Step } from '../state/step.ts';
import { applyInputs, applyOutputs } from '../mappings/apply-mappings.ts';
import { createElement, isLoopItem, isWrapper, outerTypeOf } from '../run/create-element.ts';
import { guarded, resolveIncidentsOf } from '../run/incident.ts';
import type { Run } from '../run/behavior.ts';
import { elementOf, emit, enqueue, graphOf, refOf, scopeOf } from '../run/run.ts';
import { childEnded } from './child-ended.ts';
import { endsWithElement } from './terminate.ts';
import { checkLimits } from '../run/tree-limits.ts';

/** A token arrives at the target of a flow: the element activates, or the token waits at a joining gateway. */
export const enter = (run: Run, step: Extract<Step, { do: 'enter' }>): void => {
  const scope = run.tree.elements.get(step.scopeKey);
  if (scope?.state !== 'activated' || scope.tokens?.has(step.flow) !== true) return;
  const graph = graphOf(run, scope.processInstanceKey);
  const element = elementAt(graph, flowAt(graph, step.flow).target);
  const { join } = run.behaviorOf(element, null);
  const flows = join === undefined ? [step.flow] : join(element, tokensOf(meetingScopes(run, scope)), step.flow);
  if (flows === null) return;
  gatherTokens(run, scope, flows);
  const { key } = createElement(run, { element: element.index, scope, flows });
  enqueue(run, { do: 'activate', key });
};

/** Takes an instance from activating to activated, or leaves it activating with an incident. */
export const activate = (run: Run, instance: ElementInstance): void => {
  if (instance.state !== 'activating' || isLeaving(run, instance)) return;
  guarded(run, instance, () => {
    checkLimits(run, instance.elementId);
    const element = elementOf(run, instance);
    const behavior = run.behaviorOf(element, instance);
    if (!isWrapper(instance)) {
      if (instance.listenersDone === 0) applyInputs(run, element.inputs, instance);
      if (runListeners(run, element, instance, 'start') === 'waiting') return;
    }
    const prepared = prepareCatches(run, instance, catchesOf(run, element, instance));
    const effect = behavior.activate(run, element, instance);
    openCatches(run, instance, prepared);
    emit(run, { kind: 'elementActivated', ...refOf(instance) });
    run.perform(run, instance, effect);
  });
};

/** The boundary events of the activity, which belong to the body of a loop, and what its kind listens to. */
export const catchesOf = (run: Run, element: ExecutableElement, instance: ElementInstance): readonly ElementIndex[] => {
  const own = run.behaviorOf(element, instance).catches?.(run, element, instance) ?? [];
  const boundaries =
    'boundaryEvents' in element && instance.type === outerTypeOf(element) ? element.boundaryEvents : [];
  return boundaries.length === 0 ? own : [...boundaries, ...own];
};

/** Takes an instance from activated to completed and its tokens onto the outgoing flows, or leaves it completing with an incident. */
export const complete = (run: Run, instance: ElementInstance): void => {
  if (instance.state !== 'activated' && instance.state !== 'completing') return;
  if (isLeaving(run, instance)) return;
  guarded(run, instance, () => {
    if (instance.state === 'activated') emit(run, { kind: 'elementCompleting', ...refOf(instance) });
    leave(run, instance);
  });
};

/** Completes an instance that chose its outgoing flows. The choice is kept until it has left, whatever fails on the way. */
export const completeThrough = (run: Run, instance: ElementInstance, flows: readonly number[]): void => {
  emit(run, { kind: 'elementCompleting', ...refOf(instance), flows });
  leave(run, instance);
};

/** From completing to completed, and out. */
const leave = (run: Run, instance: ElementInstance): void => {
  const element = elementOf(run, instance);
  const behavior = run.behaviorOf(element, instance);
  if (!isWrapper(instance)) {
    if (instance.listenersDone === 0) mapOutputs(run, element, instance);
    if (runListeners(run, element, instance, 'end') === 'waiting') return;
  }
  const flows = flowsOut(run, element, instance);
  behavior.beforeCompleted?.(run, element, instance);
  if (isLoopItem(element, instance)) collectOutput(run, element, instance);
  closeCatches(run, instance);
  resolveIncidentsOf(run, instance);
  recordCompensation(run, element, instance);
  emit(run, { kind: 'elementCompleted', ...refOf(instance) });
  if (endsWithElement(run, instance)) return;
  if (instance.compensatedBy !== null) handlerEnded(run, instance.compensatedBy);
  leaveOn(run, instance, flows);
};

/** Those that it chose when it activated. What was stored when choices were not kept yet chooses again. */
const flowsOut = (run: Run, element: ExecutableElement, instance: ElementInstance): readonly number[] => {
  if (instance.leaving !== null) return instance.leaving;
  if (instance.type !== outerTypeOf(element)) return [];
  return run.behaviorOf(element, instance).choose?.(run, element, instance) ?? element.outgoing;
};

/** Inner instances write to their own scope outward, so that the loop can collect; everything else to the flow scope. */
const mapOutputs = (run: Run, element: ExecutableElement, instance: ElementInstance): void => {
  if (element.outputs.length === 0) return;
  const to = isLoopItem(element, instance) ? instance : (scopeOf(run, instance) ?? instance);
  applyOutputs(run, element.outputs, { from: instance, to });
};

/** Puts tokens on flows; where there are none the path ends. */
const leaveOn = (run: Run, instance: ElementInstance, flows: readonly number[]): void => {
  const scope = scopeOf(run, instance);
  if (scope === undefined) return;
  if (flows.length === 0) {
    childEnded(run, scope, instance, 'completed');
    return;
  }
  const graph = graphOf(run, instance.processInstanceKey);
  for (const flow of flows) takeFlow(run, scope, flow, flowAt(graph, flow).id);
};

const takeFlow = (run: Run, scope: ElementInstance, flow: number, flowId: string): void => {
  const { key: scopeKey, processInstanceKey } = scope;
  emit(run, { kind: 'flowTaken', flow, flowId, scopeKey, processInstanceKey });
  enqueue(run, { do: 'enter', flow, scopeKey });
};

/** Whether the surroundings are ending, so that the instance must not go on. */
const isLeaving = (run: Run, instance: ElementInstance): boolean => {
  const scope = scopeOf(run, instance);
  return scope !== undefined && scope.state !== 'activated' && scope.state !== 'completing';
};
