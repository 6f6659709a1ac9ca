import type { PrintBatchSummary } from '@irisflow/client';
import { Answered, Page } from '@irisflow/frame';
import { AppLink, type Column, DataTable, EmptyState, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { BatchStateTag } from './BatchStateTag.tsx';
import { GatherBatch } from './GatherBatch.tsx';
import { usePostRoomText } from './post-room-texts.ts';
import { usePrintBatches } from './use-post-room.ts';

const useColumns = (): readonly Column<PrintBatchSummary>[] => {
  const t = usePostRoomText();
  const { date, dateTime, number: count } = useFormatters();
  return [
    {
      id: 'batch',
      header: t('batch'),
      cell: ({ id, way, number }) => (
        <AppLink href={`/post-room/batches/${id}`}>{t(`batch.title.${way}`, { number })}</AppLink>
      ),
    },
    { id: 'letters', header: t('letters'), kind: 'number', cell: ({ letters }) => count(letters) },
    { id: 'made', header: t('made'), cell: ({ madeAt }) => dateTime(madeAt) },
    { id: 'prints', header: t('prints'), kind: 'number', cell: ({ prints }) => count(prints) },
    { id: 'posted', header: t('posted.on'), cell: ({ postedOn }) => (postedOn === null ? '' : date(postedOn)) },
    { id: 'state', header: t('state'), cell: ({ state }) => <BatchStateTag state={state} /> },
  ];
};

/** The batches that the post room prints and posts. */
export const BatchesPage = () => {
  const t = usePostRoomText();
  const desk = useDeskText();
  const columns = useColumns();
  return (
    <Page
      title={t('batches')}
      lead={t('batches.lead')}
      crumbs={[{ href: '/post-room', label: desk('notices.title') }]}
      actions={<GatherBatch />}
    >
      <Answered query={usePrintBatches()}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('batches.empty')}>{t('batches.empty.text')}</EmptyState>
          ) : (
            <DataTable caption={t('batches')} captionHidden columns={columns} rows={all} rowKey={({ id }) => id} />
          )
        }
      </Answered>
    </Page>
  );
};
