import { namesOf } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { listCorrections } from '../storage/corrections.ts';
import type { CorrectionView } from '../views/case.ts';

/** What was corrected in the answers; applicants read that the administration did it. */
export const viewCorrections = async (
  db: Queryable,
  caseId: string,
  audience: 'applicant' | 'agent',
): Promise<CorrectionView[]> => {
  const rows = await listCorrections(db, caseId);
  const ids = audience === 'agent' ? rows.map(({ corrected_by: by }) => by) : [];
  const names = await namesOf(db, ids);
  return rows.map(({ id, pointer, label, before, after, reason, corrected_by: by, corrected_at: at }) => ({
    id,
    pointer,
    label,
    before,
    after,
    reason,
    at: instantOf(at),
    by: names.get(by) ?? null,
  }));
};
