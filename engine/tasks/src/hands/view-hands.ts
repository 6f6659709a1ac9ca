import { requireClerkCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { type DecisionHandRow, listDecisionHands as listRows } from '../storage/hands.ts';
import type { UseCase } from '../surroundings.ts';
import type { DecisionHands } from '../views.ts';

const viewHand = (row: DecisionHandRow): DecisionHands['hands'][number] => ({
  act: row.act,
  label: row.label,
  name: row.name,
  onBehalfOf: row.on_behalf_of,
  doneAt: instantOf(row.done_at),
  ofCase: row.of_case,
  decidedToo: row.decided_too,
});

/** Who had a hand in which decision of a case. */
export const viewHands = async (db: Queryable, caseId: string): Promise<DecisionHands[]> => {
  const byDecision = new Map<string, DecisionHandRow[]>();
  for (const row of await listRows(db, caseId))
    byDecision.set(row.decision_id, [...(byDecision.get(row.decision_id) ?? []), row]);
  return [...byDecision].map(([decisionId, rows]) => ({
    decisionId,
    isKeptApart: rows.every(({ decided_too: too }) => !too),
    hands: rows.map(viewHand),
  }));
};

/** Who inspected, held a hearing, gave an opinion, proposed and decided, for whoever handles the case. */
export const listDecisionHands: UseCase<{ readonly caseId: string }, DecisionHands[]> = async (
  { database },
  actor,
  { caseId },
) =>
  database.transaction(async (tx) => {
    await requireClerkCase(tx, actor, caseId);
    return viewHands(tx, caseId);
  });
