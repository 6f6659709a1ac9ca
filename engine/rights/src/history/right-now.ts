import type { Queryable } from '@irisflow/database';
import type { RightEffect } from '@irisflow/procedures';
import { findRight } from '../storage/rights.ts';
import { listVersions } from '../storage/versions.ts';
import { asOf } from './history.ts';

/** What other rooms ask of a right: whose it is, of what kind, and how it stands on a day. */
export interface RightNow {
  readonly administration: string;
  /** The case that granted it. */
  readonly caseId: string;
  readonly procedureKey: string;
  /** Whose kind it is of. */
  readonly procedureVersion: number;
  readonly number: string;
  readonly personId: string;
  readonly kind: string;
  /** Its first day. */
  readonly beginsOn: string;
  /** Its last day; null where it has none. */
  readonly validTo: string | null;
  readonly effect: RightEffect;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A right as it is known now for a day, or for its first one where it begins later; undefined for who does not see it. */
export const rightNow = async (
  db: Queryable,
  { rightId, day }: { readonly rightId: string; readonly day: string },
): Promise<RightNow | undefined> => {
  const right = await findRight(db, rightId);
  if (right === undefined) return undefined;
  const on = right.begins_on > day ? right.begins_on : day;
  const version = asOf(await listVersions(db, rightId), { on });
  if (version === undefined) return undefined;
  return {
    administration: right.administration,
    caseId: right.case_id,
    procedureKey: right.procedure_key,
    procedureVersion: right.procedure_version,
    number: right.number,
    personId: right.person_id,
    kind: right.kind,
    beginsOn: right.begins_on,
    validTo: version.validTo,
    effect: version.effect,
    data: version.data,
  };
};
