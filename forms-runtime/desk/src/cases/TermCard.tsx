import type { CaseView, TermView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { StatusTag, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { RemainingDays } from '../worklist/RemainingDays.tsx';
import { TermSuspensions } from './TermSuspensions.tsx';

interface TermProps {
  readonly term: TermView;
  readonly file: CaseView;
}

const Standing = ({ term }: Pick<TermProps, 'term'>) => {
  const t = useDeskText();
  const { date } = useFormatters();
  if (term.state === 'running' || term.state === 'expired')
    return <RemainingDays days={term.remainingDays} dueOn={term.dueOn} kind={term.kind} />;
  if (term.state === 'met' || term.state === 'replaced')
    return <strong>{t(`term.${term.state}.on`, { date: date(term.endedOn ?? term.dueOn) })}</strong>;
  const left = t.plural(term.kind === 'workingDays' ? 'term.kept.working' : 'term.kept', term.remainingDays);
  return (
    <>
      <strong>{t(`term.${term.state}`)}</strong>
      <p>{left}</p>
    </>
  );
};

/** One term: how it stands, what held it up, what it means when it is over, and on what basis. */
const Term = ({ term, file }: TermProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return (
    <div className="iris-stack iris-stack--tight">
      <p>
        {read(term.label)} {term.isServiceTarget && <StatusTag tone="accent">{t('term.target')}</StatusTag>}
      </p>
      <Standing term={term} />
      <p className="iris-muted">
        {t.plural(`term.length.${term.kind}`, term.length)} · {t('term.started', { date: date(term.startedOn) })}
      </p>
      <TermSuspensions term={term} requests={file.informationRequests} />
      {term.effect !== 'none' && <p className="iris-muted">{t(`term.effect.${term.effect}`)}</p>}
      <p className="iris-muted">{t('term.law', { ref: read(term.legalRef) })}</p>
    </div>
  );
};

const hasEnded = ({ state }: TermView): boolean => state === 'met' || state === 'replaced' || state === 'expired';

/** The terms of a case: those that run, and on demand those that ran before. */
export const TermCard = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const watched = file.term?.id;
  const shown = file.terms.filter((term) => !hasEnded(term) || term.id === watched);
  const earlier = file.terms.filter((term) => !shown.includes(term));
  return (
    <div className="iris-stack">
      {shown.length === 0 && <p className="iris-muted">{t('term.none')}</p>}
      {shown.map((term) => (
        <Term key={term.id} term={term} file={file} />
      ))}
      {earlier.length > 0 && (
        <details className="desk-fold">
          <summary>{t.plural('term.earlier', earlier.length)}</summary>
          <div className="iris-stack">
            {earlier.map((term) => (
              <Term key={term.id} term={term} file={file} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
};
