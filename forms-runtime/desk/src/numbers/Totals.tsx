import type { Numbers } from '@irisflow/client';
import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

const percentOf = (part: number, whole: number): number => Math.round((part / whole) * 100);

/** The whole period in seven numbers. */
export const Totals = ({ total }: Pick<Numbers, 'total'>) => {
  const t = useDeskText();
  const { number } = useFormatters();
  const days = (value: number | null): string =>
    value === null ? t('numbers.none') : t('numbers.days', { count: number(value) });
  const share = (part: number, whole: number): string =>
    whole === 0 ? t('numbers.none') : t('numbers.share', { percent: percentOf(part, whole) });
  const facts = [
    [t('numbers.inflow'), number(total.inflow)],
    [t('numbers.ended'), number(total.ended)],
    [t('numbers.stock'), number(total.stock)],
    [t('numbers.median'), days(total.medianDays)],
    [t('numbers.p90'), days(total.p90Days)],
    [t('numbers.within'), share(total.withinTerm, total.withinTerm + total.late)],
    [t('numbers.complete'), share(total.complete, total.inflow)],
  ] as const;
  return (
    <dl className="desk-totals">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
