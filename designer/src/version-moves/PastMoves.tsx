import type { VersionMoveSummary } from '@irisflow/client';
import { AppLink, DataTable, Skeleton, useFormatters, type Column } from '@irisflow/ui';
import { useVersionMoves } from '../api/version-moves.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { workspacePaths } from '../workspace/paths.ts';

const useColumns = (procedureKey: string): Column<VersionMoveSummary>[] => {
  const t = useTexts();
  const { dateTime } = useFormatters();
  return [
    {
      id: 'move',
      header: t('move.which'),
      cell: ({ id, from, to }) => (
        <AppLink href={workspacePaths(procedureKey).move(id)}>
          {t('move.oneTitle', { from: from.join(', '), to })}
        </AppLink>
      ),
    },
    { id: 'at', header: t('move.when'), cell: ({ startedAt }) => dateTime(startedAt) },
    { id: 'by', header: t('versions.publishedBy'), cell: ({ startedBy }) => startedBy.name },
    {
      id: 'state',
      header: t('move.outcome'),
      cell: ({ state, counts: { moved, stayed, failed, canceled } }) =>
        `${t(`move.moveState.${state}`)} ${t('move.result', { moved, stayed, failed: failed + canceled })}`,
    },
  ];
};

/** What moved before, with its report. */
export const PastMoves = ({ procedureKey }: { readonly procedureKey: string }) => {
  const t = useTexts();
  const moves = useVersionMoves(procedureKey);
  const columns = useColumns(procedureKey);
  if (moves.isPending) return <Skeleton lines={2} />;
  if (moves.isError) return <Failure error={moves.error} onRetry={() => void moves.refetch()} />;
  if (moves.data.length === 0) return null;
  return (
    <section className="iris-stack">
      <h2 id="past-moves">{t('move.past')}</h2>
      <DataTable caption={t('move.past')} captionHidden rows={moves.data} rowKey={({ id }) => id} columns={columns} />
    </section>
  );
};
