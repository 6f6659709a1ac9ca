import type { RightEffect } from '@irisflow/client';
import { Page, useLocalized, usePerson } from '@irisflow/frame';
import { EmptyState, LinkButton } from '@irisflow/ui';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { useAddressFilters } from '../app/use-address-filters.ts';
import { isSupervisor } from '../session/clerk.ts';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useRightImportText } from '../right-imports/right-import-texts.ts';
import { RightTable } from './RightTable.tsx';
import { type RightFilters, useRights } from './use-rights.ts';

const effects = ['active', 'suspended', 'ended'] as const satisfies readonly RightEffect[];

const Found = () => {
  const t = useDeskText();
  const read = useLocalized();
  const { choice, text, change } = useAddressFilters();
  const [search, effect] = [text('search'), choice('effect', effects)];
  const [procedureKey, kind] = [text('procedure'), text('kind')];
  const filters: RightFilters = {
    ...(search !== undefined && { search }),
    ...(effect !== undefined && { effect }),
    ...(procedureKey !== undefined && kind !== undefined && { procedureKey, kind }),
  };
  const query = useRights(filters);
  const kinds = query.data?.pages[0]?.kinds ?? [];
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
          onChange={(chosen) => change({ effect: chosen })}
        />
        <FilterSelect
          id="right-kind"
          label={t('right.kind')}
          all={t('filter.all')}
          options={kinds.map(({ procedureKey, key, name }) => ({ value: `${procedureKey}/${key}`, label: read(name) }))}
          value={filters.kind === undefined ? undefined : `${filters.procedureKey}/${filters.kind}`}
          onChange={(chosen) => {
            const [ofProcedure, ofKind] = chosen?.split('/') ?? [];
            change({ procedure: ofProcedure, kind: ofKind });
          }}
        />
      </search>
      <PagedList query={query} empty={<EmptyState title={t('rights.empty')}>{t('rights.empty.text')}</EmptyState>}>
        {(rights) => <RightTable rights={rights} />}
      </PagedList>
    </div>
  );
};

/** Rights of an earlier system are a supervisor's to take over. */
const ImportLink = () => {
  const t = useRightImportText();
  if (!isSupervisor(usePerson())) return null;
  return (
    <LinkButton href="/right-imports" tone="secondary" size="small">
      {t('title')}
    </LinkButton>
  );
};

/** What decisions of the administration left behind, found by number, holder, what their kind says, state and kind. */
export const RightsPage = () => {
  const t = useDeskText();
  return (
    <RequireClerk>
      <Page
        title={t('rights.title')}
        lead={t('rights.lead')}
        crumbs={[{ href: '/cases', label: t('nav.cases') }]}
        actions={
          <>
            <LinkButton href="/rights/sources" tone="secondary" size="small">
              {t('rights.sources')}
            </LinkButton>
            <ImportLink />
          </>
        }
      >
        <Found />
      </Page>
    </RequireClerk>
  );
};
