import { type Actor, appendAudit, findAdministration } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  type CaseRow,
  copyCategory,
  hasEnded,
  listCaseDocuments,
  lockCase,
  recordOpening,
  requireClerkCase,
  noteByOffice,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf, requireSaid } from '@irisflow/foundation';
import { endTransfer, insertTransfer, listTransfers } from '../storage/transfers.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseTransfers } from '../views/transfer.ts';
import { expireTransfer } from './expire-transfers.ts';
import { transferTexts } from './transfer-texts.ts';
import { carrying, getTransfers, nameOfAdministration, stateOf } from './view-transfers.ts';

export const MAX_TRANSFER_REASON = 5000;
export const MAX_TRANSFER_DAYS = 60;
export const MAX_TRANSFER_DOCUMENTS = 100;
const DAY_MS = 24 * 3600 * 1000;

export interface ProposeTransfer {
  readonly caseId: string;
  /** Key of the other administration. */
  readonly to: string;
  readonly reason: string;
  readonly documents: readonly string[];
  /** Whether the answers go with it, as far as the procedure of the other one asks the same. */
  readonly withAnswers: boolean;
  /** Calendar days within which the other one answers. */
  readonly days: number;
}

const wrong = (pointer: string, message: string) =>
  new CaseworkError('INPUT_INVALID', message, { errors: [{ pointer, keyword: 'unknown' }] });

/** What the office alone has of a case is named by nobody; what is named has to be in the file. */
const requireDocuments = async (tx: Queryable, row: CaseRow, wanted: readonly string[]): Promise<string[]> => {
  const ids = [...new Set(wanted)];
  const known = (await listCaseDocuments(tx, row.id)).filter(({ category }) => category !== copyCategory);
  const stranger = ids.find((id) => known.every((one) => one.id !== id));
  if (ids.length <= MAX_TRANSFER_DOCUMENTS && stranger === undefined) return ids;
  throw wrong('/documents', `Expected documents of ${row.id}, but ${stranger?.slice(0, 40) ?? ids.length} is none`);
};

const requireFree = async (surroundings: Surroundings, tx: Queryable, actor: Actor, row: CaseRow): Promise<void> => {
  if (hasEnded(row) || row.appeal_of !== null)
    throw new CaseworkError('CASE_ENDED', `Expected an open case that is no appeal, but ${row.id} is ${row.status}`);
  for (const earlier of (await listTransfers(tx, row.id)).filter(({ state }) => state === 'proposed')) {
    if (stateOf(surroundings, earlier) === 'proposed')
      throw new CaseworkError('TRANSFER_PROPOSED', `Expected no transfer of ${row.id} to wait, but one does`);
    await expireTransfer(surroundings, tx, { actor, row, transfer: earlier });
  }
};

/** Proposes a case to the administration that is competent; what is in the file stays unseen until that accepts. */
export const proposeTransfer: UseCase<ProposeTransfer, CaseTransfers> = async (surroundings, actor, wanted) => {
  const reason = requireSaid(wanted.reason, { what: 'a reason', pointer: '/reason', most: MAX_TRANSFER_REASON });
  const { database, clock, random } = surroundings;
  const { clerk } = await requireClerkCase(database, actor, wanted.caseId);
  const among = carrying(surroundings, actor).database;
  const isOther = wanted.to !== clerk.administration && (await findAdministration(among, wanted.to)) !== null;
  if (!isOther) throw wrong('/to', `Expected another administration, but found ${wanted.to.slice(0, 80)}`);
  const name = await nameOfAdministration(among, wanted.to);
  await database.transaction(async (tx) => {
    await lockCase(tx, wanted.caseId);
    const { row } = await requireClerkCase(tx, actor, wanted.caseId);
    await requireFree(surroundings, tx, actor, row);
    const id = random.id();
    await insertTransfer(tx, {
      id,
      caseId: row.id,
      administration: row.administration,
      to: wanted.to,
      reason,
      documents: await requireDocuments(tx, row, wanted.documents),
      withAnswers: wanted.withAnswers,
      personId: clerk.person.id,
      at: isoOf(clock.now()),
      dueOn: dayOf(clock.now() + wanted.days * DAY_MS),
    });
    const text = transferTexts.proposed(name, reason);
    await noteByOffice(surroundings, tx, { row, kind: 'transferProposed', text, isPublic: false });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'transfer.proposed',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { transfer: id, to: wanted.to, documents: wanted.documents.length, answers: wanted.withAnswers },
    });
    await recordOpening(surroundings, tx, { clerk, row });
  });
  return getTransfers(surroundings, actor, wanted);
};

/** Takes a proposal back that nobody answered yet. */
export const withdrawTransfer: UseCase<{ caseId: string; transferId: string }, CaseTransfers> = async (
  surroundings,
  actor,
  input,
) => {
  const { database, clock } = surroundings;
  const { row: before } = await requireClerkCase(database, actor, input.caseId);
  const found = (await listTransfers(database, before.id)).find(({ id }) => id === input.transferId);
  if (found === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a transfer ${input.transferId} of ${before.id}, but there is none`);
  const none = new CaseworkError('TRANSFER_DECIDED', `Expected a transfer of ${before.id} that waits, but found none`);
  const text = transferTexts.withdrawn(
    await nameOfAdministration(carrying(surroundings, actor).database, found.to_administration),
    '',
  );
  await database.transaction(async (tx) => {
    await lockCase(tx, input.caseId);
    const { clerk, row } = await requireClerkCase(tx, actor, input.caseId);
    const ended = { id: found.id, state: 'withdrawn', by: clerk.person.id, at: isoOf(clock.now()) } as const;
    if (!(await endTransfer(tx, ended))) throw none;
    await noteByOffice(surroundings, tx, { row, kind: 'transferWithdrawn', text, isPublic: false });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'transfer.withdrawn',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { transfer: found.id },
    });
  });
  return getTransfers(surroundings, actor, input);
};
