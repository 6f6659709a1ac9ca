import { appendAudit } from '@irisflow/access';
import { applicantName, insertTimelineEntry, lockSharedCase, touchCase } from '@irisflow/casework';
import { CaseworkError, requireReason } from '@irisflow/foundation';
import { answerWishRow, leadHearingRow, lockHearing, wishHearingRow } from '../storage/hearings.ts';
import type { UseCase } from '../surroundings.ts';
import type { HearingView, SharedHearing } from '../views/hearing.ts';
import { lockClerkHearing, type OfHearing, requireScheduled, traceHearing, unknownHearing } from './hearing-access.ts';
import { hearingTexts } from './hearing-texts.ts';
import { mayWish, viewHearings, viewSharedHearings } from './view-hearings.ts';

export interface Wish extends OfHearing {
  readonly reason: string;
}

/** Asks the office for another time; the hearing stays where it is until the office moves it. */
export const askOtherTime: UseCase<Wish, SharedHearing[]> = async (surroundings, actor, input) => {
  const { database, clock } = surroundings;
  const { caseId, hearingId } = input;
  const reason = requireReason(input.reason, 2000);
  return database.transaction(async (tx) => {
    const { row, part } = await lockSharedCase(surroundings, tx, actor, caseId);
    const hearing = await lockHearing(tx, hearingId);
    if (hearing?.case_id !== caseId) throw unknownHearing(hearingId);
    requireScheduled(hearing, row);
    const at = clock.now();
    if (!mayWish(hearing, row, at))
      throw new CaseworkError(
        'HEARING_ENDED',
        'Expected a hearing to come for which no other time is asked yet, but it has begun or one is',
      );
    await wishHearingRow(tx, { id: hearingId, wish: reason, at });
    await insertTimelineEntry(tx, {
      caseId,
      administration: row.administration,
      at,
      kind: 'hearing.wished',
      text: hearingTexts.wished(hearing.label),
      actor: applicantName,
      visibleToApplicant: true,
    });
    await touchCase(tx, { id: caseId, at });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'hearing.wished',
      object: `case:${caseId}`,
      administration: row.administration,
      detail: { hearing: hearingId },
    });
    return viewSharedHearings(tx, row, { now: at, isApplicant: part === null, mayAct: true });
  });
};

export interface WishAnswer extends OfHearing {
  readonly answer: string;
}

/** Leaves a hearing where it is although another time was asked for. */
export const declineWish: UseCase<WishAnswer, HearingView[]> = async (surroundings, actor, input) => {
  const { database, clock } = surroundings;
  const answer = requireReason(input.answer, 2000);
  return database.transaction(async (tx) => {
    const found = await lockClerkHearing(tx, actor, input);
    const { clerk, row, hearing } = found;
    if (hearing.wish === null || hearing.wish_answered_at !== null)
      throw new CaseworkError('INPUT_INVALID', 'Expected that another time is asked for, but none is');
    await answerWishRow(tx, { id: hearing.id, answer, at: clock.now() });
    const text = hearingTexts.wishDeclined(hearing.label);
    await traceHearing(surroundings, tx, found, { actor, hearing, what: 'wishDeclined', text });
    return viewHearings(tx, row, { personId: clerk.person.id, now: clock.now() });
  });
};

/** Takes a hearing: from now on it is mine to hold. */
export const leadHearing: UseCase<OfHearing, HearingView[]> = async (surroundings, actor, input) => {
  const { database, clock } = surroundings;
  return database.transaction(async (tx) => {
    const found = await lockClerkHearing(tx, actor, input);
    const { clerk, row, hearing } = found;
    await leadHearingRow(tx, { id: hearing.id, personId: clerk.person.id });
    await traceHearing(surroundings, tx, found, { actor, hearing, what: 'taken' });
    return viewHearings(tx, row, { personId: clerk.person.id, now: clock.now() });
  });
};
