import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';
import type { FlowElement } from './modeler/neighbor.ts';

/** The one selected element of the canvas, or null. */
export const useSelected = (modeler: Modeler | null): FlowElement | null => {
  const [selected, setSelected] = useState<FlowElement | null>(null);
  useEffect(() => {
    setSelected(null);
    if (modeler === null) return undefined;
    const onChange = ({ newSelection }: { newSelection: FlowElement[] }): void => {
      const [first] = newSelection;
      setSelected(newSelection.length === 1 && first !== undefined ? (first.labelTarget ?? first) : null);
    };
    modeler.on('selection.changed', onChange);
    return () => modeler.off('selection.changed', onChange);
  }, [modeler]);
  return selected;
};
