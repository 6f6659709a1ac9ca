import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import type { FlowElement } from './modeler/neighbor.ts';

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
    const onChange = ({ newSelection }: { newSelection: FlowElement[] }): void =>
      setSelected({ modeler, element: single(newSelection) });
    modeler.on('selection.changed', onChange);
    return () => modeler.off('selection.changed', onChange);
  }, [modeler]);
  return selected !== null && selected.modeler === modeler ? selected.element : null;
};
