import { appendAudit, type Actor, type Clerk } from '@irisflow/access';
import { partyOfDesk } from '@irisflow/parties';
import { restrictedControls, segmentsOf, writeAt } from '@irisflow/forms';
import { CaseworkError, type FormData, type Locale } from '@irisflow/foundation';
import { type PublishedProcedure, refuseRetired } from '@irisflow/procedures';
import { applicationForm } from './application-form.ts';
import { insertOfficeApplication } from '../storage/applications.ts';
import type { Surroundings } from '../surroundings.ts';
import type { CaseChannel, OfficeApplicant } from '../views/application.ts';

/** The procedures of another administration are its own to open. */
export const ownProcedure = async (
  { library, database }: Surroundings,
  administration: string,
  procedureKey: string,
): Promise<PublishedProcedure> => {
  const procedure = await library.latest(database, procedureKey);
  if (procedure.administration === administration) return procedure;
  throw new CaseworkError('NOT_FOUND', `Expected a procedure ${procedureKey} of ${administration}, but there is none`);
};

/** Somebody for whom an office fills an application, and what it knows of them already. */
export interface Somebody {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly procedure: PublishedProcedure;
  /** Null where nobody knows them: they become a party without an account, by which later contacts and cases find them. */
  readonly personId: string | null;
  /** What the desk knows them by. */
  readonly subject: string;
  readonly applicant: OfficeApplicant;
  readonly language: Locale;
  readonly answers: FormData;
  readonly channel: CaseChannel;
  readonly receivedOn: string | null;
  readonly contactId: string | null;
}

/** The language of a case is French or Dutch: who speaks another one is asked. */
const withLanguage = ({ procedure, language, answers }: Somebody): FormData => {
  const { languageField } = procedure.description.application;
  const isChosen = languageField !== undefined && language !== 'en';
  return isChosen ? writeAt(answers, segmentsOf(languageField), language) : answers;
};

/** Opens an application that belongs to the office until it is submitted; answers its id. */
export const openForSomebody = async (surroundings: Surroundings, somebody: Somebody): Promise<string> => {
  const { database, clock, random } = surroundings;
  const { actor, clerk, procedure, applicant, language, channel, receivedOn, contactId } = somebody;
  // Before somebody becomes a party for nothing.
  await refuseRetired(surroundings, database, { key: procedure.key, receivedOn });
  const id = random.id();
  const personId =
    somebody.personId ??
    (await partyOfDesk(surroundings, actor, {
      administration: clerk.administration,
      notedAs: somebody.subject,
      name: applicant.name,
      language,
    }));
  await database.transaction(async (tx) => {
    await refuseRetired(surroundings, tx, { key: procedure.key, receivedOn });
    await insertOfficeApplication(tx, {
      id,
      procedureKey: procedure.key,
      procedureVersion: procedure.version,
      administration: procedure.administration,
      personId,
      language,
      data: withLanguage(somebody),
      prefill: [],
      unavailable: [],
      at: clock.now(),
      openedBy: clerk.person.id,
      channel,
      receivedOn,
      contactId,
      applicant,
      openerOnly: restrictedControls(applicationForm(procedure)).length > 0,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'application.opened',
      object: `application:${id}`,
      administration: procedure.administration,
      detail: { procedure: procedure.key, contact: contactId, channel },
    });
  });
  return id;
};
