import { elementAt, elementById, type AdHocSubProcessElement } from '@irisflow/bpmn';
import type { ElementBehavior, Run } from '../execution/behavior.ts';
import { createElement } from '../execution/create-element.ts';
import { IncidentError } from '../execution/failure.ts';
import { childrenOf, emit, enqueue, graphOf, scopeOf } from '../execution/run.ts';
import { contextOf, evaluateBoolean, evaluateExpression, evaluateTexts } from '../expression/evaluate-expression.ts';
import { outputText } from '../loops/collect-output.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import { propagate } from '../variables/write-variables.ts';

/** Activates the listed elements, each in an inner scope of its own, and completes when they are done or its condition holds. */
export const adHocSubProcessBehavior: ElementBehavior<AdHocSubProcessElement> = {
  activate: (run, element, instance) => {
    const ids =
      element.activeElements === null ? [] : evaluateTexts(element.activeElements, contextOf(run, instance.key));
    const targets = ids.map((id) => findInner(run, element, { instance, id }));
    return () => {
      const collects = element.outputCollection !== null;
      emit(run, { kind: 'loopStarted', key: instance.key, size: targets.length, collects });
      for (const target of targets) activateInner(run, instance, target);
    };
  },
  childEnded: (run, element, instance) => {
    const isDone = element.completionCondition === null || instance.loop?.satisfied === true;
    if (instance.children === 0) {
      if (isDone) enqueue(run, { do: 'complete', key: instance.key });
    } else if (instance.loop?.satisfied === true && element.cancelRemainingInstances) {
      terminateInner(run, instance);
    }
  },
  beforeCompleted: (run, { outputCollection }, instance) => {
    const scope = scopeOf(run, instance);
    if (outputCollection === null || instance.loop?.output == null || scope === undefined) return;
    propagate(run, scope, outputCollection, outputText(instance.loop.output));
  },
};

function findInner(
  run: Run,
  element: AdHocSubProcessElement,
  { instance, id }: { readonly instance: ElementInstance; readonly id: string },
): number {
  const inner = elementById(graphOf(run, instance.processInstanceKey), id);
  if (inner !== null && inner.scope === element.index && element.children.includes(inner.index)) return inner.index;
  throw new IncidentError(
    'EXTRACT_VALUE_ERROR',
    `Expected to activate the elements of ad-hoc sub-process '${element.id}', but '${id}' is not one of them`,
  );
}

function activateInner(run: Run, instance: ElementInstance, target: number): void {
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
