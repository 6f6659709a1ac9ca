import type { MovedCase, VersionMoveView } from '@irisflow/client';
import {
  Button,
  DataTable,
  LinkButton,
  ProgressBar,
  Skeleton,
  StatusTag,
  useFormatters,
  useLocale,
  type Column,
  type TagTone,
} from '@irisflow/ui';
import { reportUrl, useSteerMove, useVersionMove } from '../api/version-moves.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';

const tones: Readonly<Record<MovedCase['state'], TagTone>> = {
  waiting: 'neutral',
  moved: 'success',
  stayed: 'warning',
  failed: 'danger',
  canceled: 'neutral',
};

const useColumns = (): Column<MovedCase>[] => {
  const t = useTexts();
  const locale = useLocale();
  const { dateTime } = useFormatters();
  return [
    { id: 'case', header: t('instance.case'), cell: ({ reference }) => reference },
    {
      id: 'state',
      header: t('move.outcome'),
      cell: ({ state, why }) => (
        <span className="tags">
          <StatusTag tone={tones[state]}>{t(`move.state.${state}`)}</StatusTag>
          {why !== null && <span>{why[locale]}</span>}
        </span>
      ),
    },
    {
      id: 'at',
      header: t('move.when'),
      cell: ({ settledAt }) => (settledAt === null ? '–' : dateTime(settledAt)),
    },
  ];
};

const Steering = ({ procedureKey, move }: { readonly procedureKey: string; readonly move: VersionMoveView }) => {
  const t = useTexts();
  const locale = useLocale();
  const { cancel, resume } = useSteerMove(procedureKey, move.id);
  const { stayed, failed, canceled } = move.counts;
  return (
    <>
      <p className="version-moves__buttons">
        {move.state === 'running' ? (
          <Button tone="secondary" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('move.stop')}
          </Button>
        ) : (
          stayed + failed + canceled > 0 && (
            <Button tone="secondary" busy={resume.isPending} onClick={() => resume.mutate()}>
              {t('move.again')}
            </Button>
          )
        )}
        <LinkButton href={reportUrl(move.id, locale)} tone="secondary">
          {t('move.report')}
        </LinkButton>
      </p>
      {cancel.isError && <Failure error={cancel.error} />}
      {resume.isError && <Failure error={resume.error} />}
    </>
  );
};

/** How far a move is, and what became of each case. */
export const MoveReport = ({ procedureKey, moveId }: { readonly procedureKey: string; readonly moveId: string }) => {
  const t = useTexts();
  const columns = useColumns();
  const move = useVersionMove(moveId);
  if (move.isPending) return <Skeleton lines={4} />;
  if (move.isError) return <Failure error={move.error} onRetry={() => void move.refetch()} />;
  const { counts, from, to, reason, state, cases } = move.data;
  const { total, waiting, moved, stayed, failed, canceled } = counts;
  return (
    <section className="iris-stack" aria-label={t('move.oneTitle', { from: from.join(', '), to })}>
      <h2>{t('move.oneTitle', { from: from.join(', '), to })}</h2>
      <p>{t('move.because', { reason })}</p>
      <output>
        <strong>{t(`move.moveState.${state}`)}</strong>{' '}
        {state !== 'running' && t('move.result', { moved, stayed, failed: failed + canceled })}
      </output>
      <ProgressBar label={t('move.progress')} value={total === 0 ? 1 : (total - waiting) / total} />
      <p className="iris-muted">{t('move.settled', { settled: total - waiting, total })}</p>
      <Steering procedureKey={procedureKey} move={move.data} />
      <DataTable
        caption={t('move.cases')}
        captionHidden
        rows={cases}
        rowKey={({ caseId }) => caseId}
        columns={columns}
      />
    </section>
  );
};
