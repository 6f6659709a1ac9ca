import type { ViewField } from '@irisflow/client';
import { useDeskText } from '../texts/desk-texts.ts';
import { FilterSelect } from '../app/FilterSelect.tsx';
import { worklistSorts, worklistViews } from '../worklist/worklist-filters.ts';
import { ColumnsPicker } from './ColumnsPicker.tsx';
import { FilterBuilder } from './FilterBuilder.tsx';
import type { DraftHandle } from './use-view-draft.ts';
import { conditionsOf } from './view-draft.ts';

interface SettingsProps {
  readonly handle: DraftHandle;
  readonly fields: ReadonlyMap<string, ViewField>;
  readonly isChecked: boolean;
  /** Whether it is folded out from the start. */
  readonly isOpen: boolean;
}

/** What a view asks for, in three parts that fold away: the list and its filter, its columns, its order. */
export const ViewSettings = ({ handle, fields, isChecked, isOpen }: SettingsProps) => {
  const t = useDeskText();
  const { draft, change } = handle;
  const hasOwnOrder = draft.list === 'done' || draft.list === 'overdue';
  const count = conditionsOf(draft.filter).length;
  return (
    <div className="desk-view-settings">
      <details className="desk-view-part" open={isOpen || isChecked}>
        <summary>{count === 0 ? t('views.filter') : t.plural('views.filter.count', count)}</summary>
        <div className="iris-stack">
          <FilterSelect
            id="view-list"
            label={t('views.list')}
            options={worklistViews.map((value) => ({ value, label: t(`view.${value}`) }))}
            value={draft.list}
            onChange={(list) => change({ list: worklistViews.find((known) => known === list) ?? 'team' })}
          />
          <FilterBuilder
            filter={draft.filter}
            fields={fields}
            isChecked={isChecked}
            onChange={(filter) => change({ filter })}
          />
        </div>
      </details>
      <details className="desk-view-part">
        <summary>{t.plural('views.columns.count', draft.columns.length)}</summary>
        <div className="iris-stack">
          <ColumnsPicker columns={draft.columns} fields={fields} onChange={(columns) => change({ columns })} />
          {!hasOwnOrder && (
            <FilterSelect
              id="view-sort"
              label={t('filter.sort')}
              options={worklistSorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
              value={draft.sort}
              onChange={(sort) => change({ sort: worklistSorts.find((known) => known === sort) ?? 'due' })}
            />
          )}
        </div>
      </details>
    </div>
  );
};
