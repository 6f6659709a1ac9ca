import type { CaseSummary } from '@irisflow/client';
import { useMemo } from 'react';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useRowFocus } from '../worklist/use-row-focus.ts';
import { CaseRow } from './CaseRow.tsx';

/** Cases one below the other, with keys to walk them. */
export const CaseTable = ({ cases }: { readonly cases: readonly CaseSummary[] }) => {
  const t = useDeskText();
  const ids = useMemo(() => cases.map(({ id }) => id), [cases]);
  const { list, onFocus, move } = useRowFocus(ids);
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.getElementById('filter-search')?.focus(),
  });
  return (
    <div ref={list} onFocus={onFocus}>
      <table className="desk-tasks">
        <caption className="iris-visually-hidden">{t('nav.cases')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.due')}</th>
            <th scope="col">{t('column.applicant')}</th>
            <th scope="col">{t('fact.case')}</th>
            <th scope="col">{t('column.language')}</th>
            <th scope="col">{t('fact.status')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((item) => (
            <CaseRow key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
