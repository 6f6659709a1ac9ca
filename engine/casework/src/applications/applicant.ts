import { actingFor, requireApplying, type Actor } from '@irisflow/access';
import { findPartyRow, numberOfParty } from '@irisflow/parties';
import { readAt, segmentsOf, type CompiledForm } from '@irisflow/forms';
import type { FormData } from '@irisflow/foundation';
import { nationalNumber as nationalNumbers } from '@irisflow/identifiers';
import type { PublishedProcedure } from '@irisflow/procedures';
import type { ApplicationRow } from '../storage/applications.ts';
import type { Surroundings } from '../surroundings.ts';
import { applicationForm } from './application-form.ts';

/** Who applies, whoever fills the form. */
export interface Applicant {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
  readonly nationalNumber: string | null;
  /** Of companies alone. */
  readonly enterpriseNumber?: string | null;
}

/** Whom the actor applies for: themselves, with the address that their provider vouches for, or whom they act for. */
export const applyingParty = async (surroundings: Surroundings, actor: Actor): Promise<Applicant> => {
  const { person, partyId: id, acting } = requireApplying(actor);
  const { database } = surroundings;
  const nationalNumber = await numberOfParty(surroundings, database, id);
  if (acting === null) {
    const { name, email, isEmailVerified } = person;
    return { id, name, email, isEmailVerified, nationalNumber };
  }
  const party = await findPartyRow(database, id);
  // What is written to whom somebody acted for must not go to them once their mandate is over.
  return {
    id,
    name: acting.party.name,
    email: null,
    isEmailVerified: false,
    nationalNumber,
    enterpriseNumber: party?.enterprise_number ?? null,
  };
};

/** Who signed in applies for themselves or whom they act for; a clerk fills it for whom they noted, whose number their office may know. */
export const applicantOf = async (
  surroundings: Surroundings,
  actor: Actor,
  draft: ApplicationRow,
): Promise<Applicant> => {
  const { applicant, person_id: id } = draft;
  if (applicant === null) return applyingParty(surroundings, actor);
  const { database } = actingFor(surroundings, actor, 'parties');
  const nationalNumber = await numberOfParty(surroundings, database, id);
  const party = await findPartyRow(database, id);
  const enterpriseNumber = party?.enterprise_number ?? null;
  return { id, ...applicant, isEmailVerified: false, nationalNumber, enterpriseNumber };
};

/** Where forms take the number of who signed in from. */
const ownNumber = 'identity.nationalNumber';

interface Filled {
  readonly draft: ApplicationRow;
  readonly procedure: PublishedProcedure;
}

/** The number in an answer to the question that takes the number of whoever signed in. */
export const ownNumberIn = ({ controls }: CompiledForm, data: FormData): string | null => {
  const control = controls.find(({ prefill }) => prefill?.source === ownNumber);
  const written = control === undefined ? undefined : readAt(data, segmentsOf(control.pointer));
  const checked = nationalNumbers.check(typeof written === 'string' ? written : '');
  return checked.ok ? checked.value : null;
};

/** The number of the applicant as a clerk filled it in; what people say of themselves is never their number. */
export const toldNumber = ({ draft, procedure }: Filled, data: FormData): string | null =>
  draft.opened_by === null ? null : ownNumberIn(applicationForm(procedure), data);
