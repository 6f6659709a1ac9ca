import { actingFor, findAdministration, listAdministrationKeys, namesOf, requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  type CaseRow,
  copyCategory,
  findCase,
  findCases,
  hasEnded,
  listCaseDocuments,
  requireClerkCase,
  requireSharedCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { inEveryLocale, instantOf, instantOrNull, type LocalizedText } from '@irisflow/foundation';
import { listPublishedKeys } from '@irisflow/procedures';
import { findTransferTo, listReceived, listTransfers, type TransferRow } from '../storage/transfers.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type {
  CaseTransfers,
  MyTransfer,
  ProposedTransfer,
  ReceivedTransfers,
  SentTransfer,
  TransferOrigin,
  TransferState,
} from '../views/transfer.ts';

export const nameOfAdministration = async (db: Queryable, key: string): Promise<LocalizedText> =>
  (await findAdministration(db, key))?.name ?? inEveryLocale(() => key);

/** The day on which it first came in, wherever that was. */
export const firstDayOf = ({ received_on: on, submitted_at: at }: CaseRow): string =>
  on ?? dayOf(Date.parse(instantOf(at)));

/** Nobody answers any more once the days that were given are over. */
export const stateOf = ({ clock }: Surroundings, { state, due_on: dueOn }: TransferRow): TransferState =>
  state === 'proposed' && dueOn < dayOf(clock.now()) ? 'expired' : state;

/** What is sent on of the files of others is reached as the job that carries it. */
export const carrying = (surroundings: Surroundings, actor: Parameters<typeof actingFor>[1]): Surroundings =>
  actingFor(surroundings, actor, 'transfers');

const barOf = (surroundings: Surroundings, row: CaseRow, sent: readonly TransferRow[]): CaseTransfers['bar'] => {
  if (row.appeal_of !== null) return 'appeal';
  if (hasEnded(row)) return 'ended';
  return sent.some((one) => stateOf(surroundings, one) === 'proposed') ? 'proposed' : null;
};

const viewSent = async (surroundings: Surroundings, among: Queryable, rows: readonly TransferRow[]) => {
  const names = await namesOf(
    surroundings.database,
    rows.map(({ proposed_by: by }) => by),
  );
  const views: SentTransfer[] = [];
  for (const row of rows)
    views.push({
      id: row.id,
      to: await nameOfAdministration(among, row.to_administration),
      reason: row.reason,
      documents: row.documents.length,
      withAnswers: row.with_answers,
      state: stateOf(surroundings, row),
      proposedBy: names.get(row.proposed_by) ?? row.proposed_by,
      proposedAt: instantOf(row.proposed_at),
      dueOn: row.due_on,
      decidedAt: instantOrNull(row.decided_at),
      refusal: row.refusal,
      newReference: row.new_case_id === null ? null : ((await findCase(among, row.new_case_id))?.reference ?? null),
    });
  return views;
};

const originOf = async (among: Queryable, row: CaseRow): Promise<TransferOrigin | null> => {
  const transfer = await findTransferTo(among, row.id);
  const earlier = transfer === undefined ? undefined : await findCase(among, transfer.case_id);
  if (transfer === undefined || earlier === undefined) return null;
  return {
    from: await nameOfAdministration(among, transfer.administration),
    reference: earlier.reference,
    reason: transfer.reason,
    acceptedAt: instantOf(transfer.decided_at ?? transfer.proposed_at),
    firstReceivedOn: firstDayOf(earlier),
  };
};

/** How a case was sent on, where it came from, and whether and with what it can be sent on. */
export const getTransfers: UseCase<{ caseId: string }, CaseTransfers> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { clerk, row } = await requireClerkCase(database, actor, caseId);
  const among = carrying(surroundings, actor).database;
  const sent = await listTransfers(database, row.id);
  const bar = barOf(surroundings, row, sent);
  const keys = bar === null ? await listAdministrationKeys(among) : [];
  const others = keys.filter((key) => key !== clerk.administration);
  return {
    bar,
    administrations: await Promise.all(
      others.map(async (key) => ({ key, name: await nameOfAdministration(among, key) })),
    ),
    documents: (await listCaseDocuments(database, row.id))
      .filter(({ category }) => category !== copyCategory)
      .map(({ id, name }) => ({ id, name })),
    sent: await viewSent(surroundings, among, sent),
    origin: await originOf(among, row),
  };
};

/** One that was proposed to an administration, without a word of the file behind it. */
export const viewProposed = async (
  surroundings: Surroundings,
  db: Queryable,
  row: TransferRow,
): Promise<ProposedTransfer[]> => {
  const of = await findCase(db, row.case_id);
  if (of === undefined) return [];
  const { description } = await surroundings.library.version(db, of.procedure_key, of.procedure_version);
  const opened = row.new_case_id === null ? undefined : await findCase(db, row.new_case_id);
  return [
    {
      id: row.id,
      from: await nameOfAdministration(db, row.administration),
      procedure: description.title,
      reason: row.reason,
      language: of.language,
      firstReceivedOn: firstDayOf(of),
      documents: row.documents.length,
      withAnswers: row.with_answers,
      proposedAt: instantOf(row.proposed_at),
      dueOn: row.due_on,
      state: stateOf(surroundings, row),
      refusal: row.refusal,
      newCase: opened === undefined ? null : { id: opened.id, reference: opened.reference },
    },
  ];
};

/** The procedures in which an administration can go on with what others send. */
const proceduresOf = async ({ library, database }: Surroundings, administration: string) => {
  const found: ReceivedTransfers['procedures'] = [];
  for (const key of await listPublishedKeys(database)) {
    const procedure = await library.latest(database, key).catch(() => null);
    if (procedure?.administration === administration) found.push({ key, title: procedure.description.title });
  }
  return found;
};

/** Cases that others want to send on to the administration of who reads, those that wait first. */
export const listReceivedTransfers: UseCase<Record<string, never>, ReceivedTransfers> = async (given, actor) => {
  const { administration, person } = requireClerk(actor);
  // What others send on is of no kind here yet: no rule can name it.
  if (person.reach !== undefined) return { waiting: 0, items: [], procedures: [] };
  const surroundings = carrying(given, actor);
  const { database } = surroundings;
  const rows = await listReceived(database, administration);
  const items = (await Promise.all(rows.map((row) => viewProposed(surroundings, database, row)))).flat();
  return {
    waiting: items.filter(({ state }) => state === 'proposed').length,
    items,
    procedures: await proceduresOf(given, administration),
  };
};

/** Where a case of mine was sent on to, or came from. */
export const listMyTransfers: UseCase<{ caseId: string }, MyTransfer[]> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { row } = await requireSharedCase(surroundings, database, actor, caseId);
  const origin = await findTransferTo(database, row.id);
  const all = [...(await listTransfers(database, row.id)), ...(origin === undefined ? [] : [origin])];
  const views = all.map(async (one): Promise<MyTransfer[]> => {
    const ids = [one.case_id, one.new_case_id ?? ''];
    const cases = await findCases(database, ids);
    const [earlier, now] = ids.map((id) => cases.find((found) => found.id === id));
    if (one.state !== 'accepted' || earlier === undefined || now === undefined) return [];
    return [
      {
        from: await nameOfAdministration(database, one.administration),
        to: await nameOfAdministration(database, one.to_administration),
        at: instantOf(one.decided_at ?? one.proposed_at),
        earlier: { id: earlier.id, reference: earlier.reference },
        now: { id: now.id, reference: now.reference },
      },
    ];
  });
  return (await Promise.all(views)).flat();
};
