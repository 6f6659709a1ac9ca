import { dayOf } from '@irisflow/calendar';
import { listCaseDocuments } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { type HeldRight, kindOf } from '@irisflow/rights';
import { formOf, ruleOf } from '../plan/declared.ts';
import type { ObligationRow } from '../storage/obligations.ts';
import type { OccurrenceRow } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';
import { viewOccurrence } from './view-obligation.ts';

export interface Whole extends HeldRight {
  readonly obligation: ObligationRow;
  readonly occurrence: OccurrenceRow;
}

/** What holder and office both read of an occurrence. */
export const viewWhole = async (
  surroundings: Surroundings,
  db: Queryable,
  { obligation, occurrence, right, row }: Whole,
) => {
  const rule = await ruleOf(surroundings, db, obligation);
  const documents = (await listCaseDocuments(db, row.id)).filter(({ id }) => occurrence.documents.includes(id));
  return {
    ...viewOccurrence(rule, occurrence, dayOf(surroundings.clock.now())),
    name: rule.name,
    summary: rule.summary ?? null,
    rightId: right.id,
    number: right.number,
    kind: (await kindOf(surroundings, db, right)).name,
    caseId: row.id,
    form: (await formOf(surroundings, db, obligation)).form,
    answers: occurrence.answers,
    documents: documents.map(({ id, name, size }) => ({ id, name, size })),
  };
};
