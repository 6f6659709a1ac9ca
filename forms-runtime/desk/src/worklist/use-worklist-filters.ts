import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { readWorklistFilters, listAddress, type WorklistFilters } from './worklist-filters.ts';

export type FilterChange = { readonly [N in keyof WorklistFilters]?: WorklistFilters[N] | undefined };

/** The filters in the address, and the way to change some of them in place. */
export const useWorklistFilters = (): readonly [WorklistFilters, (change: FilterChange) => void] => {
  const search = useSearch();
  const [, navigate] = useLocation();
  const filters = useMemo(() => readWorklistFilters(new URLSearchParams(search)), [search]);
  const change = (part: FilterChange): void =>
    navigate(listAddress({ ...filters, ...part } as WorklistFilters), { replace: true });
  return [filters, change];
};
