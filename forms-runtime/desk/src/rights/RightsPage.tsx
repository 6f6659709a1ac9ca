import type { RightEffect } from '@irisflow/client';
import { Page, useLocalized } from '@irisflow/frame';
import { EmptyState } from '@irisflow/ui';
import { useState } from 'react';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { RightTable } from './RightTable.tsx';
import { type RightFilters, useRights } from './use-rights.ts';

const effects = ['active', 'suspended', 'ended'] as const satisfies readonly RightEffect[];

/** Filters without what is not chosen. */
const withPart = (
  filters: RightFilters,
  part: { readonly [Name in keyof RightFilters]: RightFilters[Name] | undefined },
) =>
  Object.fromEntries(
    Object.entries({ ...filters, ...part }).filter(([, value]) => value !== undefined),
  ) as RightFilters;

const Found = () => {
  const t = useDeskText();
  const read = useLocalized();
  const [filters, setFilters] = useState<RightFilters>({});
  const query = useRights(filters);
  const kinds = query.data?.pages[0]?.kinds ?? [];
  const change = (part: Parameters<typeof withPart>[1]): void => setFilters(withPart(filters, part));
  return (
    <div className="iris-stack">
      <search className="desk-filters desk-filters--bar" aria-label={t('filters')}>
        <FilterSearch
          id="right-search"
          label={t('filter.search')}
          hint={t('rights.search.hint')}
          value={filters.search}
          onChange={(search) => change({ search })}
        />
        <FilterSelect
          id="right-effect"
          label={t('right.state')}
          all={t('filter.all')}
          options={effects.map((value) => ({ value, label: t(`right.effect.${value}`) }))}
          value={filters.effect}
          onChange={(chosen) => change({ effect: effects.find((known) => known === chosen) })}
        />
        <FilterSelect
          id="right-kind"
          label={t('right.kind')}
          all={t('filter.all')}
          options={kinds.map(({ procedureKey, key, name }) => ({ value: `${procedureKey}/${key}`, label: read(name) }))}
          value={filters.kind === undefined ? undefined : `${filters.procedureKey}/${filters.kind}`}
          onChange={(chosen) => {
            const [procedureKey, kind] = chosen?.split('/') ?? [];
            change({ procedureKey, kind });
          }}
        />
      </search>
      <PagedList query={query} empty={<EmptyState title={t('rights.empty')}>{t('rights.empty.text')}</EmptyState>}>
        {(rights) => <RightTable rights={rights} />}
      </PagedList>
    </div>
  );
};

/** What decisions of the administration left behind, found by number, holder, what their kind says, state and kind. */
export const RightsPage = () => {
  const t = useDeskText();
  return (
    <RequireClerk>
      <Page title={t('rights.title')} lead={t('rights.lead')} crumbs={[{ href: '/cases', label: t('nav.cases') }]}>
        <Found />
      </Page>
    </RequireClerk>
  );
};
