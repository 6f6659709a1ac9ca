import { answer, platform, type AuditEntry } from '@irisflow/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AuditFilters } from './audit-filters.ts';

const PAGE_SIZE = 50;

interface AuditPageAnswer {
  readonly items: readonly AuditEntry[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** Entries of the audit that fit the filters, the newest first. */
export const useAudit = (filters: AuditFilters) =>
  useInfiniteQuery({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }): Promise<AuditPageAnswer> =>
      answer(
        platform.GET('/api/audit', {
          params: { query: { ...filters, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Whether the audit is what was written; asked when somebody asks, because every entry is read for it. */
export const useVerification = () =>
  useQuery({
    queryKey: ['audit-verification'],
    queryFn: () => answer(platform.GET('/api/audit/verification')),
    enabled: false,
    retry: false,
  });
