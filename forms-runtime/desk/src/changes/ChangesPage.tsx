import type { WaitingChange } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, DataTable, EmptyState, useFormatters } from '@irisflow/ui';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useWaitingChanges } from './use-changes.ts';

const linkToCase = ({ caseId, reference }: WaitingChange) => <AppLink href={`/cases/${caseId}`}>{reference}</AppLink>;

/** What applicants declared in cases of this office and nobody settled, the longest waiting first. */
export const ChangesPage = () => {
  const t = useDeskText();
  const read = useLocalized();
  const { date, dateTime } = useFormatters();
  return (
    <RequireClerk>
      <Page title={t('changes.title')} lead={t('changes.text')} crumbs={[{ href: '/', label: t('nav.tasks') }]}>
        <Answered query={useWaitingChanges()}>
          {(changes) =>
            changes.length === 0 ? (
              <EmptyState title={t('changes.empty')} />
            ) : (
              <DataTable
                caption={t('changes.title')}
                captionHidden
                rowKey={({ id }) => id}
                rows={changes}
                columns={[
                  {
                    id: 'case',
                    header: t('changes.case'),
                    cell: linkToCase,
                  },
                  { id: 'applicant', header: t('changes.applicant'), cell: ({ applicant }) => applicant },
                  { id: 'procedure', header: t('changes.procedure'), cell: ({ procedure }) => read(procedure) },
                  {
                    id: 'what',
                    header: t('changes.what'),
                    cell: ({ what, isWithdrawal }) =>
                      isWithdrawal
                        ? t('changes.what.part', { part: what.map(read).join(', ') })
                        : what.map(read).join(', '),
                  },
                  { id: 'since', header: t('changes.since'), cell: ({ since }) => date(since) },
                  { id: 'declared', header: t('changes.declared'), cell: ({ declaredAt }) => dateTime(declaredAt) },
                ]}
              />
            )
          }
        </Answered>
      </Page>
    </RequireClerk>
  );
};
