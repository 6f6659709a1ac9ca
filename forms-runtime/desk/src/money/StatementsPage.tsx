import type { StatementSummary } from '@irisflow/client';
import { useAmountText } from '@irisflow/frame';
import { AppLink, type Column, DataTable, EmptyState, StatusTag, useFormatters } from '@irisflow/ui';
import { PagedList } from '../app/PagedList.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ImportStatement } from './ImportStatement.tsx';
import { MoneyFrame } from './MoneyFrame.tsx';
import { useMoneyText } from './money-texts.ts';
import { useGapsOf } from './use-gaps-of.ts';
import { useStatements } from './use-statements.ts';

const StateTag = ({ statement }: { readonly statement: StatementSummary }) => {
  const t = useMoneyText();
  const { number } = useFormatters();
  const { isBooked, booked, movements } = statement;
  if (isBooked) return <StatusTag tone="success">{t('statement.booked')}</StatusTag>;
  return (
    <StatusTag tone="accent">
      {t('statement.booking', { booked: number(booked), movements: number(movements) })}
    </StatusTag>
  );
};

/** A statement by its number and day, with what is missing before it. */
const StatementName = ({ statement }: { readonly statement: StatementSummary }) => {
  const t = useMoneyText();
  const { date } = useFormatters();
  const gaps = useGapsOf()(statement);
  const { id, number, closedOn } = statement;
  const name =
    number === null
      ? t('statement.unnumbered', { day: date(closedOn) })
      : t('statement.named', { number, day: date(closedOn) });
  return (
    <>
      <AppLink href={`/money/statements/${id}`}>{name}</AppLink>
      {gaps.map((gap) => (
        <span key={gap} className="desk-gap">
          {gap}
        </span>
      ))}
    </>
  );
};

const useColumns = (): readonly Column<StatementSummary>[] => {
  const t = useMoneyText();
  const amountText = useAmountText();
  return [
    { id: 'statement', header: t('statement'), cell: (statement) => <StatementName statement={statement} /> },
    { id: 'account', header: t('account'), cell: ({ account }) => account },
    { id: 'came', header: t('statement.came'), kind: 'number', cell: ({ came }) => amountText(came) },
    { id: 'went', header: t('statement.went'), kind: 'number', cell: ({ went }) => amountText(went) },
    { id: 'closing', header: t('statement.closing'), kind: 'number', cell: ({ closing }) => amountText(closing) },
    { id: 'state', header: t('filter.state'), cell: (statement) => <StateTag statement={statement} /> },
  ];
};

/** What the bank said of the accounts of the administration, the latest first, and what is missing between. */
export const StatementsPage = () => {
  const t = useMoneyText();
  const desk = useDeskText();
  const columns = useColumns();
  return (
    <MoneyFrame title={desk('money.statements')} lead={t('statements.lead')} actions={<ImportStatement />}>
      <PagedList
        query={useStatements()}
        empty={<EmptyState title={t('statements.empty')}>{t('statements.empty.text')}</EmptyState>}
      >
        {(statements) => (
          <DataTable
            caption={desk('money.statements')}
            captionHidden
            columns={columns}
            rows={statements}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
    </MoneyFrame>
  );
};
