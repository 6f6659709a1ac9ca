import { Axes } from './Axes.tsx';
import { placeOf, plotOf, ticksUpTo } from './chart-scale.ts';
import { ChartFigure, type ChartProps, type DrawingProps } from './ChartFigure.tsx';

const Bars = (props: DrawingProps) => {
  const { width, height, series, points, most } = props;
  const plot = plotOf(width, height);
  const ticks = ticksUpTo(most);
  const largest = ticks.at(-1) ?? 0;
  const share = plot.width / Math.max(1, points.length);
  const bar = Math.min(28, (share * 0.7) / Math.max(1, series.length));
  return (
    <>
      <Axes {...props} ticks={ticks} />
      {points.map(({ id, values }, index) => (
        <g key={id}>
          {values.map((value, which) => {
            const y = placeOf(plot, value ?? 0, largest);
            const from = plot.left + (index + 0.5) * share - (bar * values.length) / 2;
            return (
              <g key={series[which]?.id ?? which} className={`iris-chart__series-${which}`}>
                <rect
                  className="iris-chart__bar"
                  x={from + which * bar}
                  y={y}
                  width={Math.max(1, bar - 2)}
                  height={plot.top + plot.height - y}
                />
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
};

const draw = (props: DrawingProps) => <Bars {...props} />;

/** Counts side by side, such as what came and what went, month by month. */
export const BarChart = (props: ChartProps) => <ChartFigure {...props} draw={draw} />;
