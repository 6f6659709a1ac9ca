import type { ReceivableView } from '@irisflow/client';
import { isSome, useAmountText } from '@irisflow/frame';
import { type Column, DataTable, StatusTag, Timeline, useFormatters } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useMoneyText } from './money-texts.ts';
import { ReverseEntry, type Reversing } from './ReverseEntry.tsx';

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

interface EntriesProps {
  readonly reversing: Reversing;
  /** Whether an entry cannot be reversed although it is a payment; none, unless given. */
  readonly isFinal?: (entry: Entry) => boolean;
  /** What else is to be known of an entry. */
  readonly renderAbout?: (entry: Entry) => ReactNode;
}

const EntryContent = ({ entry, reversing, isFinal, renderAbout }: EntriesProps & { readonly entry: Entry }) => {
  const t = useMoneyText();
  const columns = useLineColumns();
  const { dateTime } = useFormatters();
  const { number, kind, at, reason, reverses, isReversed, lines } = entry;
  const isPaying = kind === 'payment' || kind === 'allotment';
  const canReverse = isPaying && !isReversed && isFinal?.(entry) !== true;
  return (
    <div className="iris-stack iris-stack--tight desk-entry">
      {reverses !== null && <p>{t('entry.reverses', { number: reverses })}</p>}
      {reason !== null && <p>{reason}</p>}
      {renderAbout?.(entry)}
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
      {canReverse && <ReverseEntry reversing={reversing} entry={entry} />}
    </div>
  );
};

/** What the books say of a receivable or a payment, entry by entry. */
export const EntryTimeline = ({ entries, ...rest }: EntriesProps & { readonly entries: readonly Entry[] }) => {
  const t = useMoneyText();
  const { date } = useFormatters();
  return (
    <Timeline
      entries={entries.map((entry) => ({
        id: entry.id,
        title: t('entry.title', { number: entry.number, kind: t(`entry.${entry.kind}`) }),
        at: date(entry.day),
        content: <EntryContent entry={entry} {...rest} />,
      }))}
    />
  );
};
