import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { ReactNode } from 'react';
import { ToolButton } from '../../app/ToolButton.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { fitDiagram, viewerSides } from '../fit-diagram.ts';

interface Canvas {
  zoom(level?: number | string): number;
}

export interface ViewerToolsProps {
  readonly viewer: NavigatedViewer | null;
  /** Further tools. */
  readonly children?: ReactNode;
}

/** Buttons by which a drawing is seen nearer, from farther away or as a whole: not everybody has a wheel. */
export const ViewerTools = ({ viewer, children }: ViewerToolsProps) => {
  const t = useTexts();
  const zoomBy = (factor: number): void => {
    const canvas = viewer?.get<Canvas>('canvas');
    canvas?.zoom(canvas.zoom() * factor);
  };
  return (
    <div className="toolbar" role="toolbar" aria-label={t('process.toolbar')}>
      <ToolButton icon="minus" label={t('process.zoomOut')} onClick={() => zoomBy(0.8)} />
      <ToolButton icon="plus" label={t('process.zoomIn')} onClick={() => zoomBy(1.25)} />
      <ToolButton
        icon="fit"
        label={t('process.fit')}
        onClick={() => viewer !== null && fitDiagram(viewer.get('canvas'), viewerSides)}
      />
      {children}
    </div>
  );
};
