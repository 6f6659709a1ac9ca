import type { CaseRow } from '../storage/cases.ts';
import type { Surroundings } from '../surroundings.ts';
import type { SealedCase } from '@irisflow/access';

export const sealedCaseOf = (row: CaseRow): SealedCase => ({
  caseId: row.id,
  administration: row.administration,
  procedureKey: row.procedure_key,
  procedureVersion: row.procedure_version,
});

/** The handle that the process of a case carries. */
export const handleOfCase = ({ handles }: Pick<Surroundings, 'handles'>, row: CaseRow): string =>
  handles.seal(sealedCaseOf(row));
