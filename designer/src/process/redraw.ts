import type Modeler from 'bpmn-js/lib/Modeler';
import type { Box } from './fit-diagram.ts';
import type { FlowElement } from './modeler/neighbor.ts';

/** Fired around a drawing that is put on the canvas anew: meanwhile nothing is selected, and that is nobody's choice. */
export const redrawingEvent = 'irisflow.redrawing';
export const redrawnEvent = 'irisflow.redrawn';

interface Canvas {
  viewbox(): Box;
  viewbox(box: Box): void;
  getRootElement(): FlowElement;
  setRootElement(root: FlowElement): void;
}

export interface Selection {
  get(): FlowElement[];
  select(elements: readonly FlowElement[]): void;
}

interface EventBus {
  fire(event: string): void;
}

/** Draws a file that changed elsewhere: whoever works in the drawing keeps their view of it and what they selected. */
export const redraw = async (modeler: Modeler, xml: string): Promise<void> => {
  const canvas = modeler.get<Canvas>('canvas');
  const selection = modeler.get<Selection>('selection');
  const registry = modeler.get<{ get(id: string): FlowElement | undefined }>('elementRegistry');
  const bus = modeler.get<EventBus>('eventBus');
  const { x, y, width, height } = canvas.viewbox();
  const rootId = canvas.getRootElement().id;
  const selected = selection.get().map(({ id }) => id);
  bus.fire(redrawingEvent);
  try {
    await modeler.importXML(xml);
    const root = registry.get(rootId);
    if (root !== undefined) canvas.setRootElement(root);
    canvas.viewbox({ x, y, width, height });
    selection.select(selected.flatMap((id) => registry.get(id) ?? []));
  } finally {
    bus.fire(redrawnEvent);
  }
};
