import { Button, isLocale, locales } from '@irisflow/ui';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useFilterChoices } from './use-filter-choices.ts';
import type { FilterChange } from './use-worklist-filters.ts';
import { filterNames, hasFilters, hasOwnOrder, worklistSorts, type WorklistFilters } from './worklist-filters.ts';

export interface TaskFiltersProps {
  readonly filters: WorklistFilters;
  readonly onChange: (change: FilterChange) => void;
}

const asLanguage = (value: string | undefined) => (value !== undefined && isLocale(value) ? value : undefined);
const nothing: FilterChange = Object.fromEntries(filterNames.map((name) => [name, undefined]));

/** Narrows the worklist down and orders it. */
export const TaskFilters = ({ filters, onChange }: TaskFiltersProps) => {
  const t = useDeskText();
  const { procedures, steps } = useFilterChoices(filters);
  return (
    <search className="desk-filters" aria-label={t('filters')}>
      <FilterSearch
        id="filter-search"
        label={t('filter.search')}
        hint={t('filter.search.hint')}
        value={filters.search}
        onChange={(search) => onChange({ search })}
      />
      <FilterSelect
        id="filter-procedure"
        label={t('filter.procedure')}
        all={t('filter.all')}
        options={procedures}
        value={filters.procedure}
        onChange={(procedure) => onChange({ procedure, element: undefined })}
      />
      <FilterSelect
        id="filter-element"
        label={t('filter.step')}
        all={t('filter.all')}
        options={steps}
        value={filters.element}
        onChange={(element) => onChange({ element })}
      />
      <FilterSelect
        id="filter-language"
        label={t('filter.language')}
        all={t('filter.all')}
        options={locales.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={filters.language}
        onChange={(language) => onChange({ language: asLanguage(language) })}
      />
      {!hasOwnOrder(filters) && (
        <FilterSelect
          id="filter-sort"
          label={t('filter.sort')}
          options={worklistSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          value={filters.sort}
          onChange={(sort) => onChange({ sort: worklistSorts.find((known) => known === sort) ?? 'due' })}
        />
      )}
      {hasFilters(filters) && (
        <Button tone="quiet" size="small" icon="cross" onClick={() => onChange(nothing)}>
          {t('filter.clear')}
        </Button>
      )}
    </search>
  );
};
