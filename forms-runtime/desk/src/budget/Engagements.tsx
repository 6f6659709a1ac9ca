import type { EngagementView } from '@irisflow/client';
import { useAmountText, useLocalized, usePerson } from '@irisflow/frame';
import { AppLink, type Column, DataTable, EmptyState, StatusTag, type TagTone, useFormatters } from '@irisflow/ui';
import { PagedList } from '../app/PagedList.tsx';
import { isClerk } from '../session/clerk.ts';
import { useBudgetText } from './budget-texts.ts';
import { ChangeEngagement, CloseEngagement } from './KeepEngagement.tsx';
import { useEngagements } from './use-budget.ts';

const tones: Readonly<Record<EngagementView['state'], TagTone>> = {
  open: 'accent',
  used: 'success',
  closed: 'neutral',
  carriedOver: 'neutral',
};

const useColumns = (): readonly Column<EngagementView>[] => {
  const t = useBudgetText();
  const read = useLocalized();
  const amountText = useAmountText();
  const { date } = useFormatters();
  // Whoever keeps the books and handles no cases may not open one.
  const opensCases = isClerk(usePerson());
  return [
    {
      id: 'engagement',
      header: t('engagement'),
      cell: ({ label, caseId }) =>
        opensCases && caseId !== null ? <AppLink href={`/cases/${caseId}`}>{read(label)}</AppLink> : read(label),
    },
    { id: 'at', header: t('at'), cell: ({ openedAt }) => date(openedAt) },
    { id: 'amount', header: t('amount'), kind: 'number', cell: ({ amount }) => amountText(amount) },
    { id: 'liquidated', header: t('liquidated'), kind: 'number', cell: ({ liquidated }) => amountText(liquidated) },
    { id: 'rest', header: t('rest'), kind: 'number', cell: ({ rest }) => amountText(rest) },
    {
      id: 'state',
      header: t('state'),
      cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`state.${state}`)}</StatusTag>,
    },
    {
      id: 'acts',
      header: t('change'),
      cell: (engagement) =>
        engagement.state === 'open' || engagement.state === 'used' ? (
          <div className="iris-row">
            <ChangeEngagement engagement={engagement} />
            <CloseEngagement engagement={engagement} />
          </div>
        ) : null,
    },
  ];
};

/** What cases have set aside of a line, and the way to correct it by hand. */
export const Engagements = ({ lineId }: { readonly lineId: string }) => {
  const t = useBudgetText();
  const columns = useColumns();
  return (
    <PagedList
      query={useEngagements(lineId)}
      empty={<EmptyState title={t('engagements.empty')}>{t('engagements.empty.text')}</EmptyState>}
    >
      {(engagements) => (
        <DataTable
          caption={t('engagements')}
          captionHidden
          columns={columns}
          rows={engagements}
          rowKey={({ id }) => id}
        />
      )}
    </PagedList>
  );
};
