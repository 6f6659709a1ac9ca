import { labelEvery, placeOf, plotOf } from './chart-scale.ts';
import type { DrawingProps } from './ChartFigure.tsx';

export interface AxesProps extends Pick<DrawingProps, 'width' | 'height' | 'points' | 'format' | 'at'> {
  readonly ticks: readonly number[];
}

const LABEL_WIDTH = 44;
const CHARACTER_WIDTH = 7.5;

/** What the longest label takes. */
const labelWidth = (points: AxesProps['points']): number =>
  Math.max(LABEL_WIDTH, ...points.map(({ label, short = label }) => short.length * CHARACTER_WIDTH));

/** The lines that values are read against, the labels below, and a band behind the point that is read. */
export const Axes = ({ width, height, points, format, at, ticks }: AxesProps) => {
  const plot = plotOf(width, height);
  const largest = ticks.at(-1) ?? 0;
  const share = plot.width / Math.max(1, points.length);
  const every = labelEvery(points.length, plot.width, labelWidth(points));
  return (
    <g className="iris-chart__axes">
      <rect className="iris-chart__here" x={plot.left + at * share} y={plot.top} width={share} height={plot.height} />
      {ticks.map((tick) => {
        const y = placeOf(plot, tick, largest);
        return (
          <g key={tick}>
            <line x1={plot.left} x2={plot.left + plot.width} y1={y} y2={y} />
            <text x={plot.left - 6} y={y + 4} textAnchor="end">
              {format(tick)}
            </text>
          </g>
        );
      })}
      {points.map(({ id, label, short = label }, index) =>
        (points.length - 1 - index) % every === 0 ? (
          <text key={id} x={plot.left + (index + 0.5) * share} y={height - 12} textAnchor="middle">
            {short}
          </text>
        ) : null,
      )}
    </g>
  );
};
