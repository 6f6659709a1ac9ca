import { appendAudit, type Actor, requireClerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { foldedWords } from '@irisflow/foundation';
import { enterpriseNumber, nationalNumber } from '@irisflow/identifiers';
import { findOrganization, partiesEverWithNumber } from '@irisflow/parties';
import { partiesMarkedWith } from '../storage/notes.ts';
import { partiesOfCasesWith } from '../storage/party-cases.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { PartySummary } from '../views/party.ts';
import { groupOf } from './party-group.ts';
import { summarizeParty } from './summarize-party.ts';
import { requirePartyOfOffice } from './party-of-office.ts';

/** Looking for somebody by their number is a use of the number: it is on record under its blind index, found or not. */
const withNumber = async (surroundings: Surroundings, actor: Actor, digits: string): Promise<string[]> => {
  const { database, numbers } = surroundings;
  const { administration } = requireClerk(actor);
  const index = numbers.index(digits);
  return database.transaction(async (tx) => {
    const found = await partiesEverWithNumber(tx, index);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'party.searched',
      object: `number:${index}`,
      administration,
      detail: { found: found.length },
    });
    return found;
  });
};

const idsFor = async (surroundings: Surroundings, actor: Actor, search: string): Promise<string[]> => {
  const { database } = surroundings;
  const person = nationalNumber.check(search);
  if (person.ok) return withNumber(surroundings, actor, person.value);
  const company = enterpriseNumber.check(search);
  if (company.ok) return [(await findOrganization(database, company.value))?.id ?? ''].filter((id) => id !== '');
  const words = foldedWords(search);
  if (words === null) return [];
  const { administration } = requireClerk(actor);
  const marked = await partiesMarkedWith(database, { administration, words });
  return [...(await partiesOfCasesWith(database, words)), ...marked];
};

const ifKnown = async (db: Queryable, actor: Actor, id: string): Promise<PartySummary[]> => {
  const known = await requirePartyOfOffice(db, actor, id).catch(() => null);
  return known === null ? [] : [summarizeParty(known.party)];
};

/** Parties that the clerk's administration knows, by a name, a national number of any time, the number of a company, or what was noted of them; records that were merged are one. */
export const searchParties: UseCase<{ search: string }, PartySummary[]> = async (surroundings, actor, { search }) => {
  const { administration } = requireClerk(actor);
  const { database } = surroundings;
  const heads = new Set<string>();
  for (const partyId of await idsFor(surroundings, actor, search.trim()))
    heads.add((await groupOf(database, { administration, partyId })).head);
  const found: PartySummary[] = [];
  for (const id of heads) found.push(...(await ifKnown(database, actor, id)));
  return found;
};
