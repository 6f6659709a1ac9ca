import type { WatchedStep } from '@irisflow/client';
import { Button, DataTable, useFormatters, useLocale, type Column, type Sorting } from '@irisflow/ui';
import { useState } from 'react';
import { kindWords } from '../instances/kind-words.ts';
import { useTexts } from '../texts/use-texts.ts';
import { durationWords } from './duration-words.ts';
import { isDuration, measures, type HeatMeasure } from './heat.ts';

type Figure = HeatMeasure | 'standingP90';

const figures: readonly Figure[] = ['standing', 'standingMedian', 'standingP90', 'passings', 'median', 'p90'];

const isFigure = (column: string): column is Figure => figures.some((figure) => figure === column);
const takesTime = (figure: Figure): boolean => figure === 'standingP90' || isDuration(figure);

const useCell = () => {
  const t = useTexts();
  const locale = useLocale();
  const { number } = useFormatters();
  return (step: WatchedStep, figure: Figure): string => {
    const value = step[figure];
    if (takesTime(figure)) return value === null ? '–' : durationWords(value, locale);
    return value === null ? t('watch.hidden') : number(value);
  };
};

const useName = () => {
  const t = useTexts();
  const locale = useLocale();
  return ({ name, kind, elementId }: WatchedStep): string => {
    const called = name?.[locale] ?? (kind === null ? elementId : kindWords(kind, locale));
    return kind === null ? t('watch.earlier', { name: called }) : called;
  };
};

/** What is left out sorts as the fewest. */
const compare = (figure: Figure, direction: number) => (a: WatchedStep, b: WatchedStep) =>
  direction * ((a[figure] ?? -1) - (b[figure] ?? -1));

export interface StepTableProps {
  readonly caption: string;
  readonly steps: readonly WatchedStep[];
  readonly measure: HeatMeasure;
}

/** As many as anybody reads on a telephone; the others are one click away. */
const FIRST = 10;

/** The numbers of a drawing as a table: for who does not see it, and for a small screen. Those that the colors show come first. */
export const StepTable = ({ caption, steps, measure }: StepTableProps) => {
  const t = useTexts();
  const cell = useCell();
  const nameOf = useName();
  const [chosen, setChosen] = useState<{ readonly measure: HeatMeasure; readonly sorting: Sorting }>();
  const sorting: Sorting = chosen?.measure === measure ? chosen.sorting : { column: measure, direction: 'descending' };
  const [isWhole, setWhole] = useState(false);
  const figure = isFigure(sorting.column) ? sorting.column : measures[0];
  const columns: Column<WatchedStep>[] = [
    { id: 'step', header: t('watch.step'), cell: nameOf },
    ...figures.map((each): Column<WatchedStep> => ({
      id: each,
      header: t(`watch.column.${each}`),
      kind: 'number',
      sortable: true,
      cell: (step) => cell(step, each),
    })),
  ];
  const sorted = steps.toSorted(compare(figure, sorting.direction === 'ascending' ? 1 : -1));
  return (
    <>
      <DataTable
        caption={caption}
        captionHidden
        columns={columns}
        rows={isWhole ? sorted : sorted.slice(0, FIRST)}
        rowKey={({ elementId }) => elementId}
        sorting={sorting}
        onSort={(next) => setChosen({ measure, sorting: next })}
      />
      {sorted.length > FIRST && (
        <p>
          <Button tone="secondary" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('watch.fewer') : t('watch.all', { count: sorted.length })}
          </Button>
        </p>
      )}
    </>
  );
};
