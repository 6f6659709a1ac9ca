import type { ElementCount } from '@irisflow/client';
import { useEffect, useMemo } from 'react';
import { ToolButton } from '../app/ToolButton.tsx';
import { showCounts, showMissed } from '../process/viewer/show-counts.ts';
import { useViewer } from '../process/viewer/use-viewer.ts';
import { ViewerTools } from '../process/viewer/ViewerTools.tsx';
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
      <figcaption>
        <details>
          <summary>{t('diagram.asTable')}</summary>
          <CountTable xml={xml} counts={counts} />
        </details>
      </figcaption>
    </figure>
  );
};
