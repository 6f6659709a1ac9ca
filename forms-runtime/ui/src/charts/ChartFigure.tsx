import { useId, useState, type ReactNode } from 'react';
import { DataTable, type Column } from '../components/DataTable.tsx';
import { useUiText } from '../i18n/ui-messages.ts';
import { useWidth } from './use-width.ts';

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
}

/** One place on the axis with a value of each series; null where there is none. */
export interface ChartPoint {
  readonly id: string;
  readonly label: string;
  /** What stands below the axis, where the label is too long. */
  readonly short?: string;
  readonly values: readonly (number | null)[];
}

export interface ChartProps {
  readonly title: string;
  /** What it shows and what to see in it, in a sentence. */
  readonly description: string;
  /** What the points are, as the head of their column. */
  readonly pointName: string;
  readonly series: readonly ChartSeries[];
  readonly points: readonly ChartPoint[];
  readonly format: (value: number) => string;
  /** The same in few characters, for the axis; where what `format` says is short itself, nothing. */
  readonly shortFormat?: (value: number) => string;
  /** The largest value that there can be, where a scale has one: the axis then always goes there. */
  readonly most?: number;
  /** When given, each value of the table leads to what is behind it. */
  readonly cell?: (point: ChartPoint, series: ChartSeries, text: string) => ReactNode;
}

export interface DrawingProps extends Pick<ChartProps, 'series' | 'points'> {
  /** What stands beside the axis. */
  readonly format: (value: number) => string;
  /** The largest value that is drawn, or that there can be. */
  readonly most: number;
  readonly width: number;
  readonly height: number;
  /** The point that is read. */
  readonly at: number;
}

interface FigureProps extends ChartProps {
  readonly draw: (props: DrawingProps) => ReactNode;
}

const HEIGHT = 240;

const useReading = ({ series, format }: Pick<ChartProps, 'series' | 'format'>) => {
  const t = useUiText();
  const textOf = (value: number | null | undefined): string =>
    value === null || value === undefined ? t('chart.none') : format(value);
  return {
    textOf,
    read: (point: ChartPoint | undefined): string =>
      point === undefined
        ? ''
        : `${point.label} · ${series.map(({ label }, index) => t('labelled', { label, value: textOf(point.values[index]) })).join(' · ')}`,
  };
};

const Legend = ({ series }: Pick<ChartProps, 'series'>) => (
  <ul className="iris-chart__legend">
    {series.map(({ id, label }, index) => (
      <li key={id}>
        <svg aria-hidden="true" width="28" height="14" viewBox="0 0 28 14" className={`iris-chart__series-${index}`}>
          <rect className="iris-chart__bar" x="1" y="1" width="12" height="12" />
          <path className="iris-chart__line" d="M14 7h14" />
        </svg>
        {label}
      </li>
    ))}
  </ul>
);

const columnsOf = (
  { pointName, series, cell }: FigureProps,
  textOf: ReturnType<typeof useReading>['textOf'],
): readonly Column<ChartPoint>[] => [
  { id: 'point', header: pointName, cell: ({ label }) => label },
  ...series.map((one, index) => ({
    id: one.id,
    header: one.label,
    kind: 'number' as const,
    cell: (point: ChartPoint) => {
      const text = textOf(point.values[index]);
      return cell === undefined ? text : cell(point, one, text);
    },
  })),
];

/**
 * A drawing with all that who cannot see it, or not well, needs: a title and a sentence, a slider that reads point after point by
 * keyboard or finger, and the same figures as a table.
 */
export const ChartFigure = (props: FigureProps) => {
  const { title, description, series, points, format, shortFormat = format, most = 0, draw } = props;
  const values = points.flatMap((point) => point.values.map((value) => value ?? 0));
  const t = useUiText();
  const id = useId();
  const [frame, width] = useWidth();
  const [chosen, choose] = useState(points.length - 1);
  const at = Math.min(chosen, points.length - 1);
  const { textOf, read } = useReading({ series, format });
  const reading = read(points[at]);
  return (
    <figure className="iris-chart" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <figcaption>
        <h2 id={`${id}-title`} className="iris-chart__title">
          {title}
        </h2>
        <p id={`${id}-text`} className="iris-muted">
          {description}
        </p>
      </figcaption>
      {series.length > 1 && <Legend series={series} />}
      <div ref={frame} className="iris-chart__frame">
        <svg aria-hidden="true" focusable="false" viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
          {draw({ width, height: HEIGHT, series, points, format: shortFormat, most: Math.max(most, ...values), at })}
        </svg>
        <input
          className="iris-chart__reader"
          type="range"
          min={0}
          max={Math.max(0, points.length - 1)}
          value={at}
          aria-label={t('chart.read', { title })}
          aria-valuetext={reading}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        />
        <p className="iris-chart__reading" aria-hidden="true">
          {reading}
        </p>
      </div>
      <details className="iris-chart__twin">
        <summary>{t('chart.table')}</summary>
        <DataTable
          onPhone="table"
          caption={title}
          captionHidden
          columns={columnsOf(props, textOf)}
          rows={points}
          rowKey={(point) => point.id}
        />
      </details>
    </figure>
  );
};
