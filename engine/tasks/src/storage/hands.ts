import type { Queryable, Row } from '@irisflow/database';
import { instantOf, jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { MatterAct } from '@irisflow/procedures';
import { tables } from './tables.ts';
import type { DecisionHandTable } from './tables.gen.ts';

/** Something that somebody did in the matter of a case beside its tasks. */
export interface MatterHand {
  /** The case that was asked about. */
  readonly caseId: string;
  readonly act: MatterAct;
  readonly label: LocalizedText;
  readonly personId: string;
  readonly delegatorId: string | null;
  readonly name: string;
  /** Every account of who did it, and of in whose name. */
  readonly accounts: readonly string[];
  readonly doneAt: string;
  /** Reference of the linked case in which it was done; null for the case itself. */
  readonly ofCase: string | null;
  /** In whose name it was done. */
  readonly onBehalfOf: string | null;
  /** Whether the link to its case was taken back, by whoever did it: it keeps them away, and is no part of the matter. */
  readonly isTakenBack: boolean;
}

interface HandRow extends Row {
  case_id: string;
  act: MatterAct;
  label: LocalizedText;
  person_id: string;
  delegator_id: string | null;
  name: string;
  accounts: string[];
  done_at: Date | string;
  of_case_id: string;
  reference: string;
  on_behalf_of: string | null;
  is_taken_back: boolean;
}

/** Who inspected, held a hearing, gave an opinion or decided in some cases and in those that are linked to them. */
export const listMatterHands = async (db: Queryable, caseIds: readonly string[]): Promise<MatterHand[]> => {
  if (caseIds.length === 0) return [];
  const rows = await db.query<HandRow>('select * from casework.hands_in_matters($1::text[])', [caseIds]);
  return rows.map((row) => ({
    caseId: row.case_id,
    act: row.act,
    label: row.label,
    personId: row.person_id,
    delegatorId: row.delegator_id,
    name: row.name,
    accounts: row.accounts,
    doneAt: instantOf(row.done_at),
    ofCase: row.of_case_id === row.case_id ? null : row.reference,
    onBehalfOf: row.on_behalf_of,
    isTakenBack: row.is_taken_back,
  }));
};

/** Beside the acts of a matter, that somebody proposed what was decided. */
export type DecisionAct = MatterAct | 'proposal';

/** A hand in a decision, as it is kept with it. */
export interface DecisionHandRow extends Omit<DecisionHandTable, 'act' | 'label' | 'done_at'> {
  readonly act: DecisionAct;
  readonly label: LocalizedText;
  readonly done_at: Date | string;
}

export const insertDecisionHands = async (db: Queryable, hands: readonly DecisionHandRow[]): Promise<void> => {
  if (hands.length === 0) return;
  const rows = hands.map((hand) => ({ ...hand, label: jsonOf(hand.label) }));
  await tables(db).insertInto('decision_hand').values(rows).execute();
};

/** Of every decision of a case, the decisions in the order in which they were taken. */
export const listDecisionHands = (db: Queryable, caseId: string): Promise<DecisionHandRow[]> =>
  tables(db)
    .selectFrom('decision_hand')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('decision_id')
    .orderBy('position')
    .$castTo<DecisionHandRow>()
    .execute();
