import type { OccurrenceSummary } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, type Column, DataTable, EmptyState, Tabs, useFormatters } from '@irisflow/ui';
import { useAddressFilters } from '../app/use-address-filters.ts';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useObligationText } from './obligation-texts.ts';
import { OccurrenceTag } from './OccurrenceTag.tsx';
import { useOccurrences, type Wanted } from './use-obligations.ts';

const lists = ['toVerify', 'overdue', 'open'] as const satisfies readonly Wanted[];

const useColumns = (wanted: Wanted): readonly Column<OccurrenceSummary>[] => {
  const t = useObligationText();
  const read = useLocalized();
  const { date, dateTime } = useFormatters();
  const last: Column<OccurrenceSummary> =
    wanted === 'toVerify'
      ? {
          id: 'sent',
          header: t('submittedAt'),
          cell: ({ submittedAt }) => (submittedAt === null ? '' : dateTime(submittedAt)),
        }
      : { id: 'step', header: t('step'), cell: ({ step }) => (step === null ? '' : read(step)) };
  return [
    {
      id: 'what',
      header: t('one'),
      cell: ({ id, name }) => <AppLink href={`/obligations/${id}`}>{read(name)}</AppLink>,
    },
    { id: 'holder', header: t('holder'), cell: ({ holder }) => holder },
    {
      id: 'right',
      header: t('right'),
      cell: ({ rightId, number }) => <AppLink href={`/rights/${rightId}`}>{number}</AppLink>,
    },
    { id: 'due', header: t('dueOn'), cell: ({ dueOn }) => date(dueOn) },
    { id: 'state', header: t('standing'), cell: (occurrence) => <OccurrenceTag occurrence={occurrence} /> },
    last,
  ];
};

const Listed = ({ wanted }: { readonly wanted: Wanted }) => {
  const t = useObligationText();
  const columns = useColumns(wanted);
  return (
    <Answered query={useOccurrences(wanted)}>
      {(occurrences) =>
        occurrences.length === 0 ? (
          <EmptyState icon="check" title={t(`empty.${wanted}`)} />
        ) : (
          <DataTable
            caption={t(`list.${wanted}`)}
            captionHidden
            columns={columns}
            rows={occurrences}
            rowKey={({ id }) => id}
          />
        )
      }
    </Answered>
  );
};

const Lists = () => {
  const t = useObligationText();
  const { choice, change } = useAddressFilters();
  return (
    <Tabs
      label={t('title')}
      tabs={lists.map((wanted) => ({ id: wanted, label: t(`list.${wanted}`), content: <Listed wanted={wanted} /> }))}
      selected={choice('list', lists) ?? 'toVerify'}
      onSelect={(list) => change({ list })}
    />
  );
};

/** What holders of rights have to show: what waits to be looked at, what is late, what is being waited for. */
export const ObligationsPage = () => {
  const t = useObligationText();
  const desk = useDeskText();
  return (
    <RequireClerk>
      <Page title={t('title')} lead={t('lead')} crumbs={[{ href: '/cases', label: desk('nav.cases') }]}>
        <Lists />
      </Page>
    </RequireClerk>
  );
};
