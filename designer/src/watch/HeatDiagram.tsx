import type { WatchedProcess, WatchView } from '@irisflow/client';
import { nameDiagram } from '@irisflow/frame';
import { useFormatters, useLocale } from '@irisflow/ui';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useCallback, useMemo } from 'react';
import { ViewedDiagram } from '../instances/ViewedDiagram.tsx';
import { showHeat, type Painted } from '../process/viewer/show-heat.ts';
import { useTexts } from '../texts/use-texts.ts';
import { durationWords } from './duration-words.ts';
import { heatOf, hiddenOf, isDuration, type HeatMeasure } from './heat.ts';

export interface HeatDiagramProps {
  readonly view: WatchView;
  readonly process: WatchedProcess;
  readonly measure: HeatMeasure;
}

const usePainted = ({ process: { steps }, measure }: HeatDiagramProps): readonly Painted[] => {
  const t = useTexts();
  const locale = useLocale();
  const { number } = useFormatters();
  return useMemo(() => {
    const words = (value: number, length: 'long' | 'short'): string =>
      isDuration(measure) ? durationWords(value, locale, length) : number(value);
    return [
      ...heatOf(steps, measure).map(({ elementId, value, level }) => ({
        elementId,
        level,
        chip: words(value, 'short'),
        title: t(`watch.chip.${measure}`, { value: words(value, 'long') }),
      })),
      ...hiddenOf(steps, measure).map((elementId) => ({
        elementId,
        level: null,
        chip: '<5',
        title: t('watch.hidden'),
      })),
    ];
  }, [steps, measure, t, locale, number]);
};

/** The published drawing, colored by where the most of something is. */
export const HeatDiagram = (props: HeatDiagramProps) => {
  const { view, process, measure } = props;
  const t = useTexts();
  const locale = useLocale();
  const xml = useMemo(() => nameDiagram(process.xml, view.names, locale), [process.xml, view.names, locale]);
  const painted = usePainted(props);
  const paint = useCallback((viewer: NavigatedViewer) => showHeat(viewer, painted), [painted]);
  return (
    <ViewedDiagram
      label={t('watch.drawing', { measure: t(`watch.measure.${measure}`), version: view.drawn })}
      xml={xml}
      paint={paint}
    >
      <span className="heat-scale">
        <span>{t('watch.least')}</span>
        <span className="heat-scale__colors" aria-hidden="true">
          <i />
          <i />
          <i />
          <i />
          <i />
        </span>
        <span>{t('watch.most')}</span>
      </span>
      <p>{t('watch.zoom')}</p>
    </ViewedDiagram>
  );
};
