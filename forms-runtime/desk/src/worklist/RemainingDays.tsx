import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { urgencyOf } from './urgency.ts';

export interface RemainingDaysProps {
  /** Negative once the limit is past; null without a limit. */
  readonly days: number | null;
  readonly dueOn: string | null;
}

/** Remaining legal days in words, with their date; the color only repeats what the words say. */
export const RemainingDays = ({ days, dueOn }: RemainingDaysProps) => {
  const t = useDeskText();
  const { date } = useFormatters();
  if (days === null || dueOn === null) return <span className="iris-muted">{t('due.none')}</span>;
  const words = (): string => {
    if (days === 0) return t('due.today');
    return days < 0 ? t.plural('due.overdue', -days) : t.plural('due.left', days);
  };
  return (
    <span className={`desk-days desk-days--${urgencyOf(days)}`}>
      <strong>{words()}</strong>
      <span className="desk-days__date">{date(dueOn)}</span>
    </span>
  );
};
