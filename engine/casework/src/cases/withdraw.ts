import { appendAudit } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { dayOf } from '@irisflow/calendar';
import { requireAssuranceOf } from '@irisflow/procedures';
import { cancelRequests } from './request-terms.ts';
import { markWithdrawal } from '../storage/cases.ts';
import { insertOutbox } from '../storage/outbox.ts';
import { insertTimelineEntry } from '../storage/timeline.ts';
import type { UseCase } from '../surroundings.ts';
import type { CaseView } from '../views/case.ts';
import { applicantName } from './actor-names.ts';
import { lockApplicantCase } from './case-access.ts';
import { hasEnded, isWithdrawalHeard, viewCase } from './case-view.ts';
import { timelineText } from './timeline-texts.ts';

const messageName = 'withdrawal.requested';
const MAX_REASON = 2000;

/** Withdraws my application: the process is told, and sets the status once it has stopped. Twice changes nothing. */
export const withdraw: UseCase<{ caseId: string; reason: string }, CaseView> = async (surroundings, actor, input) => {
  const { database, clock, library, outboxBell } = surroundings;
  const { caseId } = input;
  const reason = input.reason.trim().slice(0, MAX_REASON);
  const view = await database.transaction(async (tx) => {
    const { row } = await lockApplicantCase(tx, actor, caseId);
    // Who files as strongly as the procedure asks is who takes it back.
    await requireAssuranceOf(tx, actor, { key: row.procedure_key, version: row.procedure_version, act: 'file' });
    const reader = { audience: 'applicant', isApplicant: true } as const;
    if (row.withdrawal_asked_at !== null) return viewCase(surroundings, tx, row, reader);
    if (hasEnded(row)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${caseId} is ${row.status}`);
    const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
    if (!isWithdrawalHeard(description, row))
      throw new CaseworkError(
        'WITHDRAWAL_UNHEARD',
        `Expected a case whose process ends by a withdrawal, but not ${caseId}`,
      );
    const at = clock.now();
    const { administration } = row;
    await cancelRequests(tx, caseId, dayOf(at));
    await markWithdrawal(tx, { id: caseId, at });
    await insertTimelineEntry(tx, {
      caseId,
      administration,
      at,
      kind: 'withdrawalRequested',
      text: timelineText('withdrawalRequested', { fr: reason, nl: reason, en: reason }),
      actor: applicantName,
      visibleToApplicant: true,
    });
    await insertOutbox(tx, {
      caseId,
      message: { kind: 'publishMessage', name: messageName, variables: { reason } },
      at,
    });
    const withdrawn = await viewCase(surroundings, tx, (await lockApplicantCase(tx, actor, caseId)).row, reader);
    await appendAudit(surroundings, tx, { actor, action: 'case.withdrawn', object: `case:${caseId}`, administration });
    return withdrawn;
  });
  outboxBell.ring();
  return view;
};
