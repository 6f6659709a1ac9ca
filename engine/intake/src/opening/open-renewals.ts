import { actingAs, job, requireMachine, type Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { applicationForm, type CaseRow, findCase, lastingAnswers, type Matter } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { isRetired, listLatestDescriptions, type PublishedProcedure } from '@irisflow/procedures';
import { doEach } from '@irisflow/foundation';
import { putBack, readApart } from '@irisflow/restricted';
import { linkCases } from '../links/link-cases.ts';
import { listDueRenewals } from '../storage/links.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { applicantOfCase } from './applicant-of-case.ts';
import { openOnce } from './open-once.ts';

const actor: Actor = job('intake');

const matterOf = async (
  surroundings: Surroundings,
  tx: Queryable,
  { row, procedure }: { row: CaseRow; procedure: PublishedProcedure },
): Promise<Matter> => ({
  actor,
  procedure,
  ...(await applicantOfCase(surroundings, tx, row)),
  data: lastingAnswers(
    applicationForm(procedure),
    putBack(row.data, await readApart(tx, row.id)),
    dayOf(surroundings.clock.now()),
  ),
  prefill: [],
  language: row.language,
  channel: 'schedule',
  receivedOn: null,
  openedBy: null,
  draftId: null,
  contactId: null,
  detail: { renews: row.id },
});

/** Each in a transaction of its own: one that fails keeps no other waiting. */
const renew = async (surroundings: Surroundings, caseId: string, procedure: PublishedProcedure): Promise<boolean> =>
  surroundings.database.transaction(async (tx) => {
    const row = await findCase(tx, caseId);
    if (row === undefined) return false;
    const opened = await openOnce(surroundings, tx, {
      name: { administration: row.administration, reference: `renewal/${row.id}` },
      procedureKey: procedure.key,
      request: null,
      matter: () => matterOf(surroundings, tx, { row, procedure }),
    });
    if (opened.isNew)
      await linkCases(surroundings, tx, { actor, kind: 'renewalOf', caseId: opened.caseId, of: row, reason: '' });
    return opened.isNew;
  });

/** Opens the renewals whose day has come, of the procedures that declare one; answers how many cases that made. */
export const openRenewals: UseCase<Record<string, never>, number> = async (given, caller) => {
  requireMachine(caller);
  const surroundings = actingAs(given, actor);
  const { database, clock, library, outboxBell } = surroundings;
  const today = dayOf(clock.now());
  const due: { caseId: string; procedure: PublishedProcedure }[] = [];
  for (const { description } of await listLatestDescriptions(database)) {
    const { key: procedureKey, renewal } = description;
    // Its rights go on to their last day, and nothing follows them.
    if (renewal === undefined || (await isRetired(surroundings, database, { key: procedureKey }))) continue;
    const procedure = await library.latest(database, procedureKey);
    for (const caseId of await listDueRenewals(database, { procedureKey, ...renewal, today }))
      due.push({ caseId, procedure });
  }
  return doEach('open every renewal that is due', due, async ({ caseId, procedure }) => {
    const isNew = await renew(surroundings, caseId, procedure);
    if (isNew) outboxBell.ring();
    return isNew;
  });
};
