import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useState } from 'react';

/** A number that grows with every change of the model, so that views of it read it again. */
export const useRevision = (modeler: Modeler | null): number => {
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    if (modeler === null) return undefined;
    const onChange = (): void => setRevision((count) => count + 1);
    // The latter without the former: what a step is called in this language changed beside the drawing.
    const events = ['commandStack.changed', 'elements.changed'];
    modeler.on(events, onChange);
    return () => modeler.off(events, onChange);
  }, [modeler]);
  return revision;
};
