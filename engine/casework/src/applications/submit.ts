import type { Queryable } from '@irisflow/database';
import { readAt, segmentsOf } from '@irisflow/forms';
import { type Actor, appendAudit } from '@irisflow/access';
import { startDecisionTerm } from '../terms/decision-term.ts';
import { administrationName, timelineActor } from '../cases/actor-names.ts';
import { timelineText } from '../cases/timeline-texts.ts';
import { CaseworkError, instantOf, isoOf, locales, type FormData, type Locale } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { closeApplication, nextCaseNumber, type ApplicationRow } from '../storage/applications.ts';
import { findCase, insertCase, insertStatusChange } from '../storage/cases.ts';
import { attachConsultations } from '../storage/consultations.ts';
import { listDraftDocuments, moveDocumentsToCase } from '../storage/documents.ts';
import { insertOutbox } from '../storage/outbox.ts';
import { insertParty, type NewParty } from '../storage/parties.ts';
import { insertTimelineEntry, type NewTimelineEntry } from '../storage/timeline.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import type { SubmissionReceipt } from '../views/application.ts';
import { acceptAnswers } from './accept-answers.ts';
import { applicationForm } from './application-form.ts';
import { caseLanguages, type CaseLanguages } from './case-languages.ts';
import { caseReference } from './case-reference.ts';
import { applicantOf, toldNumber, type Applicant } from './applicant.ts';
import { requireReasonable } from './drafts.ts';
import { lockFillable, requireApplication } from './fillable-application.ts';
import { noteContact } from '../contacts/note-contact.ts';

export interface Submission {
  readonly draftId: string;
  readonly data: FormData;
  readonly language: Locale;
}

interface Filing {
  readonly actor: Actor;
  readonly applicant: Applicant;
  readonly draft: ApplicationRow;
  readonly procedure: PublishedProcedure;
  readonly submission: Submission;
}

/** As the applicant chose in the form, where the procedure asks for it; they never change by themselves again. */
const languagesOf = ({ procedure, submission, draft, applicant }: Filing, data: FormData): CaseLanguages => {
  const field = procedure.description.application.languageField;
  const answer = field === undefined ? undefined : readAt(data, segmentsOf(field));
  const isOfOffice = draft.opened_by !== null;
  return caseLanguages(applicant.party, {
    chosen: locales.find((locale) => locale === answer) ?? (isOfOffice ? draft.language : undefined),
    reading: isOfOffice ? undefined : submission.language,
  });
};

const nextReference = async (tx: Queryable, prefix: string, today: string): Promise<string> => {
  const year = Number(today.slice(0, 4));
  return caseReference({ prefix, year, number: await nextCaseNumber(tx, { prefix, year }) });
};

interface Contact {
  readonly applicantEmail: string | null;
  readonly isApplicantEmailVerified: boolean;
}

/** An address that the identity provider vouches for counts before one that somebody typed. */
const contactOf = (data: FormData, { email, isEmailVerified }: Applicant): Contact => {
  if (isEmailVerified && email !== null) return { applicantEmail: email, isApplicantEmailVerified: true };
  const candidates = ['/email', '/contact/email', '/applicant/email'].map((pointer) =>
    readAt(data, segmentsOf(pointer)),
  );
  const found = candidates.find((value) => typeof value === 'string' && value !== '');
  return { applicantEmail: typeof found === 'string' ? found : email, isApplicantEmailVerified: false };
};

interface Applied {
  readonly caseId: string;
  readonly administration: string;
  readonly applicant: Applicant;
  /** The number that a clerk was told, where nobody knows one. */
  readonly told: string | null;
}

/** A person's own row keeps their sealed number; that of somebody who never signed in is sealed for this case. */
const applicantParty = ({ random, numbers, clock }: Surroundings, applied: Applied): NewParty => {
  const { caseId, administration, applicant, told } = applied;
  const id = random.id();
  const number = applicant.nationalNumber ?? told;
  return {
    id,
    caseId,
    administration,
    role: 'applicant',
    personId: applicant.id,
    numberSealed: applicant.nationalNumber === null && told !== null ? numbers.seal(told, id) : null,
    numberIndex: number === null ? null : numbers.index(number),
    since: isoOf(clock.now()),
  };
};

const firstEntry = ({ actor, draft }: Filing): Pick<NewTimelineEntry, 'text' | 'actor'> =>
  draft.opened_by === null
    ? { text: timelineText('submitted'), actor: timelineActor(actor) }
    : { text: timelineText('registered'), actor: administrationName };

/** Case, documents, first timeline entry and the order to start the process: all of it or nothing. */
const file = async (surroundings: Surroundings, tx: Queryable, filing: Filing): Promise<SubmissionReceipt> => {
  const { draft, procedure, applicant, submission, actor } = filing;
  const { clock, random } = surroundings;
  const at = clock.now();
  const today = dayOf(at);
  const documents = await listDraftDocuments(tx, draft.id);
  const answers = { data: submission.data, prefill: draft.prefill, documents, today };
  const accepted = acceptAnswers(applicationForm(procedure), answers);
  const caseId = random.id();
  const reference = await nextReference(tx, procedure.description.reference, today);
  const { administration } = draft;
  await insertCase(tx, {
    id: caseId,
    administration,
    reference,
    procedureKey: procedure.key,
    procedureVersion: procedure.version,
    personId: applicant.id,
    applicant: applicant.name,
    ...contactOf(accepted.data, applicant),
    ...languagesOf(filing, accepted.data),
    data: accepted.data,
    prefill: draft.prefill,
    at,
    draftId: draft.id,
    channel: draft.channel,
    receivedOn: draft.received_on,
    openedBy: draft.opened_by,
  });
  await insertParty(
    tx,
    applicantParty(surroundings, { caseId, administration, applicant, told: toldNumber(filing, accepted.data) }),
  );
  await closeApplication(tx, { id: draft.id, caseId });
  await moveDocumentsToCase(tx, { draftId: draft.id, caseId, documentIds: accepted.documentIds });
  await attachConsultations(tx, { draftId: draft.id, caseId });
  await insertStatusChange(tx, { caseId, administration, status: 'submitted', at });
  if (draft.contact_id !== null) await noteContact(tx, actor, { contactId: draft.contact_id, caseId });
  await insertTimelineEntry(tx, {
    caseId,
    administration,
    at,
    kind: 'submitted',
    ...firstEntry(filing),
    visibleToApplicant: true,
  });
  // What came by post runs from the day on which it came, whenever somebody enters it.
  await startDecisionTerm(surroundings, tx, { id: caseId, administration, procedure, day: draft.received_on ?? today });
  await insertOutbox(tx, { caseId, message: { kind: 'startProcess' }, at });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'application.submitted',
    object: `case:${caseId}`,
    administration,
    detail: { reference, tampered: accepted.tampered, documents: accepted.documentIds.length },
  });
  return { caseId, reference, receivedAt: new Date(at).toISOString() };
};

const receiptOf = async (tx: Queryable, caseId: string): Promise<SubmissionReceipt> => {
  const row = await findCase(tx, caseId);
  if (row === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected case ${caseId} of the application, but it is gone`);
  return { caseId: row.id, reference: row.reference, receivedAt: instantOf(row.submitted_at) };
};

/** Submits an application. Submitting the same one again, even at the same moment, answers the same receipt. */
export const submit: UseCase<Submission, SubmissionReceipt> = async (surroundings, actor, submission) => {
  requireReasonable(submission.data);
  const { database, library } = surroundings;
  const applicant = await applicantOf(
    surroundings,
    actor,
    await requireApplication(database, actor, submission.draftId),
  );
  const receipt = await database.transaction(async (tx) => {
    const draft = await lockFillable(tx, actor, submission.draftId);
    if (draft.case_id !== null) return receiptOf(tx, draft.case_id);
    const procedure = await library.version(tx, draft.procedure_key, draft.procedure_version);
    return file(surroundings, tx, { actor, applicant, draft, procedure, submission });
  });
  surroundings.outboxBell.ring();
  return receipt;
};
