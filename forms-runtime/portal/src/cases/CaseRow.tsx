import type { MyCaseSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, useFormatters } from '@irisflow/ui';
import { useUnread } from '../messages/use-messages.ts';
import { usePortalText } from '../texts/portal-texts.ts';
import { CaseStatusTag } from './CaseStatusTag.tsx';
import { useDueText } from './use-due-text.ts';

/** One case in a list: where it stands, what comes next, what was new last, and until when. */
export const CaseRow = ({ summary }: { readonly summary: MyCaseSummary }) => {
  const t = usePortalText();
  const read = useLocalized();
  const { date, dateTime } = useFormatters();
  const due = useDueText(summary.term, summary.status);
  const unread = useUnread().data?.find(({ caseId }) => caseId === summary.id)?.unread ?? 0;
  const { id, title, reference, submittedAt, awaitsApplicant, step, nextStep, news, role } = summary;
  return (
    <li className={awaitsApplicant ? 'portal-row portal-row--awaiting' : 'portal-row'}>
      <div>
        <h3 className="portal-row__title">
          <AppLink href={`/my/cases/${id}`}>{read(title)}</AppLink>
        </h3>
        <p className="portal-row__meta">
          <span>{t('case.reference', { reference })}</span>
          {role !== null && <span>{t('cases.part', { role: read(role), name: summary.applicant })}</span>}
          <span>{t('cases.submitted', { at: dateTime(submittedAt) })}</span>
        </p>
        {step !== null && (
          <p className="portal-row__step">
            {nextStep === null
              ? t('cases.step', { step: read(step) })
              : t('cases.step.next', { step: read(step), next: read(nextStep) })}
          </p>
        )}
        {news !== null && (
          <p className="portal-row__news">{t('cases.news', { text: read(news.text), at: date(news.at) })}</p>
        )}
        {unread > 0 && <p className="portal-row__due">{t.plural('message.unread', unread)}</p>}
        {due !== undefined && <p className="portal-row__due">{due.title}</p>}
      </div>
      <CaseStatusTag standing={summary} />
    </li>
  );
};
