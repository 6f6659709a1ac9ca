import { Failure, Page } from '@irisflow/frame';
import { AppLink, EmptyState, Skeleton } from '@irisflow/ui';
import { useLocation, useSearch } from 'wouter';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useParties } from './use-parties.ts';

const Found = ({ search }: { readonly search: string | undefined }) => {
  const t = useDeskText();
  const parties = useParties(search);
  if (search === undefined || search.length < 2) return <p className="iris-muted">{t('parties.start')}</p>;
  if (parties.isError) return <Failure error={parties.error} onRetry={() => void parties.refetch()} />;
  if (parties.data === undefined) return <Skeleton lines={4} />;
  if (parties.data.length === 0) return <EmptyState title={t('parties.none')}>{t('parties.none.text')}</EmptyState>;
  return (
    <ul className="desk-mandates">
      {parties.data.map(({ id, name, kind, enterpriseNumber }) => (
        <li key={id} className="desk-mandate">
          <AppLink href={`/parties/${id}`}>{name}</AppLink>
          <span className="iris-muted">
            {[t(`party.kind.${kind}`), enterpriseNumber].filter((part) => part !== null).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** People and companies that the administration knows, found by name or by number. */
export const PartiesPage = () => {
  const t = useDeskText();
  const search = new URLSearchParams(useSearch()).get('search') ?? undefined;
  const [, navigate] = useLocation();
  const change = (wanted: string | undefined): void =>
    navigate(wanted === undefined ? '/parties' : `/parties?search=${encodeURIComponent(wanted)}`, { replace: true });
  return (
    <Page title={t('nav.parties')}>
      <div className="iris-stack">
        <search className="desk-filters desk-filters--bar" aria-label={t('filters')}>
          <FilterSearch
            id="filter-search"
            label={t('parties.search')}
            hint={t('parties.search.hint')}
            value={search}
            onChange={change}
          />
        </search>
        <Found search={search} />
      </div>
    </Page>
  );
};
