import { actingFor, nationalNumberOf, personOf, type Actor } from '@irisflow/access';
import { readAt, segmentsOf } from '@irisflow/forms';
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
}

/** Who signed in applies for themselves; a clerk fills it for whom they noted, whose number their office may know. */
export const applicantOf = async (
  surroundings: Surroundings,
  actor: Actor,
  draft: ApplicationRow,
): Promise<Applicant> => {
  const { applicant, person_id: id } = draft;
  if (applicant === null) {
    const { name, email, isEmailVerified } = personOf(actor);
    const nationalNumber = await nationalNumberOf(surroundings, surroundings.database, id);
    return { id, name, email, isEmailVerified, nationalNumber };
  }
  const { database } = actingFor(surroundings, actor, 'parties');
  const nationalNumber = await nationalNumberOf(surroundings, database, id);
  return { id, ...applicant, isEmailVerified: false, nationalNumber };
};

/** Where forms take the number of who signed in from. */
const ownNumber = 'identity.nationalNumber';

interface Filled {
  readonly draft: ApplicationRow;
  readonly procedure: PublishedProcedure;
}

/** The number of the applicant as a clerk filled it in; what people say of themselves is never their number. */
export const toldNumber = ({ draft, procedure }: Filled, data: FormData): string | null => {
  if (draft.opened_by === null) return null;
  const control = applicationForm(procedure).controls.find(({ prefill }) => prefill?.source === ownNumber);
  const written = control === undefined ? undefined : readAt(data, segmentsOf(control.pointer));
  const checked = nationalNumbers.check(typeof written === 'string' ? written : '');
  return checked.ok ? checked.value : null;
};
