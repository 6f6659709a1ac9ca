import type { BoundaryEventElement, ExecutableElement, ExecutableProcess } from '@irisflow/bpmn';

/** The elements of the processes of a version by their ids. */
export interface Drawn {
  element(id: string): ExecutableElement | undefined;
  /** The events at an element that catch its errors. */
  errorEventsOf(element: ExecutableElement): readonly BoundaryEventElement[];
}

export const drawnIn = (processes: readonly ExecutableProcess[]): Drawn => {
  const found = new Map<string, { readonly element: ExecutableElement; readonly process: ExecutableProcess }>();
  for (const process of processes) for (const element of process.elements) found.set(element.id, { element, process });
  return {
    element: (id) => found.get(id)?.element,
    errorEventsOf: (element) => {
      const process = found.get(element.id)?.process;
      if (process === undefined || !('boundaryEvents' in element)) return [];
      return element.boundaryEvents.flatMap((index) => {
        const event = process.elements[index];
        return event?.kind === 'boundaryEvent' && event.event.kind === 'error' ? [event] : [];
      });
    },
  };
};
