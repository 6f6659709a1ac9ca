import { Answered, useAmountText } from '@irisflow/frame';
import { DataTable, EmptyState, Notice } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { MoneyFrame } from './MoneyFrame.tsx';
import { useMoneyText } from './money-texts.ts';
import { useBooks } from './use-payments.ts';

/** What the accounts stand at, and where payments go. */
export const BooksPage = () => {
  const t = useMoneyText();
  const desk = useDeskText();
  const amountText = useAmountText();
  return (
    <MoneyFrame title={desk('money.books')} lead={t('books.lead')}>
      <Answered query={useBooks()}>
        {({ balances, payee }) => (
          <div className="iris-stack">
            {payee === null ? <Notice tone="warning">{t('payee.none')}</Notice> : <p>{t('payee.of', payee)}</p>}
            {balances.length === 0 ? (
              <EmptyState title={t('books.empty')}>{t('books.empty.text')}</EmptyState>
            ) : (
              <DataTable
                caption={desk('money.books')}
                captionHidden
                columns={[
                  { id: 'account', header: t('account'), cell: ({ account }) => t(`account.${account}`) },
                  {
                    id: 'balance',
                    header: t('books.balance'),
                    kind: 'number',
                    cell: ({ balance }) => amountText(balance),
                  },
                ]}
                rows={balances}
                rowKey={({ account }) => account}
                onPhone="table"
              />
            )}
          </div>
        )}
      </Answered>
    </MoneyFrame>
  );
};
