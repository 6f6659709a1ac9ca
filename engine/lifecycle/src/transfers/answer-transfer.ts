import { type Actor, appendAudit, type Clerk, requireClerk, requireWhole } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  applicationForm,
  type CaseRow,
  closeCaseRow,
  fileCase,
  findCase,
  hasEnded,
  insertDocument,
  insertOutbox,
  lastingAnswers,
  listCaseDocuments,
  lockCase,
  moveCase,
  ownProcedure,
  recordOpening,
  noteByOffice,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf, requireSaid } from '@irisflow/foundation';
import { applicantOfCase } from '@irisflow/intake';
import type { PublishedProcedure } from '@irisflow/procedures';
import { putBackApart, readApart } from '@irisflow/restricted';
import { endTransfer, findTransfer, type TransferRow } from '../storage/transfers.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ReceivedTransfers } from '../views/transfer.ts';
import { MAX_TRANSFER_REASON } from './propose-transfer.ts';
import { transferTexts } from './transfer-texts.ts';
import { carrying, firstDayOf, listReceivedTransfers, nameOfAdministration, stateOf } from './view-transfers.ts';

interface Waiting {
  readonly clerk: Clerk;
  readonly transfer: TransferRow;
  readonly row: CaseRow;
}

const none = (id: string) =>
  new CaseworkError('NOT_FOUND', `Expected a transfer ${id.slice(0, 40)}, but there is none`);

/** One that waits for the administration of who answers, with its case locked: who answers second finds it decided. */
const lockWaiting = async (surroundings: Surroundings, tx: Queryable, actor: Actor, id: string): Promise<Waiting> => {
  const clerk = requireClerk(actor);
  // What others send on is of no kind here yet: no rule can name it.
  requireWhole(clerk);
  const seen = await findTransfer(tx, id);
  if (seen?.to_administration !== clerk.administration) throw none(id);
  const row = await lockCase(tx, seen.case_id);
  const transfer = await findTransfer(tx, id);
  if (row === undefined || transfer === undefined) throw none(id);
  if (stateOf(surroundings, transfer) !== 'proposed' || hasEnded(row))
    throw new CaseworkError('TRANSFER_DECIDED', `Expected transfer ${id} to wait, but it is ${transfer.state}`);
  return { clerk, transfer, row };
};

/** What was chosen goes along as it is; who of the other office added it stays behind. */
const handOver = async (
  { random, clock }: Surroundings,
  tx: Queryable,
  { waiting: { transfer, row, clerk }, caseId }: { waiting: Waiting; caseId: string },
): Promise<void> => {
  const chosen = (await listCaseDocuments(tx, row.id)).filter(({ id }) => transfer.documents.includes(id));
  for (const one of chosen)
    await insertDocument(tx, {
      id: random.id(),
      administration: clerk.administration,
      draftId: null,
      caseId,
      pointer: null,
      name: one.name,
      mediaType: one.media_type,
      size: one.size,
      sha256: one.sha256,
      origin: one.origin,
      category: one.category,
      visibleToApplicant: one.visible_to_applicant,
      at: clock.now(),
      by: one.origin === 'applicant' ? one.added_by : 'transfer',
    });
};

interface Opening {
  readonly actor: Actor;
  readonly waiting: Waiting;
  readonly procedure: PublishedProcedure;
}

/** What the form here asks as well. A restricted answer comes along only to where this form keeps it apart too. */
const answersHere = async (surroundings: Surroundings, tx: Queryable, { waiting, procedure }: Opening) => {
  const { row, transfer } = waiting;
  if (!transfer.with_answers) return {};
  const form = applicationForm(procedure);
  const whole = putBackApart(form, row.data, await readApart(tx, row.id));
  return lastingAnswers(form, whole, dayOf(surroundings.clock.now()));
};

/** The same person, language and day of receipt; the terms of whoever goes on begin on the day on which that has it. */
const openHere = async (surroundings: Surroundings, tx: Queryable, opening: Opening) => {
  const { actor, waiting, procedure } = opening;
  const { row, transfer, clerk } = waiting;
  const today = dayOf(surroundings.clock.now());
  return fileCase(surroundings, tx, {
    actor,
    procedure,
    ...(await applicantOfCase(surroundings, tx, row)),
    data: await answersHere(surroundings, tx, opening),
    prefill: [],
    language: row.language,
    channel: 'transfer',
    receivedOn: firstDayOf(row),
    termsFrom: today,
    openedBy: clerk.person.id,
    draftId: null,
    contactId: null,
    detail: { transfer: transfer.id },
  });
};

/** The case ends where it was: its terms stop, nothing more is asked, and its process is canceled. */
const endThere = async (surroundings: Surroundings, tx: Queryable, row: CaseRow): Promise<void> => {
  const at = surroundings.clock.now();
  await moveCase(surroundings, tx, row, 'transferred');
  await closeCaseRow(tx, { id: row.id, at });
  await insertOutbox(tx, { caseId: row.id, message: { kind: 'cancelProcess' }, at });
};

/** Takes a case over in a procedure of one's own; it closes where it was, and its applicant reads so in both. */
export const acceptTransfer: UseCase<{ transferId: string; procedureKey: string }, ReceivedTransfers> = async (
  given,
  actor,
  { transferId, procedureKey },
) => {
  const { administration } = requireClerk(actor);
  const procedure = await ownProcedure(given, administration, procedureKey);
  const surroundings = carrying(given, actor);
  await surroundings.database.transaction(async (tx) => {
    const waiting = await lockWaiting(surroundings, tx, actor, transferId);
    const { row, clerk, transfer } = waiting;
    const opened = await openHere(surroundings, tx, { actor, waiting, procedure });
    await handOver(surroundings, tx, { waiting, caseId: opened.caseId });
    const at = isoOf(surroundings.clock.now());
    await endTransfer(tx, { id: transfer.id, state: 'accepted', by: clerk.person.id, at, newCaseId: opened.caseId });
    await endThere(surroundings, tx, row);
    const sent = transferTexts.sent(await nameOfAdministration(tx, administration), opened.reference);
    await noteByOffice(surroundings, tx, { row, kind: 'transferred', text: sent, isPublic: true });
    const here = await findCase(tx, opened.caseId);
    const received = transferTexts.received(await nameOfAdministration(tx, row.administration), row.reference);
    if (here !== undefined)
      await noteByOffice(surroundings, tx, { row: here, kind: 'transferReceived', text: received, isPublic: true });
    await recordOpening(surroundings, tx, { clerk, row, category: 'transfer' });
    // Both administrations have it in their own audit.
    for (const owner of [administration, row.administration])
      await appendAudit(surroundings, tx, {
        actor,
        action: 'transfer.accepted',
        object: `case:${owner === administration ? opened.caseId : row.id}`,
        administration: owner,
        detail: { transfer: transfer.id, documents: transfer.documents.length },
      });
  });
  surroundings.outboxBell.ring();
  return listReceivedTransfers(given, actor, {});
};

/** Refuses to take a case over; who proposed it reads why. */
export const refuseTransfer: UseCase<{ transferId: string; reason: string }, ReceivedTransfers> = async (
  given,
  actor,
  { transferId, reason },
) => {
  const refusal = requireSaid(reason, { what: 'a reason', pointer: '/reason', most: MAX_TRANSFER_REASON });
  const surroundings = carrying(given, actor);
  await surroundings.database.transaction(async (tx) => {
    const { row, clerk, transfer } = await lockWaiting(surroundings, tx, actor, transferId);
    const at = isoOf(surroundings.clock.now());
    await endTransfer(tx, { id: transfer.id, state: 'refused', by: clerk.person.id, at, refusal });
    const text = transferTexts.refused(await nameOfAdministration(tx, clerk.administration), refusal);
    await noteByOffice(surroundings, tx, { row, kind: 'transferRefused', text, isPublic: false });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'transfer.refused',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { transfer: transfer.id },
    });
  });
  return listReceivedTransfers(given, actor, {});
};
