import type { CaseAppeals } from '@irisflow/client';
import { Notice, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useAppeals } from './use-cases.ts';

interface AppealProps {
  readonly appeal: CaseAppeals['appeals'][number];
}

const Running = ({ appeal: { reference, suspendedSince, suspends } }: AppealProps) => {
  const t = useDeskText();
  const { longDate } = useFormatters();
  if (suspendedSince === null) return null;
  return (
    <Notice tone="warning" title={t('appeal.suspended', { day: longDate(suspendedSince) })}>
      <p>{t('appeal.suspended.by', { reference })}</p>
      <ul>
        {suspends.map((what) => (
          <li key={what}>{t(`appeal.suspends.${what}`)}</li>
        ))}
      </ul>
    </Notice>
  );
};

const Over = ({ appeal: { reference, endedOn, ruling, against, replacedBy } }: AppealProps) => {
  const t = useDeskText();
  const { longDate } = useFormatters();
  if (endedOn === null) return null;
  return (
    <p>
      {t('appeal.over', { reference, day: longDate(endedOn) })}
      {ruling !== null && ` · ${t(`appeal.ruling.${ruling}`)}`}
      {against !== null && replacedBy !== null && (
        <>
          <br />
          <strong>
            {t('appeal.replaced', { day: longDate(against.decidedOn), by: longDate(replacedBy.decidedOn) })}
          </strong>
        </>
      )}
    </p>
  );
};

/** What the appeals against the decisions of a case suspend, and which decision took the place of which. */
export const AppealEffects = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const { data } = useAppeals(caseId);
  if (data === undefined || data.appeals.length === 0) return null;
  return (
    <div className="iris-stack">
      {data.appeals.map((appeal) => (
        <div key={appeal.caseId} className="iris-stack iris-stack--tight">
          <Running appeal={appeal.endedOn === null ? appeal : { ...appeal, suspendedSince: null }} />
          <Over appeal={appeal} />
          <details>
            <summary>
              {t('appeal.said')} ({appeal.reference})
            </summary>
            <p className="desk-said">{appeal.summary}</p>
          </details>
        </div>
      ))}
    </div>
  );
};
