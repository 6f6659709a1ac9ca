import type { Queryable } from '@irisflow/database';
import { type Actor, appendAudit, type Clerk } from '@irisflow/access';
import { type CaseRow, noteByOffice, lockCase, recordOpening, requireClerkCase, touchCase } from '@irisflow/casework';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { type HearingRow, lockHearing } from '../storage/hearings.ts';
import type { Surroundings } from '../surroundings.ts';

export interface OfHearing {
  readonly caseId: string;
  readonly hearingId: string;
}

export interface ClerkHearing {
  readonly clerk: Clerk;
  readonly row: CaseRow;
  readonly hearing: HearingRow;
}

export const unknownHearing = (hearingId: string): CaseworkError =>
  new CaseworkError('NOT_FOUND', `Expected a hearing ${hearingId.slice(0, 80)} of this case, but there is none`);

/** A hearing that is still to be held, of an open case. */
export const requireScheduled = ({ state }: Pick<HearingRow, 'state'>, { closed_at: closedAt }: CaseRow): void => {
  if (state === 'scheduled' && closedAt === null) return;
  throw new CaseworkError(
    'HEARING_ENDED',
    `Expected a hearing that is scheduled, but ${state === 'scheduled' ? 'its case is closed' : `it is ${state}`}`,
  );
};

/** Letters that were written say what the hearing was when they were; who moved it meanwhile has told everybody already. */
export const requireUnmoved = ({ moves }: Pick<HearingRow, 'moves'>, known: Pick<HearingRow, 'moves'>): void => {
  if (moves === known.moves) return;
  throw new CaseworkError(
    'HEARING_MOVED',
    `Expected a hearing that was moved ${known.moves} times, but found ${moves}`,
  );
};

/** A scheduled hearing of a case of the clerk's administration, locked behind its case. */
export const lockClerkHearing = async (
  tx: Queryable,
  actor: Actor,
  { caseId, hearingId }: OfHearing,
): Promise<ClerkHearing> => {
  const { clerk } = await requireClerkCase(tx, actor, caseId);
  // The case first, as everybody locks it.
  const row = await lockCase(tx, caseId);
  const hearing = await lockHearing(tx, hearingId);
  if (row === undefined || hearing?.case_id !== caseId) throw unknownHearing(hearingId);
  requireScheduled(hearing, row);
  return { clerk, row, hearing };
};

interface Trace {
  readonly actor: Actor;
  readonly hearing: Pick<HearingRow, 'id'>;
  /** What became of it, as the audit and the timeline name it. */
  readonly what: 'scheduled' | 'moved' | 'canceled' | 'held' | 'missed' | 'taken' | 'wishDeclined';
  /** What the timeline says; nothing where the applicant has not to know. */
  readonly text?: LocalizedText;
}

/** What a clerk did to a hearing stays on the case, in its timeline and in the audit. */
export const traceHearing = async (
  surroundings: Surroundings,
  tx: Queryable,
  { clerk, row }: Pick<ClerkHearing, 'clerk' | 'row'>,
  { actor, hearing, what, text }: Trace,
): Promise<void> => {
  const at = surroundings.clock.now();
  const { id: caseId, administration } = row;
  if (text !== undefined) await noteByOffice(surroundings, tx, { row, kind: `hearing.${what}`, text, isPublic: true });
  await touchCase(tx, { id: caseId, at });
  await recordOpening(surroundings, tx, { clerk, row });
  await appendAudit(surroundings, tx, {
    actor,
    action: `hearing.${what}`,
    object: `case:${caseId}`,
    administration,
    detail: { hearing: hearing.id },
  });
};
