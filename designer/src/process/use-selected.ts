import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import type { FlowElement } from './modeler/neighbor.ts';
import { redrawingEvent, redrawnEvent, type Selection } from './redraw.ts';

interface Selected {
  modeler: Modeler;
  element: FlowElement | null;
}

const single = ([first, ...more]: readonly FlowElement[]): FlowElement | null =>
  first === undefined || more.length > 0 ? null : (first.labelTarget ?? first);

/** The one selected element of the canvas, or null. */
export const useSelected = (modeler: Modeler | null): FlowElement | null => {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    if (modeler === null) return undefined;
    let isRedrawing = false;
    const take = (elements: readonly FlowElement[]): void => setSelected({ modeler, element: single(elements) });
    const onChange = ({ newSelection }: { newSelection: FlowElement[] }): void => {
      if (!isRedrawing) take(newSelection);
    };
    const onRedrawing = (): void => {
      isRedrawing = true;
    };
    const onRedrawn = (): void => {
      isRedrawing = false;
      take(modeler.get<Selection>('selection').get());
    };
    modeler.on('selection.changed', onChange);
    modeler.on(redrawingEvent, onRedrawing);
    modeler.on(redrawnEvent, onRedrawn);
    return () => {
      modeler.off('selection.changed', onChange);
      modeler.off(redrawingEvent, onRedrawing);
      modeler.off(redrawnEvent, onRedrawn);
    };
  }, [modeler]);
  return selected !== null && selected.modeler === modeler ? selected.element : null;
};
