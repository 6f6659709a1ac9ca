import { lookIn } from '@irisflow/branding';
import type { Queryable } from '@irisflow/database';
import { restrictedControls, settle, withoutAnswers, type CompiledForm } from '@irisflow/forms';
import type { KnownPerson } from '@irisflow/access';
import { applicationForm } from '../applications/application-form.ts';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { calendarsOf, listTerms, type TermView, viewTerm } from '@irisflow/terms';
import { listDecisions, listInformationRequests, listLetters, listNotes } from '../storage/case-parts.ts';
import { findCase, listAppealsOf, listStatusChanges, type CaseRow } from '../storage/cases.ts';
import { listConsultationsOfCase } from '../storage/consultations.ts';
import { copyCategory, listCaseDocuments, viewDocument, type DocumentRow } from '../storage/documents.ts';
import { listTimeline } from '../storage/timeline.ts';
import { unprintable } from '@irisflow/letters';
import type { ParticipantRow } from '@irisflow/parties';
import { endStatuses, roleLabel, stepNames, type ProcedureDescription } from '@irisflow/procedures';
import { openUnmaskings, prefillPutBack, putBack, readApart, viewRestricted } from '@irisflow/restricted';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import type { CaseView, InformationRequest, TimelineEntry } from '../views/case.ts';
import { stepsOf } from './case-steps.ts';
import { summarizeCases } from './case-summary.ts';
import { viewCorrections } from './view-corrections.ts';
import { viewUnanswered } from './unanswered-view.ts';
import { viewConsultation } from './consultation-view.ts';
import { inClerkVoice } from './clerk-voice.ts';
import { filesFor, isWaiting } from './waiting-files.ts';

export interface Reader {
  readonly audience: 'applicant' | 'agent';
  /** Notes, and who of the office corrected something, are for people: other systems read neither. */
  readonly isSystem?: boolean;
  /** How they take part in the case; left out for its applicant and for clerks. */
  readonly part?: ParticipantRow | null;
  /** The clerk who reads, so that they find what they unmasked; everybody else finds what is restricted masked. */
  readonly clerk?: KnownPerson | null;
  /** Whether who reads is the applicant, who reads all of their answers. */
  readonly isApplicant?: boolean;
}

export const hasEnded = ({ status, closed_at: closedAt }: CaseRow): boolean =>
  closedAt !== null || endStatuses.includes(status);

/** Every run of the terms of a case, the newest first. */
const termViews = async ({ clock }: Surroundings, db: Queryable, caseId: string): Promise<TermView[]> => {
  const terms = await listTerms(db, [caseId]);
  const calendar = await calendarsOf(db, terms);
  const today = dayOf(clock.now());
  return terms
    .toSorted((one, other) => (one.startedOn < other.startedOn ? 1 : -1))
    .map((term) => viewTerm(calendar(term), term, today));
};

const linkTo = (row: CaseRow | undefined): CaseView['appealOf'] =>
  row === undefined
    ? null
    : { id: row.id, reference: row.reference, receivedOn: dayOf(Date.parse(instantOf(row.submitted_at))) };

const contactOf = ({ contact: { name, service, email, phone } }: ProcedureDescription): CaseView['contact'] => ({
  name,
  service: service ?? null,
  email,
  phone,
});

const partOf = (description: ProcedureDescription, { part }: Reader): CaseView['part'] =>
  part === undefined || part === null ? null : { role: roleLabel(description, part.role), access: part.access };

/** Letters of the name that no font has, where nobody wrote it in others yet. */
const unprintableOf = ({ name_in_letters, applicant }: CaseRow, { audience }: Reader): CaseView['unprintable'] =>
  audience === 'agent' && name_in_letters === null ? unprintable(applicant) : [];

/** A copy of the file is no part of it. */
const isCopy = ({ category }: DocumentRow): boolean => category === copyCategory;

const withFiles = (request: InformationRequest, documents: readonly DocumentRow[]): InformationRequest =>
  request.state === 'open' ? { ...request, files: filesFor(request, documents) } : request;

const isOfOffice = ({ audience, isSystem }: Reader): boolean => audience === 'agent' && isSystem !== true;

type Answered = Pick<CaseView, 'data' | 'prefill' | 'restricted' | 'corrections'>;

/** What was answered, as far as it is not kept apart, and what the reader was let through to. */
const answersOf = async (
  { clock }: Surroundings,
  db: Queryable,
  { row, form, reader }: { readonly row: CaseRow; readonly form: CompiledForm; readonly reader: Reader },
): Promise<Answered> => {
  const { audience, clerk = null, isApplicant = false } = reader;
  const apart = restrictedControls(form);
  const isLetIn = apart.length > 0 && (clerk !== null || isApplicant);
  const open = isLetIn && clerk !== null ? await openUnmaskings(db, { caseId: row.id, at: clock.now() }) : new Map();
  const seen = isLetIn ? await readApart(db, row.id) : [];
  // The rules ran on the day of submission; on a later one a date limit could hide what was answered.
  const context = { audience, today: dayOf(Date.parse(instantOf(row.submitted_at))) };
  return {
    // What is calculated of a masked answer would be wrong: it is kept apart as well.
    data: isApplicant
      ? settle(form, putBack(row.data, seen), context).data
      : putBack(withoutAnswers(settle(form, row.data, context).data, apart), seen),
    prefill: [...prefillPutBack(row.prefill, seen)],
    restricted: audience === 'agent' ? viewRestricted(form, { reader: clerk, open }) : [],
    corrections: await viewCorrections(db, {
      caseId: row.id,
      audience: isOfOffice(reader) ? 'agent' : 'applicant',
      seen,
    }),
  };
};

/**
 * Whether a process waits for the word that a case is withdrawn: not for an appeal on paper, nor where the platform's own one has
 * it. What nobody but an office opens is no application, and whoever it is about has nothing to take back.
 */
export const isWithdrawalHeard = (
  { audience, reopening }: Pick<ProcedureDescription, 'audience' | 'reopening'>,
  row: Pick<CaseRow, 'appeal_of' | 'reopened_at'>,
): boolean =>
  audience.length > 0 && row.appeal_of === null && (row.reopened_at === null || reopening?.process !== undefined);

/** The parts of a file for everyone; what else is for clerks only is taken out for applicants afterwards. */
const wholeView = async (
  surroundings: Surroundings,
  db: Queryable,
  row: CaseRow,
  reader: Reader,
): Promise<CaseView> => {
  const procedure = await surroundings.library.version(db, row.procedure_key, row.procedure_version);
  const [summary] = await summarizeCases(surroundings, db, [row], reader.audience);
  if (summary === undefined) throw new CaseworkError('NOT_FOUND', `Expected case ${row.id}, but it is gone`);
  const form = applicationForm(procedure);
  const requests = await listInformationRequests(db, row.id);
  const documents = await listCaseDocuments(db, row.id);
  return {
    ...summary,
    partyId: row.person_id,
    part: partOf(procedure.description, reader),
    nameInLetters: row.name_in_letters,
    unprintable: unprintableOf(row, reader),
    steps:
      row.appeal_of === null
        ? stepsOf(procedure.description.steps, row.status, await listStatusChanges(db, row.id))
        : [],
    terms: await termViews(surroundings, db, row.id),
    form: form.form,
    ...(await answersOf(surroundings, db, { row, form, reader })),
    timeline: await listTimeline(db, row.id),
    documents: documents
      .filter((document) => !isCopy(document) && !isWaiting(document, requests))
      .map((document) => viewDocument(surroundings.fileChecks, document)),
    // What was held back is known to the office alone.
    letters: (await listLetters(db, row.id)).filter(({ channels }) => channels.length > 0 || isOfOffice(reader)),
    informationRequests: reader.audience === 'agent' ? requests : requests.map((one) => withFiles(one, documents)),
    decisions: await listDecisions(db, row.id),
    consultations: (await listConsultationsOfCase(db, row.id)).map(viewConsultation),
    unanswered: reader.audience === 'agent' ? await viewUnanswered(db, row.id, procedure.description) : [],
    notes: isOfOffice(reader) ? await listNotes(db, row.id) : [],
    canWithdraw:
      !hasEnded(row) &&
      (reader.part ?? null) === null &&
      row.withdrawal_asked_at === null &&
      isWithdrawalHeard(procedure.description, row),
    appealOf: row.appeal_of === null ? null : linkTo(await findCase(db, row.appeal_of)),
    appeals: (await listAppealsOf(db, row.id)).flatMap((appeal) => linkTo(appeal) ?? []),
    channel: row.channel,
    receivedOn: row.received_on,
    contact: contactOf(procedure.description),
    ...(await lookIn(db, row.administration)),
  };
};

/** Which element of which process did it says nothing to applicants. */
const withoutOrigin = ({
  id,
  at,
  kind,
  text,
  actor,
  visibleToApplicant,
  documentId,
}: TimelineEntry): TimelineEntry => ({
  id,
  at,
  kind,
  text,
  actor,
  visibleToApplicant,
  documentId,
});

/** What the applicant reads is written to them; whoever handles the case reads about them. */
const forClerk = (view: CaseView, description: ProcedureDescription): CaseView => {
  const names = stepNames(description);
  return { ...view, timeline: view.timeline.map((entry) => inClerkVoice(entry, names)) };
};

const forApplicant = (view: CaseView): CaseView => ({
  ...view,
  timeline: view.timeline.filter(({ visibleToApplicant }) => visibleToApplicant).map(withoutOrigin),
  documents: view.documents.filter(({ visibleToApplicant }) => visibleToApplicant),
  // What was sent to others who read nothing here is theirs.
  letters: view.letters.filter((letter) =>
    view.documents.some(({ id, visibleToApplicant }) => visibleToApplicant && id === letter.documentId),
  ),
  // Decisions name the office, not the person behind the desk.
  decisions: view.decisions.map((decision) => ({ ...decision, decidedBy: null })),
});

/** The file of a case as the reader may see it. */
export const viewCase = async (
  surroundings: Surroundings,
  db: Queryable,
  row: CaseRow,
  reader: Reader,
): Promise<CaseView> => {
  const view = await wholeView(surroundings, db, row, reader);
  if (reader.audience === 'applicant') return forApplicant(view);
  const { description } = await surroundings.library.version(db, row.procedure_key, row.procedure_version);
  return forClerk(view, description);
};
