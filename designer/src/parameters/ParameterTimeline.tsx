import { useFormatters } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import type { Parameter } from './parameter-file.ts';
import { timeLineOf, type Stretch } from './timeline.ts';

interface TimelineProps {
  readonly parameter: Parameter;
  readonly name: string;
  readonly today: string;
}

const x = (at: number): string => `${at}%`;

interface ValueProps {
  readonly stretch: Stretch;
  readonly unit: string;
}

/** A nested drawing cuts a text off where its value ends. */
const Value = ({ stretch: { value, from, to, isOpen }, unit }: ValueProps) => {
  const { number, date } = useFormatters();
  const end = value.validTo === null ? '' : date(value.validTo);
  return (
    <svg x={x(from)} y="22" width={x(Math.max(0.5, to - from))} height="40">
      <title>{`${number(value.value)} ${unit}, ${date(value.validFrom)} – ${end} ${value.legalRef}`}</title>
      <rect
        width="100%"
        height="100%"
        className={isOpen ? 'parameter-timeline__value parameter-timeline__value--open' : 'parameter-timeline__value'}
      />
      <text x="8" y="17" className="parameter-timeline__amount">
        {`${number(value.value)} ${unit}`}
      </text>
      <text x="8" y="33">
        {value.legalRef}
      </text>
    </svg>
  );
};

/** The values of a parameter along the years, with their legal references; the table beneath says the same. */
export const ParameterTimeline = ({ parameter, name, today }: TimelineProps) => {
  const t = useTexts();
  const { date } = useFormatters();
  const line = timeLineOf(parameter.values, today);
  if (line === null) return null;
  return (
    <svg
      className="parameter-timeline"
      role="img"
      aria-label={t('parameter.timeline', { name, day: date(today) })}
      width="100%"
      height="86"
    >
      {line.years.map(({ year, at }) => (
        <g key={year}>
          <line x1={x(at)} x2={x(at)} y1="18" y2="66" className="parameter-timeline__year" />
          <text x={x(at)} y="80" textAnchor="middle">
            {year}
          </text>
        </g>
      ))}
      {line.stretches.map((stretch) => (
        <Value key={`${stretch.value.validFrom} ${stretch.value.value}`} stretch={stretch} unit={parameter.unit} />
      ))}
      {line.gaps.map(({ from, to }) => (
        <rect
          key={from}
          x={x(from)}
          y="22"
          width={x(Math.max(0.5, to - from))}
          height="40"
          className="parameter-timeline__gap"
        />
      ))}
      <line x1={x(line.today)} x2={x(line.today)} y1="14" y2="66" className="parameter-timeline__today" />
      <text x={x(line.today)} y="11" textAnchor="middle" className="parameter-timeline__amount">
        {t('parameter.today')}
      </text>
    </svg>
  );
};
