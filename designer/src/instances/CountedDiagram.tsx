import type { ElementCount } from '@irisflow/client';
import { useEffect, useMemo } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { fitDiagram, viewerSides } from '../process/fit-diagram.ts';
import { showCounts, showMissed } from '../process/viewer/show-counts.ts';
import { useViewer } from '../process/viewer/use-viewer.ts';
import { useTexts } from '../texts/use-texts.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import { CountTable } from './CountTable.tsx';
import './counted-diagram.css';

export interface CountedDiagramProps {
  label: string;
  xml: string;
  counts: readonly ElementCount[];
  /** Ids of elements where nothing came, to be seen. */
  missed?: readonly string[];
}

const none: readonly string[] = [];

interface Canvas {
  zoom(level?: number | string, center?: string): number;
  scroll(delta: { dx: number; dy: number }): void;
}

const panStep = 120;

/** A diagram with numbers on its elements, buttons to move it, and the same numbers as a table. */
export const CountedDiagram = ({ label, xml, counts, missed = none }: CountedDiagramProps) => {
  const t = useTexts();
  const { setHost, viewer, failure } = useViewer(xml);
  const texts = useMemo(
    () => ({
      active: (count: number) => t.plural('count.active', count),
      incidents: (count: number) => t.plural('list.incidents', count),
      completed: (count: number) => t.plural('count.completed', count),
    }),
    [t],
  );
  useEffect(() => {
    if (viewer !== null) showCounts(viewer, counts, texts);
  }, [viewer, counts, texts]);
  useEffect(() => {
    if (viewer !== null) showMissed(viewer, missed, t('count.missed'));
  }, [viewer, missed, t]);

  const canvas = (): Canvas | null => viewer?.get<Canvas>('canvas') ?? null;
  const zoomBy = (factor: number): void => {
    const current = canvas();
    current?.zoom(current.zoom() * factor);
  };
  const pan = (dx: number, dy: number): void => canvas()?.scroll({ dx, dy });

  return (
    <figure className="counted-diagram" aria-label={label}>
      <div className="toolbar" role="toolbar" aria-label={t('process.toolbar')}>
        <ToolButton icon="minus" label={t('process.zoomOut')} onClick={() => zoomBy(0.8)} />
        <ToolButton icon="plus" label={t('process.zoomIn')} onClick={() => zoomBy(1.25)} />
        <ToolButton
          icon="fit"
          label={t('process.fit')}
          onClick={() => viewer !== null && fitDiagram(viewer.get('canvas'), viewerSides)}
        />
        <span className="toolbar__gap" />
        <ToolButton icon="left" label={t('diagram.left')} onClick={() => pan(panStep, 0)} />
        <ToolButton icon="right" label={t('diagram.right')} onClick={() => pan(-panStep, 0)} />
        <ToolButton icon="up" label={t('diagram.up')} onClick={() => pan(0, panStep)} />
        <ToolButton icon="down" label={t('diagram.down')} onClick={() => pan(0, -panStep)} />
      </div>
      <div className="counted-diagram__host" ref={setHost} />
      {failure !== null && <FileFailure path="BPMN" failure={failure} />}
      <figcaption>
        <details>
          <summary>{t('diagram.asTable')}</summary>
          <CountTable xml={xml} counts={counts} />
        </details>
      </figcaption>
    </figure>
  );
};
