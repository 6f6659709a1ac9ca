import type { LoopEvent } from '../event/scope-event.ts';
import type { ElementInstance } from '../state/element-instance.ts';
import type { InstanceTree } from '../state/instance-tree.ts';

/** Counts what happens inside a multi-instance body. */
export const applyLoopEvent = (tree: InstanceTree, event: LoopEvent): void => {
  const element = tree.elements.get(event.key);
  if (element === undefined) return;
  if (event.kind !== 'loopItemStarted') {
    changeBody(element, event);
    return;
  }
  element.loopCounter = event.counter;
  const loop = tree.elements.get(event.bodyKey)?.loop;
  if (loop !== null && loop !== undefined) loop.created += 1;
};

const changeBody = (body: ElementInstance, event: Exclude<LoopEvent, { kind: 'loopItemStarted' }>): void => {
  if (event.kind === 'loopStarted') {
    const output = event.collects ? Array.from({ length: event.size }, () => null) : null;
    body.loop = { size: event.size, created: 0, completed: 0, terminated: 0, output, satisfied: false };
    return;
  }
  const { loop } = body;
  if (loop === null) return;
  if (event.kind === 'loopSatisfied') {
    loop.satisfied = true;
    return;
  }
  loop[event.ending] += 1;
  if (loop.output !== null && event.output !== null) loop.output[event.counter - 1] = event.output;
};
