import type { TermView } from '@irisflow/client';
import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { urgencyOf } from './urgency.ts';

export interface RemainingDaysProps {
  /** Negative once the limit is past; null without a limit. */
  readonly days: number | null;
  readonly dueOn: string | null;
  /** Days, unless it is a term of working days; days late are always days. */
  readonly kind?: TermView['kind'];
}

/** Remaining legal days in words, with their date; the color only repeats what the words say. */
export const RemainingDays = ({ days, dueOn, kind }: RemainingDaysProps) => {
  const t = useDeskText();
  const { date } = useFormatters();
  if (days === null || dueOn === null) return <span className="iris-muted">{t('due.none')}</span>;
  const words = (): string => {
    if (days === 0) return t('due.today');
    if (days < 0) return t.plural('due.overdue', -days);
    return t.plural(kind === 'workingDays' ? 'due.left.working' : 'due.left', days);
  };
  return (
    <span className={`desk-days desk-days--${urgencyOf(days)}`}>
      <strong>{words()}</strong>
      <span className="desk-days__date">{date(dueOn)}</span>
    </span>
  );
};
