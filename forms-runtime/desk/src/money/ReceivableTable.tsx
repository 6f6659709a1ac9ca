import type { ReceivableSummary } from '@irisflow/client';
import { useLocalized, usePerson, useAmountText } from '@irisflow/frame';
import { AppLink, type Column, DataTable, useFormatters } from '@irisflow/ui';
import { isAccountant } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useMoneyText } from './money-texts.ts';
import { ReceivableStateTag } from './ReceivableStateTag.tsx';

/** The name of the debtor is there for whoever keeps the books; on a case everybody knows who it is. */
type Row = ReceivableSummary & { readonly debtor?: string | null };

interface Wanted {
  readonly hasDebtor: boolean;
  readonly linksCases: boolean;
}

/** What it is for; it leads whoever keeps the books to its account, and a clerk who looks at no case to the one that it is of. */
const What = ({ row: { id, caseId, label }, linksCases }: { readonly row: Row; readonly linksCases: boolean }) => {
  const read = useLocalized();
  const opens = isAccountant(usePerson());
  if (opens) return <AppLink href={`/money/${id}`}>{read(label)}</AppLink>;
  return linksCases && caseId !== null ? <AppLink href={`/cases/${caseId}`}>{read(label)}</AppLink> : read(label);
};

/** Where it stands, and that nobody is reminded of it. */
const Standing = ({ row: { state, disputedOn } }: { readonly row: Row }) => {
  const t = useMoneyText();
  const { date } = useFormatters();
  return (
    <div className="iris-stack iris-stack--tight">
      <div>
        <ReceivableStateTag state={state} />
      </div>
      {disputedOn !== null && <span className="iris-muted">{t('disputed', { day: date(disputedOn) })}</span>}
    </div>
  );
};

const useColumns = ({ hasDebtor, linksCases }: Wanted): readonly Column<Row>[] => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { date } = useFormatters();
  const debtor: Column<Row> = {
    id: 'debtor',
    header: t('debtor'),
    cell: ({ debtor: name }) => name ?? t('debtor.erased'),
  };
  return [
    {
      id: 'label',
      header: t('receivable'),
      cell: (row) => <What row={row} linksCases={linksCases} />,
    },
    ...(hasDebtor ? [debtor] : []),
    {
      id: 'communication',
      header: t('communication'),
      cell: ({ communication }) => <span className="desk-communication">{communication}</span>,
    },
    { id: 'due', header: t('dueOn'), cell: ({ dueOn }) => date(dueOn) },
    { id: 'amount', header: t('amount'), kind: 'number', cell: ({ amount }) => amountText(amount) },
    { id: 'rest', header: t('rest'), kind: 'number', cell: ({ rest }) => amountText(rest) },
    { id: 'state', header: t('filter.state'), cell: (row) => <Standing row={row} /> },
  ];
};

interface TableProps extends Partial<Wanted> {
  readonly receivables: readonly Row[];
}

/** Receivables, a line each. */
export const ReceivableTable = ({ receivables, hasDebtor = false, linksCases = false }: TableProps) => {
  const t = useDeskText();
  return (
    <DataTable
      caption={t('money.receivables')}
      captionHidden
      columns={useColumns({ hasDebtor, linksCases })}
      rows={receivables}
      rowKey={({ id }) => id}
    />
  );
};
