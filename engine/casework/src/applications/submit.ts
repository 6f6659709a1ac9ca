import type { Queryable } from '@irisflow/database';
import { readAt, segmentsOf } from '@irisflow/forms';
import { type Actor, type KnownPerson, appendAudit, nationalNumberOf } from '@irisflow/access';
import { startDecisionTerm } from '../terms/decision-term.ts';
import { timelineActor } from '../cases/actor-names.ts';
import { timelineText } from '../cases/timeline-texts.ts';
import { CaseworkError, instantOf, isoOf, locales, type FormData, type Locale } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { closeApplication, lockApplication, nextCaseNumber, type ApplicationRow } from '../storage/applications.ts';
import { findCase, insertCase, insertStatusChange } from '../storage/cases.ts';
import { attachConsultations } from '../storage/consultations.ts';
import { listDraftDocuments, moveDocumentsToCase } from '../storage/documents.ts';
import { insertOutbox } from '../storage/outbox.ts';
import { insertParty, type NewParty } from '../storage/parties.ts';
import { insertTimelineEntry } from '../storage/timeline.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import type { SubmissionReceipt } from '../views/application.ts';
import { acceptAnswers } from './accept-answers.ts';
import { applicationForm } from './application-form.ts';
import { caseReference } from './case-reference.ts';
import { requireCitizen, requireReasonable, unknownApplication } from './drafts.ts';

export interface Submission {
  readonly draftId: string;
  readonly data: FormData;
  readonly language: Locale;
}

interface Filing {
  readonly actor: Actor;
  readonly person: KnownPerson;
  readonly draft: ApplicationRow;
  readonly procedure: PublishedProcedure;
  readonly submission: Submission;
}

/** The language the applicant chose in the form, where the procedure asks for it; it never changes by itself again. */
const caseLanguage = ({ procedure, submission }: Filing, data: FormData): Locale => {
  const field = procedure.description.application.languageField;
  const chosen = field === undefined ? undefined : readAt(data, segmentsOf(field));
  return locales.find((locale) => locale === chosen) ?? submission.language;
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
const contactOf = (data: FormData, person: KnownPerson): Contact => {
  if (person.isEmailVerified && person.email !== null)
    return { applicantEmail: person.email, isApplicantEmailVerified: true };
  const candidates = ['/email', '/contact/email', '/applicant/email'].map((pointer) =>
    readAt(data, segmentsOf(pointer)),
  );
  const found = candidates.find((value) => typeof value === 'string' && value !== '');
  return { applicantEmail: typeof found === 'string' ? found : person.email, isApplicantEmailVerified: false };
};

const applicantParty = async (
  surroundings: Surroundings,
  tx: Queryable,
  { caseId, administration, person }: { caseId: string; administration: string; person: KnownPerson },
): Promise<NewParty> => {
  const { random, numbers, clock } = surroundings;
  const number = await nationalNumberOf(surroundings, tx, person.id);
  return {
    id: random.id(),
    caseId,
    administration,
    role: 'applicant',
    personId: person.id,
    // The person's own row keeps the sealed number.
    numberSealed: null,
    numberIndex: number === null ? null : numbers.index(number),
    since: isoOf(clock.now()),
  };
};

/** Case, documents, first timeline entry and the order to start the process: all of it or nothing. */
const file = async (surroundings: Surroundings, tx: Queryable, filing: Filing): Promise<SubmissionReceipt> => {
  const { draft, procedure, person, submission, actor } = filing;
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
    personId: person.id,
    applicant: person.name,
    ...contactOf(accepted.data, person),
    language: caseLanguage(filing, accepted.data),
    data: accepted.data,
    prefill: draft.prefill,
    at,
    draftId: draft.id,
  });
  await insertParty(tx, await applicantParty(surroundings, tx, { caseId, administration, person }));
  await closeApplication(tx, { id: draft.id, caseId });
  await moveDocumentsToCase(tx, { draftId: draft.id, caseId, documentIds: accepted.documentIds });
  await attachConsultations(tx, { draftId: draft.id, caseId });
  await insertStatusChange(tx, { caseId, administration, status: 'submitted', at });
  await insertTimelineEntry(tx, {
    caseId,
    administration,
    at,
    kind: 'submitted',
    text: timelineText('submitted'),
    actor: timelineActor(actor),
    visibleToApplicant: true,
  });
  await startDecisionTerm(surroundings, tx, { id: caseId, administration, procedure, day: today });
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
  const person = requireCitizen(actor);
  requireReasonable(submission.data);
  const { database, library } = surroundings;
  const receipt = await database.transaction(async (tx) => {
    const draft = await lockApplication(tx, { id: submission.draftId, personId: person.id });
    if (draft === undefined) throw unknownApplication(submission.draftId);
    if (draft.case_id !== null) return receiptOf(tx, draft.case_id);
    const procedure = await library.version(tx, draft.procedure_key, draft.procedure_version);
    return file(surroundings, tx, { actor, person, draft, procedure, submission });
  });
  surroundings.outboxBell.ring();
  return receipt;
};
