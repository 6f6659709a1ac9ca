import { Axes } from './Axes.tsx';
import { placeOf, plotOf, ticksUpTo } from './chart-scale.ts';
import { ChartFigure, type ChartPoint, type ChartProps, type DrawingProps } from './ChartFigure.tsx';

interface Dot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** The unbroken stretches of a line: where a value is missing, it stops. */
const stretchesOf = (
  points: readonly ChartPoint[],
  which: number,
  dotOf: (index: number, value: number) => Omit<Dot, 'id'>,
) => {
  const stretches: Dot[][] = [[]];
  points.forEach(({ id, values }, index) => {
    const value = values[which];
    if (value === null || value === undefined) stretches.push([]);
    else stretches.at(-1)?.push({ id, ...dotOf(index, value) });
  });
  return stretches.filter((stretch) => stretch.length > 0);
};

const pathOf = (dots: readonly Dot[]): string =>
  dots.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');

const Lines = (props: DrawingProps) => {
  const { width, height, series, points, most } = props;
  const plot = plotOf(width, height);
  const ticks = ticksUpTo(most);
  const largest = ticks.at(-1) ?? 0;
  const share = plot.width / Math.max(1, points.length);
  const dotOf = (index: number, value: number) => ({
    x: plot.left + (index + 0.5) * share,
    y: placeOf(plot, value, largest),
  });
  return (
    <>
      <Axes {...props} ticks={ticks} />
      {series.map(({ id }, which) => (
        <g key={id} className={`iris-chart__series-${which}`}>
          {stretchesOf(points, which, dotOf).map((dots) => (
            <g key={dots[0]?.id}>
              <path className="iris-chart__line" d={pathOf(dots)} />
              {dots.map((dot) =>
                which === 0 ? (
                  <circle key={dot.id} className="iris-chart__bar" cx={dot.x} cy={dot.y} r="4" />
                ) : (
                  <rect key={dot.id} className="iris-chart__bar" x={dot.x - 4} y={dot.y - 4} width="8" height="8" />
                ),
              )}
            </g>
          ))}
        </g>
      ))}
    </>
  );
};

const draw = (props: DrawingProps) => <Lines {...props} />;

/** How something went over time; series differ in their stroke and their marks, not in color alone. */
export const LineChart = (props: ChartProps) => <ChartFigure {...props} draw={draw} />;
