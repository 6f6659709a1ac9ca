import type { QuotaSummary } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, type Column, DataTable, EmptyState } from '@irisflow/ui';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { freePlaces } from './free-places.ts';
import { useQuotaText } from './quota-texts.ts';
import { useQuotas } from './use-quotas.ts';

const useColumns = (): readonly Column<QuotaSummary>[] => {
  const t = useQuotaText();
  const read = useLocalized();
  return [
    {
      id: 'quota',
      header: t('one'),
      cell: ({ procedureKey, quotaKey, name }) => (
        <AppLink href={`/quotas/${procedureKey}/${quotaKey}`}>{read(name)}</AppLink>
      ),
    },
    { id: 'procedure', header: t('procedure'), cell: ({ procedure }) => read(procedure) },
    { id: 'ceiling', header: t('ceiling'), cell: ({ ceiling }) => ceiling ?? t('ceiling.none') },
    { id: 'held', header: t('held'), cell: ({ held }) => held },
    { id: 'reserved', header: t('reserved'), cell: ({ reserved }) => reserved },
    { id: 'free', header: t('free'), cell: (quota) => Math.max(0, freePlaces(quota) ?? 0) },
    { id: 'waiting', header: t('waiting'), cell: ({ waiting }) => waiting },
  ];
};

const Found = () => {
  const t = useQuotaText();
  const columns = useColumns();
  return (
    <Answered query={useQuotas()}>
      {(quotas) =>
        quotas.length === 0 ? (
          <EmptyState title={t('empty')}>{t('empty.text')}</EmptyState>
        ) : (
          <DataTable
            caption={t('title')}
            captionHidden
            columns={columns}
            rows={quotas}
            rowKey={({ procedureKey, quotaKey }) => `${procedureKey}/${quotaKey}`}
          />
        )
      }
    </Answered>
  );
};

/** Every quota of the administration, and how it stands today. */
export const QuotasPage = () => {
  const t = useQuotaText();
  const desk = useDeskText();
  return (
    <RequireClerk>
      <Page title={t('title')} lead={t('lead')} crumbs={[{ href: '/cases', label: desk('nav.cases') }]}>
        <Found />
      </Page>
    </RequireClerk>
  );
};
