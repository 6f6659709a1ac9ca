import { dayOf } from '@irisflow/calendar';
import { DateField, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { exampleOf } from './term-example.ts';
import type { ProcedureTerm } from './procedure-file.ts';

interface TermExampleProps {
  readonly term: ProcedureTerm;
  readonly index: number;
}

/** On which day a term would be due, for a day that somebody tries. */
export const TermExample = ({ term, index }: TermExampleProps) => {
  const t = useTexts();
  const { longDate, date } = useFormatters();
  const [actOn, setActOn] = useState<string | undefined>(() => dayOf(Date.now()));
  const example = exampleOf(term, actOn);
  return (
    <div className="iris-stack iris-stack--tight">
      <DateField id={`term-example-${index}`} label={t('settings.term.example')} value={actOn} onChange={setActOn} />
      {example !== undefined && (
        <p className="iris-muted" aria-live="polite">
          {t('settings.term.due', { date: longDate(example.dueOn) })}
          {example.warnOn !== null && ` ${t('settings.term.warned', { date: longDate(example.warnOn) })}`}
        </p>
      )}
      {example !== undefined && example.holidays.length > 0 && (
        <p className="iris-muted">
          {t('settings.term.holidays')}{' '}
          {example.holidays.map(({ day, name }) => `${t(`holiday.${name}`)} (${date(day)})`).join(', ')}
        </p>
      )}
    </div>
  );
};
