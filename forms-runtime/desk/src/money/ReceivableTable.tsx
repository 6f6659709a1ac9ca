import type { ReceivableSummary } from '@irisflow/client';
import { useLocalized, usePerson, useAmountText } from '@irisflow/frame';
import { AppLink, type Column, DataTable, useFormatters } from '@irisflow/ui';
import { isAccountant } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useMoneyText } from './money-texts.ts';
import { ReceivableStateTag } from './ReceivableStateTag.tsx';

/** The name of the debtor is there for whoever keeps the books; on a case everybody knows who it is. */
type Row = ReceivableSummary & { readonly debtor?: string | null };

const useColumns = (hasDebtor: boolean): readonly Column<Row>[] => {
  const t = useMoneyText();
  const read = useLocalized();
  const amountText = useAmountText();
  const { date } = useFormatters();
  const opens = isAccountant(usePerson());
  const debtor: Column<Row> = {
    id: 'debtor',
    header: t('debtor'),
    cell: ({ debtor: name }) => name ?? t('debtor.erased'),
  };
  return [
    {
      id: 'label',
      header: t('receivable'),
      cell: ({ id, label }) => (opens ? <AppLink href={`/money/${id}`}>{read(label)}</AppLink> : read(label)),
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
    { id: 'state', header: t('filter.state'), cell: ({ state }) => <ReceivableStateTag state={state} /> },
  ];
};

interface TableProps {
  readonly receivables: readonly Row[];
  readonly hasDebtor?: boolean;
}

/** Receivables, a line each. */
export const ReceivableTable = ({ receivables, hasDebtor = false }: TableProps) => {
  const t = useDeskText();
  return (
    <DataTable
      caption={t('money.receivables')}
      captionHidden
      columns={useColumns(hasDebtor)}
      rows={receivables}
      rowKey={({ id }) => id}
    />
  );
};
