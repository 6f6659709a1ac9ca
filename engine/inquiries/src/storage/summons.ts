import type { Queryable } from '@irisflow/database';
import { isoOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface SummonsRow {
  hearing_id: string;
  position: number;
  participant_id: string | null;
  name: string;
  role: LocalizedText;
  came: boolean | null;
  statement: string | null;
  /** When they were told that they are expected no more, for they take part no longer. */
  released_at: Date | string | null;
}

export interface Summoned {
  /** Null for the applicant. */
  readonly participantId: string | null;
  readonly name: string;
  readonly role: LocalizedText;
}

interface OfHearing {
  readonly hearingId: string;
  readonly caseId: string;
  readonly administration: string;
}

export const insertSummons = async (
  db: Queryable,
  { hearingId, caseId, administration }: OfHearing,
  summoned: readonly Summoned[],
): Promise<void> => {
  if (summoned.length === 0) return;
  await tables(db)
    .insertInto('hearing_summons')
    .values(
      summoned.map(({ participantId, name, role }, position) => ({
        hearing_id: hearingId,
        position,
        case_id: caseId,
        administration,
        participant_id: participantId,
        name,
        role: jsonOf(role),
      })),
    )
    .execute();
};

/** Who was summoned to the hearings of a case. */
export const listSummons = (db: Queryable, caseId: string): Promise<SummonsRow[]> =>
  tables(db)
    .selectFrom('hearing_summons as s')
    .select([
      's.hearing_id',
      's.position',
      's.participant_id',
      's.name',
      's.role',
      's.came',
      's.statement',
      's.released_at',
    ])
    .where('s.case_id', '=', caseId)
    .orderBy('s.hearing_id')
    .orderBy('s.position')
    .$castTo<SummonsRow>()
    .execute();

/** Those who take part no longer hear of a hearing once more, and then of it no more. */
export const releaseSummoned = async (
  db: Queryable,
  { hearingId, participants, at }: { readonly hearingId: string; readonly participants: string[]; readonly at: number },
): Promise<void> => {
  if (participants.length === 0) return;
  await tables(db)
    .updateTable('hearing_summons')
    .set({ released_at: isoOf(at) })
    .where('hearing_id', '=', hearingId)
    .where('participant_id', 'in', participants)
    .execute();
};

export interface Presence {
  readonly position: number;
  readonly came: boolean;
  readonly statement: string | null;
}

export const notePresence = (db: Queryable, hearingId: string, { position, came, statement }: Presence) =>
  tables(db)
    .updateTable('hearing_summons')
    .set({ came, statement })
    .where('hearing_id', '=', hearingId)
    .where('position', '=', position)
    .execute();
