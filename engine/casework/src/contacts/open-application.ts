import { appendAudit, requireClerk, type Actor } from '@irisflow/access';
import { segmentsOf, writeAt } from '@irisflow/forms';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import { type ContactRow, nameOf, partyOfDesk, requireContact } from '@irisflow/parties';
import type { PublishedProcedure } from '@irisflow/procedures';
import { applicationForm } from '../applications/application-form.ts';
import { viewApplication } from '../applications/drafts.ts';
import { unknownApplication } from '../applications/fillable-application.ts';
import { findApplicationOfContact, insertOfficeApplication } from '../storage/applications.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ApplicationDraft } from '../views/application.ts';
import { answersOfContact } from './answers-of-contact.ts';

export interface OpenApplication {
  readonly contactId: string;
  readonly procedureKey: string;
}

/** The procedures of another administration are its own to open. */
const ownProcedure = async (
  { library, database }: Surroundings,
  administration: string,
  procedureKey: string,
): Promise<PublishedProcedure> => {
  const procedure = await library.latest(database, procedureKey);
  if (procedure.administration === administration) return procedure;
  throw new CaseworkError('NOT_FOUND', `Expected a procedure ${procedureKey} of ${administration}, but there is none`);
};

const requireNoCase = ({ id, case_id: caseId }: ContactRow): void => {
  if (caseId === null) return;
  throw new CaseworkError('CONTACT_HAS_CASE', `Expected contact ${id} to have no case, but it has ${caseId}`);
};

const firstAnswers = (procedure: PublishedProcedure, contact: ContactRow): FormData => {
  const answers = answersOfContact(applicationForm(procedure), contact);
  const { languageField } = procedure.description.application;
  // The language of a case is French or Dutch: who speaks another one is asked.
  const isChosen = languageField !== undefined && contact.language !== 'en';
  return isChosen ? writeAt(answers, segmentsOf(languageField), contact.language) : answers;
};

/** Who is not known becomes a party without an account, by which later contacts and cases find them. */
const personIdOf = (surroundings: Surroundings, actor: Actor, contact: ContactRow): Promise<string> | string =>
  contact.person_id ??
  partyOfDesk(surroundings, actor, {
    administration: contact.administration,
    notedAs: contact.id,
    name: nameOf(contact),
    language: contact.language,
  });

const open = async (
  surroundings: Surroundings,
  actor: Actor,
  { contact, procedure }: { contact: ContactRow; procedure: PublishedProcedure },
): Promise<void> => {
  const { database, clock, random } = surroundings;
  const id = random.id();
  const personId = await personIdOf(surroundings, actor, contact);
  await database.transaction(async (tx) => {
    await insertOfficeApplication(tx, {
      id,
      procedureKey: procedure.key,
      procedureVersion: procedure.version,
      administration: procedure.administration,
      personId,
      language: contact.language,
      data: firstAnswers(procedure, contact),
      prefill: [],
      unavailable: [],
      at: clock.now(),
      openedBy: requireClerk(actor).person.id,
      channel: contact.channel,
      // What came by post counts from the day it came; what was said, from the day it is entered.
      receivedOn: contact.channel === 'mail' ? contact.received_on : null,
      contactId: contact.id,
      applicant: { name: nameOf(contact), email: contact.email },
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'application.opened',
      object: `application:${id}`,
      administration: procedure.administration,
      detail: { procedure: procedure.key, contact: contact.id },
    });
  });
};

/** Opens an application of what somebody said: nothing of it is typed again. One that is open already is resumed. */
export const openApplication: UseCase<OpenApplication, ApplicationDraft> = async (surroundings, actor, wanted) => {
  const { database } = surroundings;
  const { clerk, row: contact } = await requireContact(database, actor, wanted.contactId);
  requireNoCase(contact);
  const known = await findApplicationOfContact(database, wanted);
  if (known !== undefined) return viewApplication(surroundings, known);
  const procedure = await ownProcedure(surroundings, clerk.administration, wanted.procedureKey);
  await open(surroundings, actor, { contact, procedure });
  const row = await findApplicationOfContact(database, wanted);
  if (row === undefined) throw unknownApplication(wanted.contactId);
  return viewApplication(surroundings, row);
};
