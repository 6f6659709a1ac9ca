import { nameDiagram } from '@irisflow/frame';
import { useLocale } from '@irisflow/ui';
import { useEffect, useMemo } from 'react';
import { useViewer } from '../process/viewer/use-viewer.ts';
import { ViewerTools } from '../process/viewer/ViewerTools.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { useStepNames } from '../workspace/use-step-names.ts';
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
  const locale = useLocale();
  const names = useStepNames();
  const { setHost, viewer, failure } = useViewer(useMemo(() => nameDiagram(xml, names, locale), [xml, names, locale]));
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
  return (
    <figure className="changed-diagram" aria-label={label}>
      <figcaption>{label}</figcaption>
      <ViewerTools viewer={viewer} />
      <div className="changed-diagram__host" ref={setHost} />
      {failure !== null && <FileFailure path={label} failure={failure} />}
    </figure>
  );
};
