import type { JudgedCase } from '@irisflow/client';
import { DataTable, EmptyState, Select, Spinner, StatusTag, useLocale, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { type MoveWish, useJudgedCases } from '../api/version-moves.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';

const MOVES = 'moves';

/** How many cases have each outcome, those that move first. */
const countOutcomes = (cases: readonly JudgedCase[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { reason } of cases.toSorted((a, b) => Number(a.reason !== null) - Number(b.reason !== null)))
    counts.set(reason ?? MOVES, (counts.get(reason ?? MOVES) ?? 0) + 1);
  return counts;
};

const useColumns = (): Column<JudgedCase>[] => {
  const t = useTexts();
  const locale = useLocale();
  return [
    { id: 'case', header: t('instance.case'), cell: ({ reference }) => reference },
    { id: 'version', header: t('versions.version'), kind: 'number', cell: ({ version }) => version },
    { id: 'at', header: t('move.at'), cell: ({ at }) => at.map((name) => name[locale]).join(', ') || '–' },
    {
      id: 'outcome',
      header: t('move.outcome'),
      cell: ({ reason, why }) =>
        reason === null ? (
          <StatusTag tone="success">{t('move.willMove')}</StatusTag>
        ) : (
          <span className="tags">
            <StatusTag tone="warning">{t('move.stays')}</StatusTag>
            <span>{why?.[locale]}</span>
          </span>
        ),
    },
  ];
};

/** Whether each case will move, or why it stays. */
export const DryRun = ({ procedureKey, wish }: { readonly procedureKey: string; readonly wish: MoveWish }) => {
  const t = useTexts();
  const judged = useJudgedCases(procedureKey, wish);
  const [shown, setShown] = useState<string | undefined>();
  const columns = useColumns();
  if (judged.isPending) return <Spinner label={t('move.judging')} />;
  if (judged.isError) return <Failure error={judged.error} onRetry={() => void judged.refetch()} />;
  if (judged.data.length === 0) return <EmptyState icon="info" title={t('effect.none')} />;
  const counts = countOutcomes(judged.data);
  const moving = counts.get(MOVES) ?? 0;
  const rows = judged.data.filter(({ reason }) => shown === undefined || (reason ?? MOVES) === shown);
  return (
    <div className="iris-stack">
      <output>
        {t.plural('move.willMoveCount', moving)} {t.plural('move.willStayCount', judged.data.length - moving)}
      </output>
      <Select
        id="dry-run-filter"
        label={t('move.show')}
        placeholder={t('move.showAll')}
        options={Array.from(counts, ([outcome, count]) => ({
          value: outcome,
          label: `${outcome === MOVES ? t('move.willMove') : t(`move.reason.${outcome as NonNullable<JudgedCase['reason']>}`)} (${count})`,
        }))}
        value={shown}
        onChange={setShown}
      />
      <DataTable
        caption={t('move.dryRun')}
        captionHidden
        rows={rows}
        rowKey={({ caseId }) => caseId}
        columns={columns}
      />
    </div>
  );
};
