import type { Queryable } from '@irisflow/database';
import { authorizationInForce, findApproval, isOnPaper } from '@irisflow/procedures';
import { type CaseRow, findParty } from '@irisflow/casework';
import type { Surroundings } from './surroundings.ts';
import type { LocalizedText } from '@irisflow/foundation';
import type { Ground, Refusal } from './permission.ts';

export interface Judged {
  readonly row: CaseRow;
  readonly source: string;
  readonly numberIndex: string;
}

type Verdict<Granted> = { readonly ground: Granted } | { readonly refusal: Refusal };

/** About the applicant a source may be asked without more; about anybody else only for a reason that a second person approved. */
const reasonFor = async (
  tx: Queryable,
  { row, numberIndex }: Judged,
  declared: LocalizedText | undefined,
): Promise<Verdict<LocalizedText | null>> => {
  const party = await findParty(tx, { caseId: row.id, numberIndex });
  if (party?.role === 'applicant') return { ground: null };
  if (declared === undefined) return { refusal: 'SUBJECT_NOT_PARTY' };
  const approval = await findApproval(tx, { key: row.procedure_key, version: row.procedure_version });
  return approval === undefined || approval.approved_at === null
    ? { refusal: 'REASON_NOT_APPROVED' }
    : { ground: declared };
};

/** Whether a case may ask a source about somebody, and on what ground. */
export const judgeQuestion = async (
  surroundings: Surroundings,
  tx: Queryable,
  judged: Judged,
): Promise<Verdict<Ground>> => {
  const { row, source: sourceKey } = judged;
  const { procedure_key: procedureKey, procedure_version: version, administration } = row;
  const { description } = await surroundings.library.version(tx, procedureKey, version);
  const source = description.sources.find(({ key }) => key === sourceKey);
  if (source === undefined) return { refusal: 'SOURCE_NOT_DECLARED' };
  if (await isOnPaper(surroundings, tx, { administration, sourceKey })) return { refusal: 'ON_PAPER' };
  const found = await authorizationInForce(surroundings, tx, { administration, procedureKey, sourceKey });
  if (found === null) return { refusal: 'NO_AUTHORIZATION' };
  const about = await reasonFor(tx, judged, source.reasonForOthers);
  if ('refusal' in about) return about;
  return {
    ground: {
      authorizationId: found.id,
      source: source.name,
      purpose: found.purpose as LocalizedText,
      legalBasis: found.legal_basis as LocalizedText,
      fields: found.fields,
      reason: about.ground,
    },
  };
};
