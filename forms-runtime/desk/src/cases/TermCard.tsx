import type { TermView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { RemainingDays } from '../worklist/RemainingDays.tsx';

/** The legal limit of a case: how long is left, what held it up, and on what basis. */
export const TermCard = ({ term }: { readonly term: TermView | null }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  if (term === null) return <p className="iris-muted">{t('term.none')}</p>;
  return (
    <div className="iris-stack iris-stack--tight">
      <p>{read(term.label)}</p>
      {term.state === 'running' || term.state === 'expired' ? (
        <RemainingDays days={term.remainingDays} dueOn={term.dueOn} />
      ) : (
        <strong>{t(`term.${term.state}`)}</strong>
      )}
      <p className="iris-muted">{t('term.started', { date: date(term.startedOn) })}</p>
      {term.suspensions.length > 0 && (
        <ul className="desk-suspensions">
          {term.suspensions.map(({ from, to, reason }) => (
            <li key={from}>
              {to === null
                ? t('term.suspended.since', { from: date(from) })
                : t('term.suspended.between', { from: date(from), to: date(to) })}{' '}
              <span className="iris-muted">{reason}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="iris-muted">{t('term.law', { ref: term.legalRef })}</p>
    </div>
  );
};
