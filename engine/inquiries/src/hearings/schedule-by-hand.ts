import { administrationName, lockCase, requireClerkCase } from '@irisflow/casework';
import type { UseCase } from '../surroundings.ts';
import type { HearingView } from '../views/hearing.ts';
import { traceHearing, unknownHearing } from './hearing-access.ts';
import { type HearingOrder, prepareHearing, scheduleHearing } from './schedule-hearing.ts';
import { viewHearings } from './view-hearings.ts';

export interface ScheduleByHand extends HearingOrder {
  readonly caseId: string;
}

/** A clerk schedules a hearing that the procedure declares, which they hold themselves until somebody else takes it. */
export const scheduleByHand: UseCase<ScheduleByHand, HearingView[]> = async (surroundings, actor, order) => {
  const { database, clock } = surroundings;
  const { caseId } = order;
  const seen = await requireClerkCase(database, actor, caseId);
  const prepared = await prepareHearing(surroundings, seen.row, order);
  return database.transaction(async (tx) => {
    const { clerk } = await requireClerkCase(tx, actor, caseId);
    const row = await lockCase(tx, caseId);
    if (row === undefined) throw unknownHearing(caseId);
    const { hearingId } = await scheduleHearing(surroundings, {
      tx,
      row,
      prepared,
      scheduledBy: clerk.person.id,
      voice: { actor: administrationName },
    });
    // The timeline has it already, as it has what processes schedule.
    await traceHearing(surroundings, tx, { clerk, row }, { actor, hearing: { id: hearingId }, what: 'scheduled' });
    return viewHearings(tx, row, { personId: clerk.person.id, now: clock.now() });
  });
};
