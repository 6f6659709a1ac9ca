import type { AskedOpinionSummary } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, DataTable, EmptyState, useFormatters, type Column } from '@irisflow/ui';
import { useSearch } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { OpinionTag } from './OpinionTag.tsx';
import { useAskedOpinions, type AskedState } from './use-opinions.ts';

const SHOWN = 140;
const states = ['open', 'ended'] as const satisfies readonly AskedState[];

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text);

const useColumns = (): readonly Column<AskedOpinionSummary>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return [
    {
      id: 'question',
      header: t('opinion.question'),
      cell: ({ id, question, procedure, reference }) => (
        <>
          <AppLink href={`/opinions/${id}`}>{shortened(question)}</AppLink>
          <span className="desk-bulk__procedure">
            {read(procedure)} · {reference}
          </span>
        </>
      ),
    },
    { id: 'from', header: t('opinion.from'), cell: ({ from }) => read(from) },
    { id: 'of', header: t('opinion.of'), cell: ({ label, of }) => read(label ?? of) },
    { id: 'due', header: t('opinion.lastDay'), cell: ({ dueOn }) => date(dueOn) },
    { id: 'state', header: t('fact.status'), cell: (opinion) => <OpinionTag opinion={opinion} /> },
  ];
};

const StateNav = ({ current, waiting }: { readonly current: AskedState; readonly waiting: number | undefined }) => {
  const t = useDeskText();
  const { number } = useFormatters();
  return (
    <nav className="desk-views desk-views--row" aria-label={t('views')}>
      <ul>
        {states.map((state) => (
          <li key={state} className="desk-views__view">
            <AppLink
              href={state === 'open' ? '/opinions' : '/opinions?state=ended'}
              {...(state === current && { 'aria-current': 'page' as const })}
            >
              {t(`opinions.${state}`)}
              {state === 'open' && waiting !== undefined && (
                <span className="desk-views__count">{number(waiting)}</span>
              )}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** What one's groups and oneself are asked by whatever administration, and what became of it. */
export const OpinionsPage = () => {
  const t = useDeskText();
  const columns = useColumns();
  const state = new URLSearchParams(useSearch()).get('state') === 'ended' ? 'ended' : 'open';
  const asked = useAskedOpinions(state);
  return (
    <Page title={t('opinions.title')} crumbs={[{ href: '/', label: t('nav.tasks') }]}>
      <div className="iris-stack">
        <StateNav current={state} waiting={asked.data?.waiting} />
        <Answered query={asked}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t(`opinions.${state}.empty`)}>{t('opinions.empty.text')}</EmptyState>
            ) : (
              <DataTable
                caption={t(`opinions.${state}`)}
                captionHidden
                columns={columns}
                rows={items}
                rowKey={({ id }) => id}
              />
            )
          }
        </Answered>
      </div>
    </Page>
  );
};
