import {
  elementAt,
  elementById,
  type AdHocSubProcessElement,
  type ElementIndex,
  type JobDefinition,
} from '@irisflow/bpmn';
import type { JobResult } from '../command/command.ts';
import type { ElementBehavior, Run } from '../execution/behavior.ts';
import { createElement } from '../execution/create-element.ts';
import { guarded } from '../execution/execute-element.ts';
import { CommandRefused, IncidentError } from '../execution/failure.ts';
import { childrenOf, elementOf, emit, enqueue, graphOf, scopeOf } from '../execution/run.ts';
import { contextOf, evaluateBoolean, evaluateExpression, evaluateTexts } from '../expression/evaluate-expression.ts';
import { createJob, draftJob } from '../jobs/create-job.ts';
import { outputText } from '../loops/collect-output.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { splitVariables, type VariableTexts } from '../variables/split-variables.ts';
import { propagate, writeAllLocal } from '../variables/write-variables.ts';

/**
 * Activates elements, each in an inner scope of its own: those listed, or those that a worker names whenever it is asked.
 * Completes when they are done or its condition holds.
 */
export const adHocSubProcessBehavior: ElementBehavior<AdHocSubProcessElement> = {
  activate: (run, element, instance) => {
    const ids =
      element.activeElements === null ? [] : evaluateTexts(element.activeElements, contextOf(run, instance.key));
    const targets = ids.map((id) => findInner(run, element, { instance, id }));
    const draft = element.job === null ? null : draftJob(run, element.job, instance);
    return () => {
      emit(run, { kind: 'loopStarted', key: instance.key, size: 0, collects: element.outputCollection !== null });
      for (const target of targets) activateInner(run, instance, { target, variables: [] });
      if (draft !== null) createJob(run, instance, { ...draft, kind: 'AD_HOC_SUB_PROCESS' });
    };
  },
  childEnded: (run, element, instance) => {
    if (element.job === null || instance.loop?.satisfied === true) completeWhenDone(run, element, instance);
    else askAgain(run, element.job, instance);
  },
  beforeCompleted: (run, { outputCollection }, instance) => {
    const scope = scopeOf(run, instance);
    if (outputCollection === null || instance.loop?.output == null || scope === undefined) return;
    propagate(run, scope, outputCollection, outputText(instance.loop.output));
  },
};

function completeWhenDone(run: Run, element: AdHocSubProcessElement, instance: ElementInstance): void {
  const isSatisfied = instance.loop?.satisfied === true;
  if (instance.children > 0) {
    if (isSatisfied && element.cancelRemainingInstances) terminateInner(run, instance);
  } else if (isSatisfied || element.completionCondition === null) {
    enqueue(run, { do: 'complete', key: instance.key });
  }
}

/** The worker decides with what is known now: what it was asked before is withdrawn. */
function askAgain(run: Run, job: JobDefinition, instance: ElementInstance): void {
  if (instance.jobKey !== null) emit(run, { kind: 'jobCanceled', key: instance.jobKey });
  guarded(run, instance, () =>
    createJob(run, instance, { ...draftJob(run, job, instance), kind: 'AD_HOC_SUB_PROCESS' }),
  );
}

/** The elements that the worker wants to be activated; refuses the answer when one is not in the sub-process. */
export function adHocChoices(run: Run, instance: ElementInstance, result: JobResult | null): readonly Choice[] {
  const element = elementOf(run, instance);
  if (element.kind !== 'adHocSubProcess') return [];
  try {
    return (result?.activateElements ?? []).map(({ elementId, variables }) => ({
      target: findInner(run, element, { instance, id: elementId }),
      variables: splitVariables(variables),
    }));
  } catch (failure) {
    if (failure instanceof IncidentError) throw new CommandRefused('INVALID_ARGUMENT', failure.message);
    throw failure;
  }
}

/** Does what the worker decided: activates further elements, or lets the sub-process be done. */
export function followAdHocResult(
  run: Run,
  instance: ElementInstance,
  { choices, result }: { readonly choices: readonly Choice[]; readonly result: JobResult | null },
): void {
  for (const choice of choices) activateInner(run, instance, choice);
  if (result?.isCompletionConditionFulfilled !== true) return;
  emit(run, { kind: 'loopSatisfied', key: instance.key });
  if (instance.children === 0) enqueue(run, { do: 'complete', key: instance.key });
  else if (result.isCancelRemainingInstances) terminateInner(run, instance);
}

function findInner(
  run: Run,
  element: AdHocSubProcessElement,
  { instance, id }: { readonly instance: ElementInstance; readonly id: string },
): ElementIndex {
  const inner = elementById(graphOf(run, instance.processInstanceKey), id);
  if (inner !== null && inner.scope === element.index && element.children.includes(inner.index)) return inner.index;
  throw new IncidentError(
    'EXTRACT_VALUE_ERROR',
    `Expected to activate the elements of ad-hoc sub-process '${element.id}', but '${id}' is not one of them`,
  );
}

export interface Choice {
  readonly target: ElementIndex;
  readonly variables: VariableTexts;
}

function activateInner(run: Run, instance: ElementInstance, { target, variables }: Choice): void {
  const inner = createElement(run, {
    element: instance.element,
    scope: instance,
    type: 'AD_HOC_SUB_PROCESS_INNER_INSTANCE',
  });
  emit(run, {
    kind: 'triggerStored',
    key: inner.key,
    trigger: { catchElement: target, variables: '{}' },
    interrupting: false,
  });
  writeAllLocal(run, inner, variables);
  enqueue(run, { do: 'activate', key: inner.key });
}

function terminateInner(run: Run, instance: ElementInstance): void {
  for (const { key, state } of childrenOf(run.tree, instance.key)) {
    if (state !== 'terminating') enqueue(run, { do: 'terminate', key });
  }
}

/** One activated element and what follows it: a scope whose variables end with it. */
export const adHocInnerBehavior: ElementBehavior<AdHocSubProcessElement> = {
  activate: (run, _element, instance) => () => {
    const { trigger } = instance;
    if (trigger === null) return;
    emit(run, { kind: 'triggerConsumed', key: instance.key });
    const { index } = elementAt(graphOf(run, instance.processInstanceKey), trigger.catchElement);
    enqueue(run, { do: 'activate', key: createElement(run, { element: index, scope: instance }).key });
  },
  beforeCompleted: (run, element, instance) => {
    const { completionCondition, outputElement } = element;
    const outer = scopeOf(run, instance);
    if (outer === undefined || outer.loop === null) return;
    const context = contextOf(run, instance.key);
    const output = outputElement === null ? null : JSON.stringify(evaluateExpression(outputElement, context).value);
    const isSatisfied = completionCondition !== null && evaluateBoolean(completionCondition, context);
    const counter = outer.loop.completed + 1;
    emit(run, { kind: 'loopItemEnded', key: outer.key, counter, ending: 'completed', output });
    if (isSatisfied) emit(run, { kind: 'loopSatisfied', key: outer.key });
  },
};
