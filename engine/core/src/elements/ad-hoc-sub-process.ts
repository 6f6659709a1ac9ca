import {
  elementAt,
  elementById,
  type AdHocSubProcessElement,
  type ElementIndex,
  type ExecutableProcess,
  type JobDefinition,
} from '@irisflow/bpmn';
import { jsonText } from '@irisflow/feel';
import type { JobResult } from '../command/job-command.ts';
import type { AdHocActivation } from '../command/modification-command.ts';
import type { ElementBehavior, Run } from '../run/behavior.ts';
import type { EffectOf } from '../run/effect.ts';
import { createElement } from '../run/create-element.ts';
import { guarded } from '../run/incident.ts';
import { CommandRefused, IncidentError } from '../desk/failure.ts';
import { childrenOf, elementOf, emit, enqueue, graphOf, refOf, scopeOf } from '../run/run.ts';
import {
  contextOf,
  evaluateBoolean,
  evaluateExpression,
  evaluateOptionalTexts,
  evaluateTexts,
} from '../expression/evaluate-expression.ts';
import { createJob, draftJob } from '../jobs/create-job.ts';
import { outputText } from '../loops/collect-output.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { splitVariables, type VariableTexts } from '../variables/split-variables.ts';
import { eventSubProcessStarts } from './start-scope.ts';
import { propagate, writeAllLocal } from '../variables/write-variables.ts';

/**
 * Activates elements, each in an inner scope of its own: those listed, or those that a worker names whenever it is asked.
 * Completes when they are done or its condition holds.
 */
export const adHocSubProcessBehavior: ElementBehavior<AdHocSubProcessElement> = {
  catches: (run, { eventSubProcesses }, instance) => eventSubProcessStarts(run, eventSubProcesses, instance),
  activate: (run, element, instance) => {
    const graph = graphOf(run, instance.processInstanceKey);
    const targets = listedIds(run, element, instance).map((id) => {
      const target = innerOf(graph, element, id);
      if (target === null) throw new IncidentError('EXTRACT_VALUE_ERROR', notInside(element, id));
      return target;
    });
    return { do: 'startAdHoc', targets, job: element.job === null ? null : draftJob(run, element.job, instance) };
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

/** Activates what is listed, and asks the worker. */
export const startAdHoc = (run: Run, instance: ElementInstance, { targets, job }: EffectOf<'startAdHoc'>): void => {
  const element = elementOf(run, instance);
  if (element.kind !== 'adHocSubProcess') return;
  beginAdHoc(run, element, instance);
  for (const target of targets) activateInner(run, instance, { target, variables: [] });
  if (job !== null) createJob(run, instance, { ...job, kind: 'AD_HOC_SUB_PROCESS' });
};

/** A list that is null would leave it waiting for ever, unless a worker is asked what to activate. */
const listedIds = (
  run: Run,
  { activeElements, job }: AdHocSubProcessElement,
  instance: ElementInstance,
): readonly string[] => {
  if (activeElements === null) return [];
  const evaluate = job === null ? evaluateTexts : evaluateOptionalTexts;
  return evaluate(activeElements, contextOf(run, instance.key));
};

const completeWhenDone = (run: Run, element: AdHocSubProcessElement, instance: ElementInstance): void => {
  const isSatisfied = instance.loop?.satisfied === true;
  if (instance.children > 0) {
    if (isSatisfied && element.cancelRemainingInstances) terminateAll(run, childrenOf(run.tree, instance.key));
  } else if (isSatisfied || element.completionCondition === null) {
    enqueue(run, { do: 'complete', key: instance.key });
  }
};

/** The worker decides with what is known now: what it was asked before is withdrawn. */
const askAgain = (run: Run, job: JobDefinition, instance: ElementInstance): void => {
  if (instance.jobKey !== null) emit(run, { kind: 'jobCanceled', key: instance.jobKey });
  guarded(run, instance, () =>
    createJob(run, instance, { ...draftJob(run, job, instance), kind: 'AD_HOC_SUB_PROCESS' }),
  );
};

/** The elements that a caller wants to be activated; refuses ids that are not in the sub-process. */
export const adHocChoices = (
  graph: ExecutableProcess,
  element: AdHocSubProcessElement,
  elements: readonly AdHocActivation[],
): readonly Choice[] =>
  elements.map(({ elementId, variables }) => {
    const target = innerOf(graph, element, elementId);
    if (target === null) throw new CommandRefused('NOT_FOUND', notInside(element, elementId));
    return { target, variables: splitVariables(variables) };
  });

/** Activates elements from outside, beside what runs already or in its place. */
export const activateFromOutside = (
  run: Run,
  instance: ElementInstance,
  { choices, remaining }: { readonly choices: readonly Choice[]; readonly remaining: 'keep' | 'cancel' },
): void => {
  const running = childrenOf(run.tree, instance.key);
  for (const choice of choices) activateInner(run, instance, choice);
  if (remaining === 'cancel') terminateAll(run, running);
};

/** Does what the worker decided: activates further elements, or lets the sub-process be done. */
export const followAdHocResult = (
  run: Run,
  instance: ElementInstance,
  { choices, result }: { readonly choices: readonly Choice[]; readonly result: JobResult | null },
): void => {
  for (const choice of choices) activateInner(run, instance, choice);
  if (result?.isCompletionConditionFulfilled !== true) return;
  emit(run, { kind: 'loopSatisfied', key: instance.key });
  if (instance.children === 0) enqueue(run, { do: 'complete', key: instance.key });
  else if (result.isCancelRemainingInstances) terminateAll(run, childrenOf(run.tree, instance.key));
};

/** The element of that id when it can be activated: what only an event or a compensation reaches cannot. */
const innerOf = (graph: ExecutableProcess, element: AdHocSubProcessElement, id: string): ElementIndex | null => {
  const inner = elementById(graph, id);
  if (inner === null || inner.scope !== element.index) return null;
  const isHandler = 'isForCompensation' in inner && inner.isForCompensation;
  return isHandler || inner.kind === 'boundaryEvent' || inner.kind === 'eventSubProcess' ? null : inner.index;
};

const notInside = ({ id }: AdHocSubProcessElement, elementId: string): string =>
  `Expected to activate the elements of ad-hoc sub-process '${id}', but '${elementId}' is not one of them`;

export interface Choice {
  readonly target: ElementIndex;
  readonly variables: VariableTexts;
}

/** Begins to count and collect what is activated. */
export const beginAdHoc = (run: Run, { outputCollection }: AdHocSubProcessElement, { key }: ElementInstance): void => {
  emit(run, { kind: 'loopStarted', key, size: 0, collects: outputCollection !== null });
};

const createInner = (run: Run, scope: ElementInstance): ElementInstance =>
  createElement(run, { element: scope.element, scope, type: 'AD_HOC_SUB_PROCESS_INNER_INSTANCE' });

/** An active inner scope in which nothing is active yet, for what somebody puts there. */
export const openInner = (run: Run, scope: ElementInstance): ElementInstance => {
  const inner = createInner(run, scope);
  emit(run, { kind: 'elementActivated', ...refOf(inner) });
  return inner;
};

const activateInner = (run: Run, instance: ElementInstance, { target, variables }: Choice): void => {
  const inner = createInner(run, instance);
  emit(run, {
    kind: 'triggerStored',
    key: inner.key,
    trigger: { catchElement: target, variables: '{}' },
    interrupting: false,
  });
  writeAllLocal(run, inner, variables);
  enqueue(run, { do: 'activate', key: inner.key });
};

const terminateAll = (run: Run, running: readonly ElementInstance[]): void => {
  for (const { key, state } of running) if (state !== 'terminating') enqueue(run, { do: 'terminate', key });
};

/** One activated element and what follows it: a scope whose variables end with it. */
export const adHocInnerBehavior: ElementBehavior<AdHocSubProcessElement> = {
  activate: () => ({ do: 'startInner' }),
  beforeCompleted: (run, element, instance) => {
    const { completionCondition, outputElement } = element;
    const outer = scopeOf(run, instance);
    if (outer === undefined || outer.loop === null) return;
    const context = contextOf(run, instance.key);
    const output = outputElement === null ? null : jsonText(evaluateExpression(outputElement, context).value);
    const isSatisfied = completionCondition !== null && evaluateBoolean(completionCondition, context);
    const counter = outer.loop.completed + 1;
    emit(run, { kind: 'loopItemEnded', key: outer.key, counter, ending: 'completed', output });
    if (isSatisfied) emit(run, { kind: 'loopSatisfied', key: outer.key });
  },
};

/** Activates the one element that the inner scope was made for. */
export const startInner = (run: Run, inner: ElementInstance): void => {
  const { trigger } = inner;
  if (trigger === null) return;
  emit(run, { kind: 'triggerConsumed', key: inner.key });
  const { index } = elementAt(graphOf(run, inner.processInstanceKey), trigger.catchElement);
  enqueue(run, { do: 'activate', key: createElement(run, { element: index, scope: inner }).key });
};
