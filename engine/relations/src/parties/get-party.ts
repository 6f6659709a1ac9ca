import { appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { actingAs, summarizeCases, upsertPartyOpening } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import {
  findContactPoints,
  languageOfSeat,
  listIdentifiers,
  listMandatesOf,
  type PartyRow,
  summarizeContact,
  viewMandate,
} from '@irisflow/parties';
import { partsOfParty } from '../participants/parts-of-party.ts';
import { listOwnProcedureKeys } from '../storage/party-cases.ts';
import type { UseCase } from '../surroundings.ts';
import type { PartyFile, PartySummary } from '../views/party.ts';
import { requirePartyOfOffice } from './party-of-office.ts';

export const summarizeParty = ({ id, kind, name, enterprise_number: enterpriseNumber }: PartyRow): PartySummary => ({
  id,
  kind,
  name,
  enterpriseNumber,
});

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

/** Everything that the clerk's administration has of a party; that it was opened is on record, for them too. */
export const getParty: UseCase<{ partyId: string }, PartyFile> = async (surroundings, actor, { partyId }) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, party, cases, contacts } = await requirePartyOfOffice(tx, actor, partyId);
    const { administration } = clerk;
    const at = surroundings.clock.now();
    const today = dayOf(at);
    const numbers = await listIdentifiers(tx, partyId);
    const file: PartyFile = {
      ...summarizeParty(party),
      seatCommune: party.seat_commune,
      language: party.language,
      boundLanguage: languageOfSeat(party.seat_commune),
      isNoted: party.noted_by !== null,
      contact: await findContactPoints(tx, partyId),
      numbers: numbers.map(({ state, since, until }) => ({
        state,
        since: instantOf(since),
        until: until === null ? null : instantOf(until),
      })),
      cases: await summarizeCases(surroundings, tx, [...cases], 'agent'),
      takesPart: await partsOfParty(surroundings, tx, { administration, partyId, today }),
      contacts: contacts.map(summarizeContact),
      mandates: await mandatesFor(tx, { administration, partyId, today }),
    };
    const opening = { administration, personId: partyId, actingAs: actingAs(clerk.person, ['supervisor', 'agent']) };
    await upsertPartyOpening(tx, { ...opening, id: surroundings.random.id(), day: today, at });
    await appendAudit(surroundings, tx, { actor, action: 'party.read', object: `party:${partyId}`, administration });
    return file;
  });
