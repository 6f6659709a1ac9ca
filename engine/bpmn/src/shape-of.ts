import type { ExecutableElement } from './graph.ts';

/** What of an element may not change under a token that stands there: its kind, its event, its loop, who keeps a user task. */
export const shapeOf = (element: ExecutableElement): string => {
  const event = 'event' in element ? ` of ${element.event.kind}` : '';
  const loop =
    'multiInstance' in element && element.multiInstance !== null
      ? ` repeated ${element.multiInstance.sequential ? 'sequentially' : 'in parallel'}`
      : '';
  const task = element.kind === 'userTask' ? ` kept as ${element.userTask.implementation}` : '';
  return `${element.kind}${event}${loop}${task}`;
};
