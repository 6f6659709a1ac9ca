import type { Numbers } from '@irisflow/client';
import { BarChart, LineChart, useFormatters, useLocale, type ChartPoint, type ChartSeries } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import type { Measure } from './use-numbers.ts';

type MonthFigures = Numbers['months'][number];

/** What leads from a number to the cases behind it. */
export type Lead = (month: string, measure: Measure, text: string) => ReactNode;

const tags = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' } as const;

export const useMonthNames = () => {
  const tag = tags[useLocale()];
  const say = (month: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  return {
    long: (month: string) => say(month, { month: 'long', year: 'numeric' }),
    short: (month: string) => `${say(month, { month: '2-digit' })}/${month.slice(2, 4)}`,
  };
};

interface ChartsProps {
  readonly months: readonly MonthFigures[];
  readonly lead: Lead;
}

const isMeasure = (id: string): id is Measure => id === 'inflow' || id === 'ended' || id === 'stock' || id === 'late';

/** The months of a period as three charts, each with its table. */
export const MonthCharts = ({ months, lead }: ChartsProps) => {
  const t = useDeskText();
  const { number } = useFormatters();
  const name = useMonthNames();
  const pointsOf = (values: (figures: MonthFigures) => readonly (number | null)[]): readonly ChartPoint[] =>
    months.map((figures) => ({
      id: figures.month,
      label: name.long(figures.month),
      short: name.short(figures.month),
      values: values(figures),
    }));
  const cell = (point: ChartPoint, { id }: ChartSeries, text: string): ReactNode =>
    isMeasure(id) ? lead(point.id, id, text) : text;
  const shared = { pointName: t('numbers.month'), format: number, cell };
  return (
    <>
      <BarChart
        {...shared}
        title={t('numbers.flow')}
        description={t('numbers.flow.text')}
        series={[
          { id: 'inflow', label: t('numbers.inflow') },
          { id: 'ended', label: t('numbers.ended') },
        ]}
        points={pointsOf(({ inflow, ended }) => [inflow, ended])}
      />
      <LineChart
        {...shared}
        title={t('numbers.time')}
        description={t('numbers.time.text')}
        series={[
          { id: 'median', label: t('numbers.median') },
          { id: 'p90', label: t('numbers.p90') },
        ]}
        points={pointsOf(({ medianDays, p90Days }) => [medianDays, p90Days])}
      />
      <BarChart
        {...shared}
        title={t('numbers.stocks')}
        description={t('numbers.stocks.text')}
        series={[{ id: 'stock', label: t('numbers.stock') }]}
        points={pointsOf(({ stock }) => [stock])}
      />
    </>
  );
};
