import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useState } from 'react';
import { fitDiagram, viewerSides } from '../fit-diagram.ts';
import { toDrawable } from '../to-drawable.ts';
import { watchSize } from '../watch-size.ts';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

export interface ViewerHandle {
  setHost: (element: HTMLElement | null) => void;
  viewer: NavigatedViewer | null;
  failure: string | null;
}

/** Shows a BPMN file that cannot be changed. */
export const useViewer = (xml: string): ViewerHandle => {
  const [host, setHost] = useState<HTMLElement | null>(null);
  const [state, setState] = useState<Omit<ViewerHandle, 'setHost'>>({ viewer: null, failure: null });
  useEffect(() => {
    if (host === null) return undefined;
    let isAlive = true;
    const viewer = new NavigatedViewer({ container: host });
    const unwatch = watchSize(host, viewer.get('canvas'));
    const show = async (): Promise<void> => {
      try {
        const drawable = await toDrawable(xml);
        if (!isAlive) return;
        await viewer.importXML(drawable);
        if (!isAlive) return;
        fitDiagram(viewer.get('canvas'), viewerSides);
        setState({ viewer, failure: null });
      } catch (error) {
        if (isAlive) setState({ viewer: null, failure: error instanceof Error ? error.message : String(error) });
      }
    };
    void show();
    return () => {
      isAlive = false;
      unwatch();
      viewer.destroy();
    };
  }, [host, xml]);
  return { setHost, ...state };
};
