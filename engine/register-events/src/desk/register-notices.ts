import { appendAudit, namesOf } from '@irisflow/access';
import { requireClerkCase } from '@irisflow/casework';
import { CaseworkError, instantOf, instantOrNull } from '@irisflow/foundation';
import { listNotices, setSeen } from '../storage/notices.ts';
import type { UseCase } from '../surroundings.ts';
import type { RegisterNoticeView } from '../views.ts';

/** What registers told of a case by themselves, the newest first. */
export const listRegisterNotices: UseCase<{ readonly caseId: string }, RegisterNoticeView[]> = async (
  { database },
  actor,
  { caseId },
) => {
  await requireClerkCase(database, actor, caseId);
  const rows = await listNotices(database, caseId);
  const names = await namesOf(
    database,
    rows.flatMap(({ seen_by: by }) => by ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    source: row.source,
    happenedOn: row.happened_on,
    aboutApplicant: row.about_applicant,
    toldAt: instantOf(row.told_at),
    seenBy: row.seen_by === null ? null : (names.get(row.seen_by) ?? row.seen_by),
    seenAt: instantOrNull(row.seen_at),
  }));
};

/** A clerk took note of what a register told; it waits for nobody any more. */
export const noteRegisterNotice: UseCase<
  { readonly caseId: string; readonly registerNoticeId: string },
  RegisterNoticeView[]
> = async (surroundings, actor, { caseId, registerNoticeId: noticeId }) => {
  const { database, clock } = surroundings;
  await database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, caseId);
    const known = (await listNotices(tx, caseId)).some(({ id }) => id === noticeId);
    if (!known) throw new CaseworkError('NOT_FOUND', `Expected a notice ${noticeId} of the case, but there is none`);
    if (!(await setSeen(tx, { id: noticeId, caseId, by: clerk.person.id, at: clock.now() }))) return;
    await appendAudit(surroundings, tx, {
      actor,
      action: 'register.noted',
      object: `case:${caseId}`,
      administration: row.administration,
      detail: { notice: noticeId },
    });
  });
  return listRegisterNotices(surroundings, actor, { caseId });
};
