import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { isoOf, type LocalizedText } from '@irisflow/foundation';
import type { ProcedureDescription } from '@irisflow/procedures';
import { type DecisionAct, insertDecisionHands, listMatterHands, type MatterHand } from '../storage/hands.ts';
import { type DoneStep, listDoneSteps } from '../storage/performers.ts';

interface Deciding {
  readonly row: CaseRow;
  readonly decisionId: string;
  readonly description: ProcedureDescription;
  readonly now: number;
}

/** Something done for a decision, in whatever place it is found. */
interface Hand extends Omit<MatterHand, 'caseId' | 'act' | 'isTakenBack'> {
  readonly act: DecisionAct;
}

const labelOf = ({ tasks }: ProcedureDescription, elementId: string): LocalizedText =>
  tasks[elementId]?.name ?? { fr: elementId, nl: elementId, en: elementId };

const stepHand = (act: 'proposal' | 'decision', step: DoneStep, { description, now }: Deciding): Hand => ({
  act,
  label: labelOf(description, step.elementId),
  personId: step.personId,
  delegatorId: step.delegatorId,
  name: step.name,
  onBehalfOf: step.delegator,
  accounts: step.accounts,
  doneAt: step.doneAt ?? isoOf(now),
  ofCase: null,
});

/**
 * Writes down with a decision who inspected, held a hearing, gave an opinion, proposed and decided, and whether who decided did any
 * of it too. A decision that nobody took, of a process without tasks, is nobody's.
 */
export const noteHands = async (tx: Queryable, deciding: Deciding): Promise<void> => {
  const { row, decisionId, description } = deciding;
  const steps = await listDoneSteps(tx, row.id);
  const [last] = steps;
  if (last === undefined) return;
  const proposing = description.tasks[last.elementId]?.separateFrom ?? [];
  const before = (await listMatterHands(tx, [row.id])).filter(({ isTakenBack }) => !isTakenBack);
  // Whoever takes the place of a decision is kept apart from it, and nobody proposed it.
  const hasDecided = ({ label, personId }: Hand): boolean =>
    before.some((one) => one.act === 'decision' && one.personId === personId && one.label.fr === label.fr);
  const hands: readonly Hand[] = [
    ...before,
    ...steps
      .filter(({ elementId }) => proposing.includes(elementId))
      .toReversed()
      .map((step) => stepHand('proposal', step, deciding))
      .filter((hand) => !hasDecided(hand)),
    stepHand('decision', last, deciding),
  ];
  await insertDecisionHands(
    tx,
    hands.map((hand, position, { length }) => ({
      decision_id: decisionId,
      position,
      case_id: row.id,
      administration: row.administration,
      act: hand.act,
      label: hand.label,
      name: hand.name,
      on_behalf_of: hand.onBehalfOf,
      person_id: hand.personId,
      delegator_id: hand.delegatorId,
      done_at: hand.doneAt,
      of_case: hand.ofCase,
      decided_too: position < length - 1 && hand.accounts.some((account) => last.accounts.includes(account)),
    })),
  );
};
