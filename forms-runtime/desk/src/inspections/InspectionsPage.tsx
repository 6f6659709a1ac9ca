import type { AskedInspectionSummary } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, DataTable, EmptyState, useFormatters, type Column } from '@irisflow/ui';
import { useSearch } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { InspectionTag } from './InspectionTag.tsx';
import { useAskedInspections, type AskedState } from './use-inspections.ts';

const states = ['open', 'ended'] as const satisfies readonly AskedState[];

const useColumns = (): readonly Column<AskedInspectionSummary>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return [
    {
      id: 'address',
      header: t('inspection.address'),
      cell: ({ id, address, label, reference }) => (
        <>
          <AppLink href={`/inspections/${id}`}>{address}</AppLink>
          <span className="desk-bulk__procedure">
            {read(label)} · {reference}
          </span>
        </>
      ),
    },
    { id: 'from', header: t('opinion.from'), cell: ({ from }) => read(from) },
    { id: 'of', header: t('opinion.of'), cell: ({ of }) => read(of) },
    {
      id: 'visit',
      header: t('inspection.visit'),
      cell: ({ visitOn }) => (visitOn === null ? t('inspection.unplanned') : date(visitOn)),
    },
    { id: 'due', header: t('opinion.lastDay'), cell: ({ dueOn }) => date(dueOn) },
    { id: 'state', header: t('fact.status'), cell: (inspection) => <InspectionTag inspection={inspection} /> },
  ];
};

const StateNav = ({ current }: { readonly current: AskedState }) => {
  const t = useDeskText();
  return (
    <nav className="desk-views desk-views--row" aria-label={t('views')}>
      <ul>
        {states.map((state) => (
          <li key={state} className="desk-views__view">
            <AppLink
              href={state === 'open' ? '/inspections' : '/inspections?state=ended'}
              {...(state === current && { 'aria-current': 'page' as const })}
            >
              {t(`inspections.${state}`)}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** What one's groups and oneself are to look at, for whatever administration. */
export const InspectionsPage = () => {
  const t = useDeskText();
  const columns = useColumns();
  const state = new URLSearchParams(useSearch()).get('state') === 'ended' ? 'ended' : 'open';
  return (
    <Page title={t('inspections.title')} crumbs={[{ href: '/', label: t('nav.tasks') }]}>
      <div className="iris-stack">
        <StateNav current={state} />
        <Answered query={useAskedInspections(state)}>
          {(items) =>
            items.length === 0 ? (
              <EmptyState title={t('inspections.empty')}>{t('opinions.empty.text')}</EmptyState>
            ) : (
              <DataTable
                caption={t('inspections.title')}
                captionHidden
                columns={columns}
                rows={items}
                rowKey={({ id }) => id}
                onPhone="cards"
              />
            )
          }
        </Answered>
      </div>
    </Page>
  );
};
