import type { StatementView } from '@irisflow/client';
import { Answered, Page, useAmountText } from '@irisflow/frame';
import { type LineItem, Notice, ProgressBar, SummaryList, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useMoneyText } from './money-texts.ts';
import { MovementTable } from './MovementTable.tsx';
import { useGapsOf } from './use-gaps-of.ts';
import { useStatement } from './use-statements.ts';

interface StatementProps {
  readonly statement: StatementView;
}

/** How far the books are; whoever leaves finds it done later. */
const Progress = ({ statement: { isBooked, booked, movements } }: StatementProps) => {
  const t = useMoneyText();
  const { number } = useFormatters();
  return (
    <div className="iris-stack iris-stack--tight">
      <output>
        <strong>{isBooked ? t('statement.booked') : t('statement.atWork')}</strong>
      </output>
      {!isBooked && (
        <>
          <ProgressBar label={t('statement.atWork')} value={movements === 0 ? 1 : booked / movements} />
          <p className="iris-muted">
            {t('statement.booking', { booked: number(booked), movements: number(movements) })} {t('statement.leave')}
          </p>
        </>
      )}
    </div>
  );
};

const Facts = ({ statement }: StatementProps) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { dateTime, longDate } = useFormatters();
  const { opening, fileName, importedBy, importedAt } = statement;
  const items: LineItem[] = [
    { id: 'account', term: t('account'), value: statement.account },
    { id: 'closed', term: t('statement.closedOn'), value: longDate(statement.closedOn) },
    ...(opening === null ? [] : [{ id: 'opening', term: t('statement.opening'), value: amountText(opening) }]),
    { id: 'came', term: t('statement.came'), value: amountText(statement.came) },
    { id: 'went', term: t('statement.went'), value: amountText(statement.went) },
    { id: 'closing', term: t('statement.closing'), value: <strong>{amountText(statement.closing)}</strong> },
    {
      id: 'imported',
      term: t('statement.file'),
      value: fileName,
      note: t('statement.imported', { at: dateTime(importedAt), name: importedBy }),
    },
  ];
  return <SummaryList items={items} />;
};

const Whole = ({ statement }: StatementProps) => {
  const t = useMoneyText();
  const gaps = useGapsOf()(statement);
  return (
    <div className="iris-stack iris-stack--loose">
      {gaps.length > 0 && (
        <Notice tone="warning" title={t('gap.title')}>
          {gaps.join(' ')}
        </Notice>
      )}
      <Progress statement={statement} />
      <Facts statement={statement} />
      <Section id="statement-movements" title={t('movements')}>
        <MovementTable statement={statement} />
      </Section>
    </div>
  );
};

/** A statement of the bank: what it says, how far it is booked, and what became of each movement. */
export const StatementPage = ({ statementId }: { readonly statementId: string }) => {
  const t = useMoneyText();
  const desk = useDeskText();
  const query = useStatement(statementId);
  const number = query.data?.number ?? null;
  return (
    <Page
      title={number === null ? t('statement') : t('statement.numbered', { number })}
      crumbs={[
        { href: '/money', label: desk('money.receivables') },
        { href: '/money/statements', label: desk('money.statements') },
      ]}
    >
      <Answered query={query}>{(statement) => <Whole statement={statement} />}</Answered>
    </Page>
  );
};
