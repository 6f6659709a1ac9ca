import type { ElementCount } from '@irisflow/client';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useCallback } from 'react';
import { showCounts, showMissed } from '../process/viewer/show-counts.ts';
import { useTexts } from '../texts/use-texts.ts';
import { CountTable } from './CountTable.tsx';
import { ViewedDiagram } from './ViewedDiagram.tsx';

export interface CountedDiagramProps {
  label: string;
  xml: string;
  counts: readonly ElementCount[];
  /** Ids of elements where nothing came, to be seen. */
  missed?: readonly string[];
}

const none: readonly string[] = [];

/** A diagram with numbers on its elements, buttons to move it, and the same numbers as a table. */
export const CountedDiagram = ({ label, xml, counts, missed = none }: CountedDiagramProps) => {
  const t = useTexts();
  const paint = useCallback(
    (viewer: NavigatedViewer) => {
      showCounts(viewer, counts, {
        active: (count) => t.plural('count.active', count),
        incidents: (count) => t.plural('list.incidents', count),
        completed: (count) => t.plural('count.completed', count),
      });
      showMissed(viewer, missed, t('count.missed'));
    },
    [counts, missed, t],
  );
  return (
    <ViewedDiagram label={label} xml={xml} paint={paint}>
      <details>
        <summary>{t('diagram.asTable')}</summary>
        <CountTable xml={xml} counts={counts} />
      </details>
    </ViewedDiagram>
  );
};
