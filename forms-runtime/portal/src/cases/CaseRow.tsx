import type { CaseSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { AppLink, useFormatters } from '@irisflow/ui';
import { useUnread } from '../messages/use-messages.ts';
import { usePortalText } from '../texts/portal-texts.ts';
import { CaseStatusTag } from './CaseStatusTag.tsx';
import { useDueText } from './use-due-text.ts';

/** One case in a list. */
export const CaseRow = ({ summary }: { readonly summary: CaseSummary }) => {
  const t = usePortalText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  const due = useDueText(summary.term, summary.status);
  const unread = useUnread().data?.find(({ caseId }) => caseId === summary.id)?.unread ?? 0;
  const { id, title, reference, submittedAt, awaitsApplicant } = summary;
  return (
    <li className={awaitsApplicant ? 'portal-row portal-row--awaiting' : 'portal-row'}>
      <div>
        <h3 className="portal-row__title">
          <AppLink href={`/my/cases/${id}`}>{read(title)}</AppLink>
        </h3>
        <p className="portal-row__meta">
          <span>{t('case.reference', { reference })}</span>
          <span>{t('cases.submitted', { at: dateTime(submittedAt) })}</span>
        </p>
        {unread > 0 && <p className="portal-row__due">{t.plural('message.unread', unread)}</p>}
        {due !== undefined && <p className="portal-row__due">{due.title}</p>}
      </div>
      <CaseStatusTag standing={summary} />
    </li>
  );
};
