import type { BulkCounts, BulkSummary } from '@irisflow/client';
import { ProgressBar } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

interface ProgressProps {
  readonly counts: BulkCounts;
  readonly state: BulkSummary['state'];
}

/** How far a bulk decision is, in words and as a bar; screen readers hear the end of it, not every step. */
export const BulkProgress = ({ counts, state }: ProgressProps) => {
  const t = useDeskText();
  const { total, waiting, done, failed, canceled } = counts;
  const settled = total - waiting;
  return (
    <div className="iris-stack desk-bulk__progress">
      <output className="desk-bulk__state">
        <strong>{t(`bulk.state.${state}`)}</strong>
        {state !== 'running' && ` ${t('bulk.result', { done, failed: failed + canceled })}`}
      </output>
      <ProgressBar label={t('bulk.progress')} value={total === 0 ? 1 : settled / total} />
      <p className="iris-muted">{t('bulk.settled', { settled, total })}</p>
    </div>
  );
};
