import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { type ContactRow, nameOf, requireContact } from '@irisflow/parties';
import { applicationForm } from '../applications/application-form.ts';
import { viewApplication } from '../applications/drafts.ts';
import { unknownApplication } from '../applications/fillable-application.ts';
import { openForSomebody, ownProcedure } from '../applications/open-for-somebody.ts';
import { findApplicationOfContact } from '../storage/applications.ts';
import { findCases } from '../storage/cases.ts';
import type { UseCase } from '../surroundings.ts';
import type { ApplicationDraft } from '../views/application.ts';
import { answersOfContact } from './answers-of-contact.ts';

export interface OpenApplication {
  readonly contactId: string;
  readonly procedureKey: string;
}

/** Several procedures may be opened of one contact, each once. */
const requireNoCase = async (db: Queryable, { id, case_ids: ids }: ContactRow, procedureKey: string): Promise<void> => {
  const known = (await findCases(db, ids)).find((row) => row.procedure_key === procedureKey);
  if (known === undefined) return;
  throw new CaseworkError(
    'CONTACT_HAS_CASE',
    `Expected contact ${id} to have no case of ${procedureKey}, but it has ${known.reference}`,
  );
};

/** Opens an application of what somebody said: nothing of it is typed again. One that is open already is resumed. */
export const openApplication: UseCase<OpenApplication, ApplicationDraft> = async (surroundings, actor, wanted) => {
  const { database } = surroundings;
  const { clerk, row: contact } = await requireContact(database, actor, wanted.contactId);
  await requireNoCase(database, contact, wanted.procedureKey);
  const known = await findApplicationOfContact(database, wanted);
  if (known !== undefined) return viewApplication(surroundings, known);
  const procedure = await ownProcedure(surroundings, clerk.administration, wanted.procedureKey);
  await openForSomebody(surroundings, {
    actor,
    clerk,
    procedure,
    personId: contact.person_id,
    subject: contact.id,
    applicant: { name: nameOf(contact), email: contact.email },
    language: contact.language,
    answers: answersOfContact(applicationForm(procedure), contact),
    channel: contact.channel,
    // What came by post counts from the day it came; what was said, from the day it is entered.
    receivedOn: contact.channel === 'mail' ? contact.received_on : null,
    contactId: contact.id,
  });
  const row = await findApplicationOfContact(database, wanted);
  if (row === undefined) throw unknownApplication(wanted.contactId);
  return viewApplication(surroundings, row);
};
