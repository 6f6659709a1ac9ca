import { useLocale } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { auditAddress, type AuditFilters } from './audit-filters.ts';
import { auditActions } from './audit-actions.ts';
import { useAuditWords } from './audit-words.ts';

interface DayProps {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

const FilterDay = ({ id, label, value, onChange }: DayProps) => (
  <div className="desk-filter">
    <label htmlFor={id}>{label}</label>
    <input
      id={id}
      type="date"
      className="iris-input"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
    />
  </div>
);

/** Narrows the audit down by words, act and days. */
export const AuditFilterBar = ({ filters }: { readonly filters: AuditFilters }) => {
  const t = useDeskText();
  const words = useAuditWords();
  const locale = useLocale();
  const [, navigate] = useLocation();
  // So many are only found in the order of the alphabet.
  const options = auditActions
    .map((value) => ({ value, label: words.action(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  const change = (part: Parameters<typeof auditAddress>[0]): void =>
    navigate(auditAddress({ ...filters, ...part }), { replace: true });
  return (
    <search className="desk-filters desk-filters--bar" aria-label={t('filters')}>
      <FilterSearch
        id="filter-search"
        label={t('filter.search')}
        hint={t('audit.search.hint')}
        value={filters.search}
        onChange={(search) => change({ search })}
      />
      <FilterSelect
        id="filter-action"
        label={t('audit.action')}
        all={t('filter.all')}
        options={options}
        value={filters.action}
        onChange={(action) => change({ action })}
      />
      <FilterDay id="filter-from" label={t('audit.from')} value={filters.from} onChange={(from) => change({ from })} />
      <FilterDay id="filter-to" label={t('audit.to')} value={filters.to} onChange={(to) => change({ to })} />
    </search>
  );
};
