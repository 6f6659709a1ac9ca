import { requireClerkCase, lockCase, recordOpening } from '@irisflow/casework';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { lockOpinion } from '../storage/opinions.ts';
import type { UseCase } from '../surroundings.ts';
import type { OpinionView } from '../views/opinion.ts';
import { finishOpinion } from './end-opinion.ts';
import { viewOpinions } from './view-opinions.ts';

export interface Withdrawal {
  readonly caseId: string;
  readonly opinionId: string;
  readonly reason: string;
}

/** Asks for an opinion no longer; the process goes on with the word that it was withdrawn. */
export const withdrawOpinion: UseCase<Withdrawal, OpinionView[]> = async (surroundings, actor, input) => {
  const { caseId, opinionId } = input;
  const reason = requireReason(input.reason);
  const views = await surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    await lockCase(tx, caseId);
    const opinion = await lockOpinion(tx, opinionId);
    if (opinion?.case_id !== caseId)
      throw new CaseworkError('NOT_FOUND', `Expected an opinion ${opinionId} of this case, but there is none`);
    if (opinion.state !== 'asked')
      throw new CaseworkError('OPINION_ENDED', `Expected an opinion that is asked, but it is ${opinion.state}`);
    await finishOpinion(surroundings, tx, {
      actor,
      row,
      opinion,
      end: { state: 'withdrawn', endedBy: clerk.person.id, reason },
    });
    await recordOpening(surroundings, tx, { clerk, row });
    return viewOpinions(tx, row);
  });
  surroundings.outboxBell.ring();
  return views;
};
