import { appendAudit } from '@irisflow/access';
import { touchCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { type ChangeRow, endChange, listChanges } from '../storage/changes.ts';
import type { UseCase } from '../surroundings.ts';
import type { MyChanges } from '../views/change.ts';
import { changeTexts } from './change-texts.ts';
import { lockMine, noteOf } from './keep-declaration.ts';
import { procedureOf, requireRunning, subjectOf } from './offered-changes.ts';
import { viewMyChanges } from './view-changes.ts';

/** What still waits to be settled, in a case that is locked. */
export const requireWaiting = async (tx: Queryable, caseId: string, changeId: string): Promise<ChangeRow> => {
  const found = (await listChanges(tx, caseId)).find(({ id }) => id === changeId);
  if (found === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected something declared in ${caseId}, but there is none`);
  if (found.state !== 'waiting')
    throw new CaseworkError('CHANGE_SETTLED', `Expected ${changeId} to wait, but it is ${found.state}`);
  return found;
};

/** Takes back what I declared, while nobody has settled it. */
export const retractChange: UseCase<{ caseId: string; changeId: string }, MyChanges> = async (
  surroundings,
  actor,
  { caseId, changeId },
) =>
  surroundings.database.transaction(async (tx) => {
    const { person, row } = await lockMine(tx, actor, caseId);
    requireRunning(row);
    const change = await requireWaiting(tx, caseId, changeId);
    const at = surroundings.clock.now();
    await endChange(tx, { id: change.id, state: 'retracted', by: person.id, at, refusal: null });
    const { description } = await procedureOf(surroundings, tx, row);
    const say = change.part === null ? changeTexts.retracted : changeTexts.partRetracted;
    const text = say(subjectOf(description, change), change.since);
    await noteOf(tx, { row, at, kind: 'changeRetracted', text });
    await touchCase(tx, { id: caseId, at });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'change.retracted',
      object: `case:${caseId}`,
      administration: row.administration,
      detail: { change: change.id },
    });
    return viewMyChanges(surroundings, tx, row);
  });
