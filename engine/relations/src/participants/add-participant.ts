import { appendAudit } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { type CaseRow, recordOpening, requireClerkCase, touchCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { CaseworkError, isoOf, type Locale } from '@irisflow/foundation';
import { enterpriseNumber, nationalNumber } from '@irisflow/identifiers';
import { findOrganization, insertParticipant, type NewParticipant, partiesWithNumber } from '@irisflow/parties';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseParticipants, CaseRole } from '../views/participant.ts';
import { viewParticipants } from './list-participants.ts';
import { noteParticipant } from './note-participant.ts';
import { rolesOf } from './participant-view.ts';

export interface AddParticipant {
  readonly caseId: string;
  /** Key of a role of the procedure. */
  readonly role: string;
  readonly kind: 'person' | 'organization';
  readonly name: string;
  /** National number of a person, enterprise number of an organization; null where nobody knows it. */
  readonly number: string | null;
  readonly language: Locale;
  readonly email: string | null;
  readonly phone: string | null;
  /** Lines of an envelope, one below the other. */
  readonly address: string | null;
  /** What they are to the applicant, for members of a household. */
  readonly relation: string | null;
  readonly birthDate: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly proof: string;
}

const refuse = (pointer: string, detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer, keyword: 'invalid' }] });
};

const requireRole = (roles: readonly CaseRole[], wanted: string): CaseRole =>
  roles.find(({ key }) => key === wanted) ??
  refuse(
    '/role',
    `Expected one of ${roles.map(({ key }) => key).join(', ') || 'no roles'}, but found ${wanted.slice(0, 80)}`,
  );

const requireFits = (
  { kind, validFrom, validTo, birthDate, number }: AddParticipant,
  role: CaseRole,
  today: string,
): void => {
  if (validTo !== null && validTo < validFrom)
    refuse('/validTo', `Expected a last day from ${validFrom} on, but found ${validTo}`);
  if (birthDate !== null && birthDate > today)
    refuse('/birthDate', `Expected a day until ${today}, but found ${birthDate}`);
  if (role.household && kind === 'organization')
    refuse('/kind', 'Expected a person in a household, but found an organization');
  if (role.access !== 'none' && number === null)
    refuse('/number', `Expected a number, for whoever has it may ${role.access} in the case, but found none`);
};

type Numbers = Pick<NewParticipant, 'number_sealed' | 'number_index' | 'enterprise_number' | 'party_id'>;

const numbersOf = async (
  { numbers }: Surroundings,
  tx: Queryable,
  { id, kind, number }: Pick<AddParticipant, 'kind' | 'number'> & { readonly id: string },
): Promise<Numbers> => {
  const none = { number_sealed: null, number_index: null, enterprise_number: null, party_id: null };
  if (number === null) return none;
  const checked = (kind === 'person' ? nationalNumber : enterpriseNumber).check(number);
  if (!checked.ok)
    return refuse('/number', `Expected a number of a ${kind}, but it is refused: ${checked.refusal.code}`);
  if (kind === 'organization')
    return {
      ...none,
      enterprise_number: checked.value,
      party_id: (await findOrganization(tx, checked.value))?.id ?? null,
    };
  const index = numbers.index(checked.value);
  // Only whom this office knows already: what a clerk types opens nobody's page.
  const [known = null] = await partiesWithNumber(tx, index);
  return { ...none, number_sealed: numbers.seal(checked.value, id), number_index: index, party_id: known };
};

const rowOf = (
  { clock, random }: Surroundings,
  added: AddParticipant,
  { row, role, by }: { readonly row: CaseRow; readonly role: CaseRole; readonly by: string },
): Omit<NewParticipant, keyof Numbers> => ({
  id: random.id(),
  case_id: row.id,
  administration: row.administration,
  role: role.key,
  access: role.access,
  kind: added.kind,
  name: added.name.trim(),
  language: added.language,
  email: added.email,
  phone: added.phone,
  address: added.address,
  relation: added.relation,
  birth_date: added.birthDate,
  valid_from: added.validFrom,
  valid_to: added.validTo,
  proof: added.proof.trim(),
  added_at: isoOf(clock.now()),
  added_by: by,
});

/** Notes that somebody takes part in a case; whoever has the number sees it as the role says. */
export const addParticipant: UseCase<AddParticipant, CaseParticipants> = async (surroundings, actor, added) =>
  surroundings.database.transaction(async (tx) => {
    const { clerk, row } = await requireClerkCase(tx, actor, added.caseId);
    const { description } = await surroundings.library.version(tx, row.procedure_key, row.procedure_version);
    const role = requireRole(rolesOf(description), added.role);
    const now = surroundings.clock.now();
    requireFits(added, role, dayOf(now));
    const plain = rowOf(surroundings, added, { row, role, by: clerk.person.id });
    const numbers = await numbersOf(surroundings, tx, { ...added, id: plain.id });
    if (numbers.party_id === row.person_id) refuse('/number', 'Expected somebody else, but it is the applicant');
    if (!(await insertParticipant(tx, { ...plain, ...numbers })))
      refuse('/number', `Expected somebody new as ${role.key}, but they are there already`);
    await recordOpening(surroundings, tx, { clerk, row });
    await touchCase(tx, { id: row.id, at: now });
    await noteParticipant(surroundings, tx, { what: 'participantAdded', row, description, participant: plain });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'participant.added',
      object: `case:${row.id}`,
      administration: row.administration,
      detail: { participant: plain.id, role: role.key, access: role.access },
    });
    return viewParticipants(surroundings, tx, row);
  });
