import { listCaseDocuments, type CaseRow, requireReasonable } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { segmentsOf, writeAt } from '@irisflow/forms';
import { CaseworkError, type FormData, requireSaid } from '@irisflow/foundation';
import { readApart } from '@irisflow/restricted';
import { judgeAnswers } from '../corrections/correct-answers.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { DeclaredAnswer, MyChanges, ToldChange } from '../views/change.ts';
import { changeTexts } from './change-texts.ts';
import { keep, lockMine, MAX_CHANGE_REASON, requireSince, type Said } from './keep-declaration.ts';
import { notOffered, offeredOf, procedureOf, requireRunning } from './offered-changes.ts';
import { viewMyChanges } from './view-changes.ts';

export const MAX_CHANGE_DOCUMENTS = 10;

export interface DeclareChange extends Said {
  readonly answers: readonly DeclaredAnswer[];
  readonly documents: readonly string[];
}

/** Only files that the applicant added to this case go with it. */
const requireDocuments = async (tx: Queryable, caseId: string, documents: readonly string[]): Promise<void> => {
  const own = new Set(
    (await listCaseDocuments(tx, caseId))
      .filter(({ origin, visible_to_applicant: isShown }) => origin === 'applicant' && isShown)
      .map(({ id }) => id),
  );
  const missing = documents.find((id) => !own.has(id));
  if (missing !== undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected documents of this case, but ${missing.slice(0, 80)} is none`);
};

/** The answers of the case with those that are declared, each of a field that may be. */
const withDeclared = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, answers }: { readonly row: CaseRow; readonly answers: readonly DeclaredAnswer[] },
): Promise<FormData> => {
  const { fields = [] } = offeredOf(await procedureOf(surroundings, tx, row), row);
  const stranger = answers.find(({ pointer }) => !fields.includes(pointer));
  if (stranger !== undefined || answers.length === 0) throw notOffered(row, stranger?.pointer ?? 'no answer');
  return answers.reduce<FormData>((data, { pointer, value }) => writeAt(data, segmentsOf(pointer), value), row.data);
};

/** Declares that answers of my case are others by now. Nothing changes before the office says so. */
export const declareChange: UseCase<DeclareChange, MyChanges> = async (surroundings, actor, input) => {
  const reason = requireSaid(input.reason, { what: 'a reason', pointer: '/reason', most: MAX_CHANGE_REASON });
  requireSince(surroundings, input.since);
  requireReasonable({ answers: input.answers });
  return surroundings.database.transaction(async (tx) => {
    const { person, row } = await lockMine(tx, actor, input.caseId);
    requireRunning(row);
    await requireDocuments(tx, row.id, input.documents);
    const data = await withDeclared(surroundings, tx, { row, answers: input.answers });
    const apart = await readApart(tx, row.id);
    const { changes } = await judgeAnswers(surroundings, tx, { row, data, apart, open: new Map() });
    if (changes.length === 0)
      throw new CaseworkError('INPUT_INVALID', `Expected another answer than ${row.id} has, but found the same ones`);
    const { since, documents, answers } = input;
    const told: readonly ToldChange[] = changes;
    await keep(surroundings, tx, {
      actor,
      person,
      row,
      change: { part: null, answers, told, since, reason, documents },
      text: changeTexts.declared(
        told.map(({ label }) => label),
        since,
      ),
    });
    return viewMyChanges(surroundings, tx, row);
  });
};
