import type { ReceivableView } from '@irisflow/client';
import { isSome, useAmountText } from '@irisflow/frame';
import { type Column, DataTable, StatusTag, Timeline, useFormatters } from '@irisflow/ui';
import { useMoneyText } from './money-texts.ts';
import { ReverseEntry } from './ReverseEntry.tsx';

type Entry = ReceivableView['entries'][number];
type Line = Entry['lines'][number];

/** Above zero a line stands on the left side of its account, below it on the right one. */
const useLineColumns = (): readonly Column<Line>[] => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const isRight = (amount: string): boolean => amount.startsWith('-');
  return [
    { id: 'account', header: t('account'), cell: ({ account }) => t(`account.${account}`) },
    {
      id: 'left',
      header: t('left'),
      kind: 'number',
      cell: ({ amount }) => (isSome(amount) && !isRight(amount) ? amountText(amount) : ''),
    },
    {
      id: 'right',
      header: t('right'),
      kind: 'number',
      cell: ({ amount }) => (isRight(amount) ? amountText(amount.slice(1)) : ''),
    },
  ];
};

interface EntryProps {
  readonly receivableId: string;
  readonly entry: Entry;
}

const EntryContent = ({ receivableId, entry }: EntryProps) => {
  const t = useMoneyText();
  const columns = useLineColumns();
  const { dateTime } = useFormatters();
  const { number, kind, at, reason, reverses, isReversed, lines } = entry;
  const canReverse = (kind === 'payment' || kind === 'allotment') && !isReversed;
  return (
    <div className="iris-stack iris-stack--tight desk-entry">
      {reverses !== null && <p>{t('entry.reverses', { number: reverses })}</p>}
      {reason !== null && <p>{reason}</p>}
      <DataTable
        caption={t('entry.lines', { number })}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={({ account, amount }) => `${account} ${amount}`}
        onPhone="table"
      />
      <p className="iris-muted">
        {t('entry.recorded', { at: dateTime(at) })} {isReversed && <StatusTag>{t('entry.reversed')}</StatusTag>}
      </p>
      {canReverse && <ReverseEntry receivableId={receivableId} entry={entry} />}
    </div>
  );
};

/** What the books say of a receivable, entry by entry. */
export const EntryTimeline = ({ receivable: { id, entries } }: { readonly receivable: ReceivableView }) => {
  const t = useMoneyText();
  const { date } = useFormatters();
  return (
    <Timeline
      entries={entries.map((entry) => ({
        id: entry.id,
        title: t('entry.title', { number: entry.number, kind: t(`entry.${entry.kind}`) }),
        at: date(entry.day),
        content: <EntryContent receivableId={id} entry={entry} />,
      }))}
    />
  );
};
