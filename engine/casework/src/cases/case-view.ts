import type { Queryable } from '@irisflow/database';
import { settle } from '@irisflow/forms';
import { applicationForm } from '../applications/application-form.ts';
import { CaseworkError, instantOf, type Locale } from '@irisflow/foundation';
import { listDecisions, listInformationRequests, listLetters, listNotes } from '../storage/case-parts.ts';
import { listStatusChanges, type CaseRow } from '../storage/cases.ts';
import { listConsultationsOfCase } from '../storage/consultations.ts';
import { listCaseDocuments, viewDocument } from '../storage/documents.ts';
import { listTimeline } from '../storage/timeline.ts';
import type { Surroundings } from '../surroundings.ts';
import { dayOf } from '@irisflow/calendar';
import type { CaseView, TimelineEntry } from '../views/case.ts';
import { stepsOf } from './case-steps.ts';
import { summarizeCases } from './case-summary.ts';
import { endStatuses } from './move-case.ts';
import { viewConsultation } from './consultation-view.ts';

export interface Reader {
  readonly audience: 'applicant' | 'agent';
  readonly language: Locale;
}

export const hasEnded = ({ status, closed_at: closedAt }: CaseRow): boolean =>
  closedAt !== null || endStatuses.includes(status);

/** The parts of a file for everyone; what else is for clerks only is taken out for applicants afterwards. */
const wholeView = async (
  surroundings: Surroundings,
  db: Queryable,
  row: CaseRow,
  reader: Reader,
): Promise<CaseView> => {
  const procedure = await surroundings.library.version(db, row.procedure_key, row.procedure_version);
  const [summary] = await summarizeCases(surroundings, db, [row]);
  if (summary === undefined) throw new CaseworkError('NOT_FOUND', `Expected case ${row.id}, but it is gone`);
  const form = applicationForm(procedure);
  // The rules ran on the day of submission; on a later one a date limit could hide what was answered.
  const context = { audience: reader.audience, today: dayOf(Date.parse(instantOf(row.submitted_at))) };
  return {
    ...summary,
    steps: stepsOf(procedure.description.steps, row.status, await listStatusChanges(db, row.id)),
    form: form.form,
    data: settle(form, row.data, context).data,
    timeline: await listTimeline(db, row.id),
    documents: (await listCaseDocuments(db, row.id)).map(viewDocument),
    letters: await listLetters(db, row.id),
    informationRequests: await listInformationRequests(db, row.id),
    decisions: await listDecisions(db, row.id),
    consultations: (await listConsultationsOfCase(db, row.id)).map((one) => viewConsultation(one, reader.language)),
    notes: reader.audience === 'agent' ? await listNotes(db, row.id) : [],
    canWithdraw: !hasEnded(row) && row.withdrawal_asked_at === null,
    channel: row.channel,
    receivedOn: row.received_on,
    contact: procedure.description.contact,
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

const forApplicant = (view: CaseView): CaseView => ({
  ...view,
  timeline: view.timeline.filter(({ visibleToApplicant }) => visibleToApplicant).map(withoutOrigin),
  documents: view.documents.filter(({ visibleToApplicant }) => visibleToApplicant),
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
  return reader.audience === 'applicant' ? forApplicant(view) : view;
};
