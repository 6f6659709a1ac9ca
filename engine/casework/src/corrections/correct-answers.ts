import { appendAudit, type Actor, type Clerk } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { dayOf } from '@irisflow/calendar';
import { CaseworkError, instantOf, isoOf, requireReason, type FormData } from '@irisflow/foundation';
import { acceptAnswers } from '../applications/accept-answers.ts';
import { applicationForm } from '../applications/application-form.ts';
import { requireReasonable } from '../applications/drafts.ts';
import { administrationName } from '../cases/actor-names.ts';
import { requireClerkCase } from '../cases/case-access.ts';
import { hasEnded, viewCase } from '../cases/case-view.ts';
import { recordOpening } from '../cases/record-opening.ts';
import { timelineText } from '../cases/timeline-texts.ts';
import { insertCorrection, listCorrections } from '../storage/corrections.ts';
import { lockCase, setAnswersRow, type CaseRow } from '../storage/cases.ts';
import { listCaseDocuments } from '../storage/documents.ts';
import { insertOutbox } from '../storage/outbox.ts';
import { insertTimelineEntry } from '../storage/timeline.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { CaseView } from '../views/case.ts';
import { changedAnswers, type ChangedAnswer } from './changed-answers.ts';

export interface CorrectAnswers {
  readonly caseId: string;
  /** All answers, as they should be. */
  readonly data: FormData;
  readonly reason: string;
  /** How many corrections the case had when its answers were read. */
  readonly seen: number;
}

interface Correcting {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly row: CaseRow;
  readonly data: FormData;
  readonly reason: string;
}

/** All answers are written: what a colleague corrected meanwhile would be taken back without a word. */
const requireUpToDate = async (tx: Queryable, caseId: string, seen: number): Promise<void> => {
  const { length } = await listCorrections(tx, caseId);
  if (length !== seen)
    throw new CaseworkError(
      'STALE_REVISION',
      `Expected ${length} corrections of ${caseId} to be known, but ${seen} are`,
    );
};

/** The answers obey the form of the day on which they were given. */
const accepted = async ({ library }: Surroundings, tx: Queryable, { row, data }: Correcting) => {
  const form = applicationForm(await library.version(tx, row.procedure_key, row.procedure_version));
  const today = dayOf(Date.parse(instantOf(row.submitted_at)));
  const documents = await listCaseDocuments(tx, row.id);
  const { data: after } = acceptAnswers(form, { data, prefill: [], documents, today });
  return { after, changes: changedAnswers(form, row.data, after) };
};

const note = async (
  surroundings: Surroundings,
  tx: Queryable,
  { actor, clerk, row, reason }: Correcting,
  changes: readonly ChangedAnswer[],
): Promise<void> => {
  const { clock, random } = surroundings;
  const { id: caseId, administration } = row;
  const at = clock.now();
  for (const change of changes)
    await insertCorrection(tx, {
      id: random.id(),
      case_id: caseId,
      administration,
      ...change,
      reason,
      corrected_by: clerk.person.id,
      corrected_at: isoOf(at),
    });
  await insertTimelineEntry(tx, {
    caseId,
    administration,
    at,
    kind: 'answersCorrected',
    text: timelineText('answersCorrected', { fr: reason, nl: reason, en: reason }),
    actor: administrationName,
    visibleToApplicant: true,
  });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'answers.corrected',
    object: `case:${caseId}`,
    administration,
    detail: { fields: changes.map(({ pointer }) => pointer) },
  });
};

/** Corrects what was submitted: the old value stays beside the new one, for the applicant as well, and the process hears of it. */
export const correctAnswers: UseCase<CorrectAnswers, CaseView> = async (surroundings, actor, wanted) => {
  requireReasonable(wanted.data);
  const reason = requireReason(wanted.reason);
  const { database, clock, outboxBell } = surroundings;
  const view = await database.transaction(async (tx) => {
    const { clerk } = await requireClerkCase(tx, actor, wanted.caseId);
    const row = await lockCase(tx, wanted.caseId);
    if (row === undefined || row.appeal_of !== null)
      throw new CaseworkError('NOT_FOUND', `Expected a case ${wanted.caseId} with answers, but there is none`);
    if (hasEnded(row)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${row.id} is ${row.status}`);
    await requireUpToDate(tx, row.id, wanted.seen);
    const correcting = { actor, clerk, row, data: wanted.data, reason };
    const { after, changes } = await accepted(surroundings, tx, correcting);
    if (changes.length === 0)
      throw new CaseworkError('INPUT_INVALID', `Expected another answer than ${row.id} has, but found the same ones`);
    const at = clock.now();
    await setAnswersRow(tx, { id: row.id, data: after, at });
    await note(surroundings, tx, correcting, changes);
    await insertOutbox(tx, { caseId: row.id, message: { kind: 'giveAnswers' }, at });
    await recordOpening(surroundings, tx, { clerk, row });
    const reader = { audience: 'agent', language: clerk.person.language } as const;
    return viewCase(surroundings, tx, { ...row, data: after }, reader);
  });
  outboxBell.ring();
  return view;
};
