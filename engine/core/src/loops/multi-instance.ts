import { elementAt, type ExecutableElement, type MultiInstance } from '@irisflow/bpmn';
import { jsonText } from '@irisflow/feel';
import type { ElementBehavior, Run } from '../run/behavior.ts';
import type { EffectOf } from '../run/effect.ts';
import { createElement, plainTypeOf } from '../run/create-element.ts';
import { IncidentError } from '../desk/failure.ts';
import { childrenOf, elementOf, emit, enqueue, graphOf, scopeOf } from '../run/run.ts';
import { checkRoom } from '../run/tree-limits.ts';
import { contextOf, evaluateList, type Value } from '../expression/evaluate-expression.ts';
import type { ElementInstance, LoopState } from '../state/element-instance.ts';
import { propagate, writeLocal } from '../variables/write-variables.ts';
import { outputText } from './collect-output.ts';

/** Items of a parallel loop that one step creates: large lists must not starve other work. */
const itemsPerStep = 100;

/** The body of a loop: creates an instance per item, collects their output, and is the one that boundary events end. */
export const multiInstanceBehavior: ElementBehavior<ExecutableElement> = {
  activate: (run, element, body) => {
    const loop = loopOf(element);
    const items = evaluateList(loop.inputCollection, contextOf(run, body.key));
    if (!loop.sequential) checkRoom(run, body.elementId, items.length);
    return { do: 'startLoop', size: items.length };
  },
  childEnded: (run, _element, body, { child, ending }) => {
    if (ending === 'terminated' && child.loopCounter > 0) {
      emit(run, { kind: 'loopItemEnded', key: body.key, counter: child.loopCounter, ending, output: null });
    }
    if (body.loop !== null) goOn(run, body, body.loop);
  },
  beforeCompleted: (run, element, body) => {
    const { outputCollection } = loopOf(element);
    const scope = scopeOf(run, body);
    if (outputCollection === null || body.loop?.output == null || scope === undefined) return;
    propagate(run, scope, outputCollection, outputText(body.loop.output));
  },
};

/** Begins to count, and creates the first items. */
export const startLoop = (run: Run, body: ElementInstance, { size }: EffectOf<'startLoop'>): void => {
  const { outputCollection } = loopOf(elementOf(run, body));
  emit(run, { kind: 'loopStarted', key: body.key, size, collects: outputCollection !== null });
  enqueue(run, { do: size === 0 ? 'complete' : 'spawn', key: body.key });
};

const loopOf = (element: ExecutableElement): MultiInstance => {
  if ('multiInstance' in element && element.multiInstance !== null) return element.multiInstance;
  throw new RangeError(`Expected element '${element.id}' to be multi-instance, but it is not`);
};

const goOn = (run: Run, body: ElementInstance, loop: LoopState): void => {
  if (loop.satisfied || loop.created >= loop.size) {
    if (body.children === 0) enqueue(run, { do: 'complete', key: body.key });
    else if (loop.satisfied) terminateItems(run, body);
    return;
  }
  if (body.children === 0) enqueue(run, { do: 'spawn', key: body.key });
};

const terminateItems = (run: Run, body: ElementInstance): void => {
  for (const { key, state } of childrenOf(run.tree, body.key)) {
    if (state !== 'terminating') enqueue(run, { do: 'terminate', key });
  }
};

/** Creates the next items. The collection is read again, so that a sequential loop sees what changed meanwhile. */
export const spawnItems = (run: Run, body: ElementInstance): void => {
  const { loop } = body;
  if (body.state !== 'activated' || loop === null || loop.satisfied) return;
  const definition = loopOf(elementOf(run, body));
  if (definition.sequential && body.children > 0) return;
  const items = evaluateList(definition.inputCollection, contextOf(run, body.key));
  const until = definition.sequential ? loop.created + 1 : Math.min(loop.size, loop.created + itemsPerStep);
  checkRoom(run, body.elementId, until - loop.created);
  while (loop.created < until) spawnItem(run, body, { definition, items, counter: loop.created + 1 });
  if (!definition.sequential && loop.created < loop.size) enqueue(run, { do: 'spawn', key: body.key });
};

interface NextItem {
  readonly definition: MultiInstance;
  readonly items: readonly Value[];
  readonly counter: number;
}

const spawnItem = (run: Run, body: ElementInstance, { definition, items, counter }: NextItem): void => {
  const item = items[counter - 1];
  if (item === undefined) {
    throw new IncidentError(
      'EXTRACT_VALUE_ERROR',
      `Expected the input collection to have an item ${counter}, but it has only ${items.length} now`,
    );
  }
  const element = elementAt(graphOf(run, body.processInstanceKey), body.element);
  const instance = createElement(run, { element: body.element, scope: body, type: plainTypeOf(element) });
  emit(run, { kind: 'loopItemStarted', key: instance.key, bodyKey: body.key, counter });
  writeLocal(run, instance, 'loopCounter', String(counter));
  if (definition.inputElement !== null) writeLocal(run, instance, definition.inputElement, jsonText(item));
  prepareOutput(run, definition, instance);
  enqueue(run, { do: 'activate', key: instance.key });
};

/** A plain output variable exists from the beginning, so that the result of the item stays with the item. */
const prepareOutput = (run: Run, { outputElement, inputElement }: MultiInstance, instance: ElementInstance): void => {
  if (outputElement?.kind !== 'feel') return;
  const [, name] = /^\s*([A-Za-z_]\w*)(?:\.\w+)*\s*$/.exec(outputElement.source) ?? [];
  if (name !== undefined && name !== inputElement && name !== 'loopCounter') writeLocal(run, instance, name, 'null');
};
