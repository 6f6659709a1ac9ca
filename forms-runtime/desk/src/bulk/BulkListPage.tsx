import type { BulkSummary } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { AppLink, DataTable, EmptyState, StatusTag, useFormatters, type Column, type TagTone } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useBulkList } from './use-bulk.ts';

const tones = { running: 'accent', finished: 'success', canceled: 'neutral' } as const satisfies Record<
  BulkSummary['state'],
  TagTone
>;

const useColumns = (): readonly Column<BulkSummary>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  return [
    {
      id: 'task',
      header: t('column.task'),
      cell: ({ id, kind }) => (
        <>
          <AppLink href={`/bulk/${id}`}>{read(kind.taskName)}</AppLink>
          <span className="desk-bulk__procedure">{read(kind.procedureTitle)}</span>
        </>
      ),
    },
    { id: 'started', header: t('bulk.column.started'), cell: ({ startedAt }) => dateTime(startedAt) },
    { id: 'by', header: t('bulk.column.by'), cell: ({ startedBy }) => startedBy.name },
    {
      id: 'state',
      header: t('fact.status'),
      cell: ({ state }) => <StatusTag tone={tones[state]}>{t(`bulk.state.${state}`)}</StatusTag>,
    },
    {
      id: 'done',
      header: t('bulk.column.done'),
      kind: 'number',
      cell: ({ counts }) => `${counts.done} / ${counts.total}`,
    },
    { id: 'failed', header: t('bulk.column.failed'), kind: 'number', cell: ({ counts }) => counts.failed },
  ];
};

/** The last bulk decisions: one's own, and for supervisors those of the team. */
export const BulkListPage = () => {
  const t = useDeskText();
  const columns = useColumns();
  return (
    <Page title={t('bulk.list')} crumbs={[{ href: '/', label: t('nav.tasks') }]}>
      <Answered query={useBulkList()}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('bulk.list.empty')}>{t('bulk.none.text')}</EmptyState>
          ) : (
            <DataTable caption={t('bulk.list')} captionHidden columns={columns} rows={list} rowKey={({ id }) => id} />
          )
        }
      </Answered>
    </Page>
  );
};
