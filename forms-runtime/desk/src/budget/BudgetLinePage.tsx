import type { BudgetLineView, BudgetMovement } from '@irisflow/client';
import { Answered, isSome, Page, useAmountText, useLocalized } from '@irisflow/frame';
import { type Column, DataTable, EmptyState, type LineItem, SummaryList, useFormatters } from '@irisflow/ui';
import { PagedList } from '../app/PagedList.tsx';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { AskCredit } from './AskCredit.tsx';
import { useBudgetText } from './budget-texts.ts';
import { Credits } from './Credits.tsx';
import { Engagements } from './Engagements.tsx';
import { useBudgetLine, useBudgetMovements } from './use-budget.ts';

interface LineProps {
  readonly line: BudgetLineView;
}

const always = [
  'engagementCredit',
  'engaged',
  'available',
  'liquidationCredit',
  'liquidated',
  'toLiquidate',
  'paid',
  'outstanding',
] as const;
const sometimes = ['carriedIn', 'carriedOut'] as const;

const Sums = ({ line }: LineProps) => {
  const t = useBudgetText();
  const amountText = useAmountText();
  const items: LineItem[] = [...always, ...sometimes.filter((sum) => isSome(line[sum]))].map((sum) => ({
    id: sum,
    term: t(sum),
    value: sum === 'available' ? <strong>{amountText(line[sum])}</strong> : amountText(line[sum]),
  }));
  return <SummaryList items={items} />;
};

const moved = ['engagementCredit', 'liquidationCredit', 'engaged', 'carried', 'liquidated', 'paid'] as const;

const useColumns = (): readonly Column<BudgetMovement>[] => {
  const t = useBudgetText();
  const amountText = useAmountText();
  const { dateTime } = useFormatters();
  const signed = (amount: string): string => (amount.startsWith('-') ? amountText(amount) : `+${amountText(amount)}`);
  return [
    { id: 'at', header: t('at'), cell: ({ at }) => dateTime(at) },
    {
      id: 'what',
      header: t('what'),
      cell: ({ kind, reason }) => (reason === null ? t(`kind.${kind}`) : `${t(`kind.${kind}`)} – ${reason}`),
    },
    {
      id: 'amount',
      header: t('amount'),
      kind: 'number',
      cell: (movement) =>
        [...new Set(moved.filter((sum) => isSome(movement[sum])).map((sum) => signed(movement[sum])))].join(' / '),
    },
    { id: 'by', header: t('by'), cell: ({ by }) => by ?? t('by.process') },
  ];
};

const Movements = ({ line: { id } }: LineProps) => {
  const t = useBudgetText();
  const columns = useColumns();
  return (
    <PagedList query={useBudgetMovements(id)} empty={<EmptyState title={t('movements.empty')} />}>
      {(movements) => (
        <DataTable
          caption={t('movements')}
          captionHidden
          columns={columns}
          rows={movements}
          rowKey={(movement) => movement.id}
        />
      )}
    </PagedList>
  );
};

const Whole = ({ line }: LineProps) => {
  const t = useBudgetText();
  return (
    <div className="iris-stack iris-stack--loose">
      <Sums line={line} />
      <Section id="budget-credits" title={t('credits')}>
        <Credits line={line} />
      </Section>
      <Section id="budget-engagements" title={t('engagements')}>
        <Engagements lineId={line.id} />
      </Section>
      <Section id="budget-movements" title={t('movements')}>
        <Movements line={line} />
      </Section>
    </div>
  );
};

/** One line: what it holds, who asked for it, which cases engaged it, and everything that moved. */
export const BudgetLinePage = ({ lineId }: { readonly lineId: string }) => {
  const t = useBudgetText();
  const desk = useDeskText();
  const read = useLocalized();
  const query = useBudgetLine(lineId);
  const line = query.data;
  return (
    <Page
      title={line === undefined ? t('line') : `${line.code} ${read(line.label)}`}
      {...(line !== undefined && { lead: String(line.year), actions: <AskCredit lineId={lineId} /> })}
      crumbs={[{ href: `/money/budget${line === undefined ? '' : `?year=${line.year}`}`, label: desk('money.budget') }]}
    >
      <Answered query={query}>{(found) => <Whole line={found} />}</Answered>
    </Page>
  );
};
