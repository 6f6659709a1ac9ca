import type { AuditVerification as Verification } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, Notice, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useVerification } from './use-audit.ts';

const Findings = ({ findings }: Pick<Verification, 'findings'>) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  return (
    <ul>
      {findings.map(({ problem, from, since }) => (
        <li key={`${problem} ${from}`}>
          {t(`audit.problem.${problem}`, { from })}{' '}
          {since === null ? t('audit.since.none') : t('audit.since', { at: dateTime(since) })}
        </li>
      ))}
    </ul>
  );
};

const Verdict = ({ verdict }: { readonly verdict: Verification }) => {
  const t = useDeskText();
  const { dateTime, number } = useFormatters();
  const { intact, entries, anchoredAt, checkedAt, findings } = verdict;
  return (
    <Notice
      live
      tone={intact ? 'success' : 'danger'}
      title={intact ? t('audit.intact', { entries: number(entries) }) : t('audit.broken')}
    >
      {!intact && <Findings findings={findings} />}
      <p>
        {t('audit.checked', { at: dateTime(checkedAt) })}{' '}
        {anchoredAt === null ? t('audit.anchored.never') : t('audit.anchored', { at: dateTime(anchoredAt) })}
      </p>
    </Notice>
  );
};

/** Whether the log can be believed, checked on demand, and the log to take away. */
export const AuditVerification = () => {
  const t = useDeskText();
  const { data, error, isFetching, refetch } = useVerification();
  return (
    <section className="iris-stack" aria-label={t('audit.verification')}>
      <div className="iris-row">
        <Button tone="secondary" size="small" busy={isFetching} onClick={() => void refetch()}>
          {t('audit.verify')}
        </Button>
        {/* A plain link: the browser saves what comes, however long it is. */}
        <a className="iris-button iris-button--secondary iris-button--small" href="/api/audit/export" download>
          {t('audit.export')}
        </a>
      </div>
      {data === undefined && error === null && <p className="iris-muted">{t('audit.unchecked')}</p>}
      {error !== null && <Failure error={error} onRetry={() => void refetch()} />}
      {data !== undefined && error === null && <Verdict verdict={data} />}
    </section>
  );
};
