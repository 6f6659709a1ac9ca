import type { Queryable } from '@irisflow/database';
import type { Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, instantOf, type FormData, type Locale } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { setApart } from '@irisflow/restricted';
import { administrationName, applicantName } from '../cases/actor-names.ts';
import { timelineText } from '../cases/timeline-texts.ts';
import { closeApplication, type ApplicationRow } from '../storage/applications.ts';
import { findCase } from '../storage/cases.ts';
import { attachConsultations } from '../storage/consultations.ts';
import { listDraftDocuments, moveDocumentsToCase } from '../storage/documents.ts';
import { insertTimelineEntry } from '../storage/timeline.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { SubmissionReceipt } from '../views/application.ts';
import { acceptAnswers } from './accept-answers.ts';
import { applicantOf, toldNumber, type Applicant } from './applicant.ts';
import { applicationForm } from './application-form.ts';
import { requireReasonable } from './drafts.ts';
import { fileCase } from './file-case.ts';
import { lockFillable, requireApplication } from './fillable-application.ts';
import { isScan } from './scans.ts';

export interface Submission {
  readonly draftId: string;
  readonly data: FormData;
  readonly language: Locale;
  /** Why it is filed although a case of the same person and procedure goes on; both sides read it. */
  readonly despite?: string;
}

interface Filing {
  readonly actor: Actor;
  readonly applicant: Applicant;
  readonly draft: ApplicationRow;
  readonly procedure: PublishedProcedure;
  readonly submission: Submission;
}

const MAX_REASON = 500;

/** Nobody is refused a second case: why it is another matter stands in its file. */
const noteDespite = async (
  { clock }: Surroundings,
  tx: Queryable,
  { caseId, draft, reason }: { caseId: string; draft: ApplicationRow; reason: string },
): Promise<void> => {
  const said = reason.trim().slice(0, MAX_REASON);
  if (said === '') return;
  await insertTimelineEntry(tx, {
    caseId,
    administration: draft.administration,
    at: clock.now(),
    kind: 'filedDespite',
    text: timelineText('filedDespite', { fr: said, nl: said, en: said }),
    actor: draft.opened_by === null ? applicantName : administrationName,
    visibleToApplicant: true,
  });
};

/** The answers become a case, and what belongs to the application goes along with them. */
const file = async (surroundings: Surroundings, tx: Queryable, filing: Filing): Promise<SubmissionReceipt> => {
  const { draft, procedure, applicant, submission, actor } = filing;
  const { prefill } = draft;
  const documents = await listDraftDocuments(tx, draft.id);
  const today = dayOf(surroundings.clock.now());
  // An office that fills a form also says what it keeps for itself.
  const audience = draft.opened_by === null ? 'applicant' : 'agent';
  const answers = { data: submission.data, prefill, documents, today, audience } as const;
  const form = applicationForm(procedure);
  const accepted = acceptAnswers(form, answers);
  const receipt = await fileCase(surroundings, tx, {
    actor,
    procedure,
    applicant,
    told: toldNumber(filing, accepted.data),
    data: accepted.data,
    prefill,
    language: draft.opened_by === null ? submission.language : draft.language,
    channel: draft.channel,
    receivedOn: draft.received_on,
    openedBy: draft.opened_by,
    draftId: draft.id,
    contactId: draft.contact_id,
    detail: { tampered: accepted.tampered, documents: accepted.documentIds.length },
  });
  const { caseId } = receipt;
  await closeApplication(tx, { id: draft.id, caseId, ...setApart(form, { data: draft.data, prefill }) });
  const documentIds = [...accepted.documentIds, ...documents.filter(isScan).map(({ id }) => id)];
  await moveDocumentsToCase(tx, { draftId: draft.id, caseId, documentIds });
  await attachConsultations(tx, { draftId: draft.id, caseId });
  await noteDespite(surroundings, tx, { caseId, draft, reason: submission.despite ?? '' });
  return receipt;
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
