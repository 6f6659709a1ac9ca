import { appendAudit, namesOf, requireClerk } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { actingAs, summarizeCases, upsertPartyOpening } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, instantOf, instantOrNull } from '@irisflow/foundation';
import {
  findContactPoints,
  languageOfSeat,
  listIdentifiers,
  listMandatesOf,
  reachOf,
  summarizeContact,
  viewMandate,
} from '@irisflow/parties';
import { partsOfParty } from '../participants/parts-of-party.ts';
import { viewLabel } from '../labels/keep-labels.ts';
import { viewNotes } from '../notes/note-view.ts';
import { listLabelsOf } from '../storage/labels.ts';
import { listOwnProcedureKeys } from '../storage/party-cases.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { PartyLabel } from '../views/note.ts';
import type { MergeView, PartyFile } from '../views/party.ts';
import { groupOf, type PartyGroup } from './party-group.ts';
import { summarizeParty } from './summarize-party.ts';
import { type PartyOfOffice, requirePartyOfOffice } from './party-of-office.ts';

/** Mandates that count in procedures of the administration; for what others do with somebody is not told here. */
const mandatesFor = async (
  db: Queryable,
  { administration, partyId, today }: Record<'administration' | 'partyId' | 'today', string>,
) => {
  const own = await listOwnProcedureKeys(db, administration);
  const concerns = (procedures: readonly string[] | null) =>
    procedures === null || procedures.some((key) => own.includes(key));
  const rows = await listMandatesOf(db, partyId);
  return rows
    .filter(({ procedures }) => concerns(procedures))
    .map((row) => ({ ...row, procedures: row.procedures?.filter((key) => own.includes(key)) ?? null }))
    .map((row) => viewMandate(row, today));
};

interface Own {
  readonly known: PartyOfOffice;
  readonly today: string;
}

/** What hangs on one record. */
const ofRecord = async (surroundings: Surroundings, tx: Queryable, { known, today }: Own) => {
  const { clerk, party, cases, contacts } = known;
  const { administration } = clerk;
  const partyId = party.id;
  const opening = { administration, personId: partyId, actingAs: actingAs(clerk.person, ['supervisor', 'agent']) };
  await upsertPartyOpening(tx, {
    ...opening,
    id: surroundings.random.id(),
    day: today,
    at: surroundings.clock.now(),
  });
  return {
    party,
    cases,
    contacts,
    numbers: await listIdentifiers(tx, partyId),
    takesPart: await partsOfParty(surroundings, tx, { administration, partyId, today }),
    mandates: await mandatesFor(tx, { administration, partyId, today }),
  };
};

type PartyRecord = Awaited<ReturnType<typeof ofRecord>>;

const viewMerges = async (
  db: Queryable,
  { merges }: PartyGroup,
  records: readonly PartyRecord[],
): Promise<MergeView[]> => {
  const names = await namesOf(
    db,
    merges.map(({ merged_by: by }) => by),
  );
  return merges.map((merge) => ({
    id: merge.id,
    partyId: merge.party_id,
    name: records.find(({ party }) => party.id === merge.party_id)?.party.name ?? '',
    reason: merge.reason,
    at: instantOf(merge.merged_at),
    by: names.get(merge.merged_by) ?? '',
  }));
};

type KnownNumber = Awaited<ReturnType<typeof listIdentifiers>>[number];

const viewNumber = (number: KnownNumber, administration: string): PartyFile['numbers'][number] => {
  const { state, since, until, ended_by: by, ended_in: endedIn, ended_because: reason } = number;
  const isFromRegister = by?.startsWith('source:') ?? false;
  return {
    state,
    since: instantOf(since),
    until: instantOrNull(until),
    reason: endedIn === administration && !isFromRegister ? reason : null,
    isFromRegister,
  };
};

/** The labels of all records that are read as one, each once. */
const labelsOf = async (
  db: Queryable,
  { administration, partyIds }: { readonly administration: string; readonly partyIds: readonly string[] },
): Promise<PartyLabel[]> => {
  const labels = new Map<string, PartyLabel>();
  for (const partyId of partyIds)
    for (const row of await listLabelsOf(db, { administration, partyId })) labels.set(row.id, viewLabel(row));
  return [...labels.values()];
};

const newest = <T>(items: readonly T[], at: (item: T) => Date | string): T[] =>
  items.toSorted((one, other) => Date.parse(instantOf(at(other))) - Date.parse(instantOf(at(one))));

/** Everything that the clerk's administration has of a party, with what it merged into one; that it was opened is on record, for them too. */
export const getParty: UseCase<{ partyId: string }, PartyFile> = async (surroundings, actor, { partyId }) =>
  surroundings.database.transaction(async (tx) => {
    const { administration } = requireClerk(actor);
    const today = dayOf(surroundings.clock.now());
    const asked = await requirePartyOfOffice(tx, actor, partyId);
    const group = await groupOf(tx, { administration, partyId });
    const records: PartyRecord[] = [];
    for (const id of group.ids) {
      const known = id === partyId ? asked : await requirePartyOfOffice(tx, actor, id);
      records.push(await ofRecord(surroundings, tx, { known, today }));
    }
    const [head] = records;
    if (head === undefined) throw new CaseworkError('NOT_FOUND', `Expected a party ${partyId}, but there is none`);
    const { party } = head;
    const cases = newest(
      records.flatMap((record) => [...record.cases]),
      ({ submitted_at: at }) => at,
    );
    const contacts = newest(
      records.flatMap((record) => [...record.contacts]),
      ({ recorded_at: at }) => at,
    );
    const file: PartyFile = {
      ...summarizeParty(party),
      seatCommune: party.seat_commune,
      language: party.language,
      boundLanguage: languageOfSeat(party.seat_commune),
      isNoted: party.noted_by !== null,
      contact: await findContactPoints(tx, party.id),
      reach: await reachOf(tx, party.id),
      numbers: records.flatMap(({ numbers }) => numbers.map((number) => viewNumber(number, administration))),
      cases: await summarizeCases(surroundings, tx, cases, 'agent'),
      takesPart: records.flatMap(({ takesPart }) => takesPart),
      contacts: contacts.map(summarizeContact),
      mandates: records.flatMap(({ mandates }) => mandates),
      labels: await labelsOf(tx, { administration, partyIds: group.ids }),
      notes: await viewNotes(tx, { administration, partyIds: group.ids, person: requireClerk(actor).person }),
      merges: await viewMerges(tx, group, records),
    };
    // Last, because who writes on the chain of an administration holds it until the end of the transaction.
    for (const id of group.ids)
      await appendAudit(surroundings, tx, { actor, action: 'party.read', object: `party:${id}`, administration });
    return file;
  });
