import { useEffect, useMemo } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { fitDiagram, viewerSides } from '../process/fit-diagram.ts';
import { useViewer } from '../process/viewer/use-viewer.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { ElementChange } from './diff-process.ts';
import './changed-diagram.css';

export interface ChangedDiagramProps {
  readonly label: string;
  readonly xml: string;
  /** What is marked; an element of it that this drawing does not have is left out. */
  readonly changes: readonly ElementChange[];
}

interface Canvas {
  addMarker(id: string, marker: string): void;
  zoom(level?: number | string): number;
}
interface Overlays {
  add(id: string, type: string, overlay: object): void;
  remove(filter: { type: string }): void;
}

const overlayType = 'irisflow-change';
const signs = { added: '+', removed: '−', changed: '≠' } as const;

/** A drawing with what differs on it, by color and by sign. */
export const ChangedDiagram = ({ label, xml, changes }: ChangedDiagramProps) => {
  const t = useTexts();
  const { setHost, viewer } = useViewer(xml);
  const texts = useMemo(
    () => ({ added: t('change.added'), removed: t('change.removed'), changed: t('change.changed') }),
    [t],
  );
  useEffect(() => {
    if (viewer === null) return;
    const canvas = viewer.get<Canvas>('canvas');
    const overlays = viewer.get<Overlays>('overlays');
    const registry = viewer.get<{ get(id: string): { readonly type: string } | undefined }>('elementRegistry');
    overlays.remove({ type: overlayType });
    for (const { elementId, kind } of changes) {
      const element = registry.get(elementId);
      if (element === undefined || element.type === 'bpmn:Process') continue;
      canvas.addMarker(elementId, `is-${kind}`);
      const html = document.createElement('span');
      html.className = `change-sign change-sign--${kind}`;
      html.textContent = signs[kind];
      html.setAttribute('role', 'img');
      html.setAttribute('aria-label', texts[kind]);
      overlays.add(elementId, overlayType, { html, position: { top: -12, right: 14 } });
    }
  }, [viewer, changes, texts]);
  const zoomBy = (factor: number): void => {
    const canvas = viewer?.get<Canvas>('canvas');
    canvas?.zoom(canvas.zoom() * factor);
  };
  return (
    <figure className="changed-diagram" aria-label={label}>
      <figcaption>{label}</figcaption>
      <div className="toolbar" role="toolbar" aria-label={t('process.toolbar')}>
        <ToolButton icon="minus" label={t('process.zoomOut')} onClick={() => zoomBy(0.8)} />
        <ToolButton icon="plus" label={t('process.zoomIn')} onClick={() => zoomBy(1.25)} />
        <ToolButton
          icon="fit"
          label={t('process.fit')}
          onClick={() => viewer !== null && fitDiagram(viewer.get('canvas'), viewerSides)}
        />
      </div>
      <div className="changed-diagram__host" ref={setHost} />
    </figure>
  );
};
