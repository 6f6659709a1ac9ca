import type { CaseSummary } from '@irisflow/client';
import { RowTable } from '../app/RowTable.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { CaseRow } from './CaseRow.tsx';

/** Cases one below the other, with keys to walk them. */
export const CaseTable = ({ cases }: { readonly cases: readonly CaseSummary[] }) => {
  const t = useDeskText();
  return (
    <RowTable
      caption={t('nav.cases')}
      columns={[t('column.due'), t('column.applicant'), t('fact.case'), t('column.language'), t('fact.status')]}
      ids={cases.map(({ id }) => id)}
    >
      {cases.map((item) => (
        <CaseRow key={item.id} item={item} />
      ))}
    </RowTable>
  );
};
