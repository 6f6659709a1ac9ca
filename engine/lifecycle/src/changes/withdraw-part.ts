import { requireSaid } from '@irisflow/foundation';
import { listChanges } from '../storage/changes.ts';
import type { UseCase } from '../surroundings.ts';
import type { MyChanges } from '../views/change.ts';
import { changeTexts } from './change-texts.ts';
import { keep, lockMine, MAX_CHANGE_REASON, requireSince, type Said } from './keep-declaration.ts';
import { answersAbout, notOffered, offeredOf, partLabel, procedureOf, requireRunning } from './offered-changes.ts';
import { viewMyChanges } from './view-changes.ts';

export interface WithdrawPart extends Said {
  /** Key of a part of the procedure. */
  readonly part: string;
}

/** Asks that a part of my case goes no further; what becomes of it is the office's to say. */
export const withdrawPart: UseCase<WithdrawPart, MyChanges> = async (surroundings, actor, input) => {
  const reason = requireSaid(input.reason, { what: 'a reason', pointer: '/reason', most: MAX_CHANGE_REASON });
  requireSince(surroundings, input.since);
  return surroundings.database.transaction(async (tx) => {
    const { person, row } = await lockMine(tx, actor, input.caseId);
    requireRunning(row);
    const procedure = await procedureOf(surroundings, tx, row);
    const part = offeredOf(procedure, row).parts?.find(({ key }) => key === input.part);
    const isOver = (await listChanges(tx, row.id)).some((one) => one.part === input.part && one.state === 'accepted');
    if (part === undefined || isOver) throw notOffered(row, input.part);
    await keep(surroundings, tx, {
      actor,
      person,
      row,
      change: {
        part: part.key,
        answers: [],
        told: answersAbout(procedure, row, part),
        since: input.since,
        reason,
        documents: [],
      },
      text: changeTexts.partDeclared([partLabel(procedure.description, part.key)], input.since),
    });
    return viewMyChanges(surroundings, tx, row);
  });
};
