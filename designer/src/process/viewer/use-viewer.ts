import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState, type RefObject } from 'react';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

export interface ViewerHandle {
  hostRef: RefObject<HTMLDivElement | null>;
  viewer: NavigatedViewer | null;
  failure: string | null;
}

/** Shows a BPMN file that cannot be changed. */
export const useViewer = (xml: string): ViewerHandle => {
  const hostRef = useRef<HTMLDivElement | null>(null);
  const [state, setState] = useState<Omit<ViewerHandle, 'hostRef'>>({ viewer: null, failure: null });
  useEffect(() => {
    if (hostRef.current === null) return undefined;
    let isAlive = true;
    const viewer = new NavigatedViewer({ container: hostRef.current });
    viewer.importXML(xml).then(
      () => {
        if (!isAlive) return;
        viewer.get<{ zoom(level: string, center: string): void }>('canvas').zoom('fit-viewport', 'auto');
        setState({ viewer, failure: null });
      },
      (error: unknown) => {
        if (isAlive) setState({ viewer: null, failure: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      isAlive = false;
      viewer.destroy();
    };
  }, [xml]);
  return { hostRef, ...state };
};
