import type { WriteOffView } from '@irisflow/client';
import { Answered, useLocalized, useAmountText } from '@irisflow/frame';
import { AppLink, type Column, DataTable, EmptyState, StatusTag, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { MoneyFrame } from './MoneyFrame.tsx';
import { useMoneyText } from './money-texts.ts';
import { useWriteOffs } from './use-receivables.ts';

const useColumns = (): readonly Column<WriteOffView>[] => {
  const t = useMoneyText();
  const read = useLocalized();
  const amountText = useAmountText();
  const { dateTime } = useFormatters();
  return [
    {
      id: 'label',
      header: t('receivable'),
      cell: ({ receivableId, label }) => <AppLink href={`/money/${receivableId}`}>{read(label)}</AppLink>,
    },
    { id: 'rest', header: t('rest'), kind: 'number', cell: ({ rest }) => amountText(rest) },
    { id: 'reason', header: t('reason'), cell: ({ reason }) => reason },
    { id: 'at', header: t('askedAt'), cell: ({ askedAt }) => dateTime(askedAt) },
    {
      id: 'state',
      header: t('filter.state'),
      cell: ({ isOwn }) => (
        <StatusTag tone={isOwn ? 'neutral' : 'accent'}>
          {t(isOwn ? 'writeOff.own.tag' : 'writeOff.other.tag')}
        </StatusTag>
      ),
    },
  ];
};

/** What colleagues want to give up; it is decided where one sees what it is about. */
export const WriteOffsPage = () => {
  const t = useMoneyText();
  const desk = useDeskText();
  const columns = useColumns();
  return (
    <MoneyFrame title={desk('money.writeOffs')} lead={t('writeOffs.lead')}>
      <Answered query={useWriteOffs()}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('writeOffs.empty')}>{t('writeOffs.empty.text')}</EmptyState>
          ) : (
            <DataTable
              caption={desk('money.writeOffs')}
              captionHidden
              columns={columns}
              rows={all}
              rowKey={({ id }) => id}
            />
          )
        }
      </Answered>
    </MoneyFrame>
  );
};
