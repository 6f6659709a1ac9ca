import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, type ReactNode } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { useViewer } from '../process/viewer/use-viewer.ts';
import { ViewerTools } from '../process/viewer/ViewerTools.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import './counted-diagram.css';

export interface ViewedDiagramProps {
  label: string;
  xml: string;
  /** Puts on the drawing what it is shown for; another function paints anew. */
  paint: (viewer: NavigatedViewer) => void;
  /** The same for who does not see it. */
  children: ReactNode;
}

interface Canvas {
  scroll(delta: { dx: number; dy: number }): void;
}

const panStep = 120;

/** A drawing with something on it, and buttons to move it. */
export const ViewedDiagram = ({ label, xml, paint, children }: ViewedDiagramProps) => {
  const t = useTexts();
  const { setHost, viewer, failure } = useViewer(xml);
  useEffect(() => {
    if (viewer !== null) paint(viewer);
  }, [viewer, paint]);

  const pan = (dx: number, dy: number): void => viewer?.get<Canvas>('canvas').scroll({ dx, dy });

  return (
    <figure className="counted-diagram" aria-label={label}>
      <ViewerTools viewer={viewer}>
        <span className="toolbar__gap" />
        <ToolButton icon="left" label={t('diagram.left')} onClick={() => pan(panStep, 0)} />
        <ToolButton icon="right" label={t('diagram.right')} onClick={() => pan(-panStep, 0)} />
        <ToolButton icon="up" label={t('diagram.up')} onClick={() => pan(0, panStep)} />
        <ToolButton icon="down" label={t('diagram.down')} onClick={() => pan(0, -panStep)} />
      </ViewerTools>
      <div className="counted-diagram__host" ref={setHost} />
      {failure !== null && <FileFailure path="BPMN" failure={failure} />}
      <figcaption>{children}</figcaption>
    </figure>
  );
};
