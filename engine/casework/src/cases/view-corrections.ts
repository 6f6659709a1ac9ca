import { namesOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { listCorrections } from '../storage/corrections.ts';
import type { ApartAnswer } from '@irisflow/restricted';
import type { CorrectionView } from '../views/case.ts';

/** What stands apart of a correction of a restricted answer. */
export type CorrectionWords = Pick<CorrectionView, 'before' | 'after'>;

interface Asked {
  readonly caseId: string;
  readonly audience: 'applicant' | 'agent';
  /** What is kept apart, as far as the reader sees it. */
  readonly seen: readonly ApartAnswer[];
}

/** What was corrected in the answers; applicants read that the administration did it. */
export const viewCorrections = async (db: Queryable, { caseId, audience, seen }: Asked): Promise<CorrectionView[]> => {
  const words = new Map(
    seen.filter(({ kind }) => kind === 'correction').map(({ of, value }) => [of, value as CorrectionWords]),
  );
  const rows = await listCorrections(db, caseId);
  const ids = audience === 'agent' ? rows.map(({ corrected_by: by }) => by) : [];
  const names = await namesOf(db, ids);
  return rows.map(({ id, pointer, label, before, after, reason, corrected_by: by, corrected_at: at }) => ({
    id,
    pointer,
    label,
    before: words.get(id)?.before ?? before,
    after: words.get(id)?.after ?? after,
    reason,
    at: instantOf(at),
    by: names.get(by) ?? null,
  }));
};
