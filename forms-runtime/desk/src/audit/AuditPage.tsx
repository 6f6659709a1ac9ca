import { Failure, Page } from '@irisflow/frame';
import { Button, EmptyState, Skeleton } from '@irisflow/ui';
import { useMemo } from 'react';
import { useSearch } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { AuditFilterBar } from './AuditFilterBar.tsx';
import { AuditTable } from './AuditTable.tsx';
import { AuditVerification } from './AuditVerification.tsx';
import { readAuditFilters, type AuditFilters } from './audit-filters.ts';
import { useAudit } from './use-audit.ts';

const FoundEntries = ({ filters }: { readonly filters: AuditFilters }) => {
  const t = useDeskText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit(filters);
  const entries = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  if (data === undefined)
    return error === null ? <Skeleton lines={6} /> : <Failure error={error} onRetry={() => void refetch()} />;
  if (entries.length === 0) return <EmptyState title={t('audit.empty')}>{t('audit.empty.text')}</EmptyState>;
  return (
    <div className="iris-stack">
      <AuditTable entries={entries} />
      <div className="iris-row">
        <p className="iris-muted">{t('list.shown', { shown: entries.length, total: data.pages.at(-1)?.total ?? 0 })}</p>
        {hasNextPage && (
          <Button tone="secondary" size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </div>
  );
};

/** Who did what in the administration, whether that can be believed, and what to take away. */
export const AuditPage = () => {
  const t = useDeskText();
  const search = useSearch();
  const filters = useMemo(() => readAuditFilters(new URLSearchParams(search)), [search]);
  return (
    <Page title={t('nav.audit')}>
      <div className="iris-stack">
        <AuditVerification />
        <AuditFilterBar filters={filters} />
        <FoundEntries filters={filters} />
      </div>
    </Page>
  );
};
