import { isOver } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import { endStatuses } from '@irisflow/procedures';
import { type CaseRow, insertDecision, listDecisions, moveCase } from '@irisflow/casework';
import { type CaseTerm, listTerms } from '@irisflow/terms';
import type { Surroundings } from './surroundings.ts';

export type TacitOutcome = 'granted' | 'refused';

const deciders: Readonly<Record<TacitOutcome, LocalizedText>> = {
  granted: {
    fr: 'octroi tacite : le délai de décision a expiré',
    nl: 'stilzwijgende toekenning: de beslissingstermijn is verstreken',
    en: 'tacit grant: the term of decision has expired',
  },
  refused: {
    fr: 'refus tacite : le délai de décision a expiré',
    nl: 'stilzwijgende weigering: de beslissingstermijn is verstreken',
    en: 'tacit refusal: the term of decision has expired',
  },
};

const groundCode = 'TACIT';

interface Refusal {
  readonly caseId: string;
  readonly outcome: string;
  readonly today: string;
}

/** A grant that the law gave cannot be refused by a process that was slower, even where the clock has not come by yet. */
export const refuseAgainstTacitGrant = async (tx: Queryable, { caseId, outcome, today }: Refusal): Promise<void> => {
  if (outcome === 'granted') return;
  const decisions = await listDecisions(tx, caseId);
  const isGranted = decisions.some(
    (decision) => decision.outcome === 'granted' && decision.grounds.some(({ code }) => code === groundCode),
  );
  const terms = await listTerms(tx, [caseId]);
  if (isGranted || terms.some((term) => term.effect === 'tacitGrant' && isOver(term, today)))
    throw new CaseworkError('CASE_ENDED', `Expected no ${outcome.slice(0, 40)} after a tacit grant of case ${caseId}`);
};

/** What the law decides when nobody did in time, with the law itself as its ground. A case that was decided stays so; says which. */
export const decideTacitly = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, term, outcome }: { row: CaseRow; term: CaseTerm; outcome: TacitOutcome },
): Promise<boolean> => {
  if (endStatuses.includes(row.status)) return false;
  const { random, clock } = surroundings;
  const { legalRef } = term;
  await insertDecision(tx, {
    id: random.id(),
    caseId: row.id,
    administration: row.administration,
    at: clock.now(),
    outcome,
    decidedBy: deciders[outcome][row.language],
    grounds: [{ code: groundCode, text: legalRef }],
    amount: null,
    validFrom: null,
    validTo: null,
  });
  await moveCase(surroundings, tx, row, outcome);
  return true;
};
