import type { TreeEvent } from '@irisflow/core';

/** Where the instances of one scenario have been. */
export interface Footprint {
  /** Ids of the elements that began. */
  readonly elements: ReadonlySet<string>;
  /** The flows through which elements were left, each as `choiceOf` names it. */
  readonly choices: ReadonlySet<string>;
}

/** A flow by the element that it leaves and its index in the process. */
export const choiceOf = (elementId: string, flow: number): string => `${elementId} ${flow}`;

export const footprintOf = (events: readonly TreeEvent[]): Footprint => {
  return {
    elements: new Set(events.flatMap((event) => (event.kind === 'elementActivated' ? [event.elementId] : []))),
    choices: new Set(
      events.flatMap((event) =>
        event.kind === 'elementCompleting' ? (event.flows ?? []).map((flow) => choiceOf(event.elementId, flow)) : [],
      ),
    ),
  };
};

export const noFootprint: Footprint = { elements: new Set(), choices: new Set() };
