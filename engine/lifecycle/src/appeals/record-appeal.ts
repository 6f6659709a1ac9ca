import type { Queryable } from '@irisflow/database';
import { appendAudit, type Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  type CaseRow,
  type CaseView,
  insertCase,
  insertNote,
  insertOutbox,
  insertStatusChange,
  insertTimelineEntry,
  listAppealsOf,
  listDecisions,
  listNotes,
  lockCase,
  recordOpening,
  requireClerkCase,
  timelineText,
  viewCase,
} from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import type { Surroundings, UseCase } from '../surroundings.ts';

export interface PaperAppeal {
  readonly caseId: string;
  /** The day on which it arrived, `YYYY-MM-DD`. */
  readonly receivedOn: string;
  /** What it says, for the file. */
  readonly summary: string;
}

const MAX_SUMMARY = 5000;

const requireAppealable = async (tx: Queryable, row: CaseRow, { receivedOn }: PaperAppeal, today: string) => {
  if (row.appeal_of !== null)
    throw new CaseworkError('INPUT_INVALID', `Expected a decided case, but ${row.id} is an appeal itself`);
  const [decision] = await listDecisions(tx, row.id);
  if (decision === undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected a decision to appeal against in ${row.id}, but there is none`);
  const decidedOn = dayOf(Date.parse(decision.decidedAt));
  if (receivedOn < decidedOn || receivedOn > today)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected a day from ${decidedOn} to ${today}, but found ${receivedOn.slice(0, 20)}`,
    );
};

const summaryOf = ({ summary }: PaperAppeal): string => {
  const text = summary.trim();
  if (text !== '' && text.length <= MAX_SUMMARY) return text;
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a summary of 1 to ${MAX_SUMMARY} characters, but found ${text.length}`,
  );
};

/** The same letter, said twice: whoever pressed twice has it once. */
const isRecorded = async (tx: Queryable, row: CaseRow, { receivedOn }: PaperAppeal, summary: string) => {
  const sameDay = (await listAppealsOf(tx, row.id)).filter((appeal) => appeal.received_on === receivedOn);
  const said = await Promise.all(sameDay.map(({ id }) => listNotes(tx, id)));
  return said.some((notes) => notes.some(({ text }) => text === summary));
};

interface Recording {
  readonly actor: Actor;
  readonly row: CaseRow;
  readonly personId: string;
  readonly appeal: PaperAppeal;
}

/** `BH-RA-2026-000042-17/R01`: the reference of the case it is against, and its number. */
const referenceOf = async (tx: Queryable, row: CaseRow): Promise<string> => {
  const earlier = await listAppealsOf(tx, row.id);
  return `${row.reference}/R${String(earlier.length + 1).padStart(2, '0')}`;
};

const insertAppeal = async (
  { clock, random }: Surroundings,
  tx: Queryable,
  { actor, row, appeal }: Recording,
): Promise<{ id: string; reference: string }> => {
  const id = random.id();
  const reference = await referenceOf(tx, row);
  await insertCase(tx, {
    id,
    administration: row.administration,
    reference,
    procedureKey: row.procedure_key,
    procedureVersion: row.procedure_version,
    personId: row.person_id,
    applicant: row.applicant,
    applicantEmail: row.applicant_email,
    isApplicantEmailVerified: row.applicant_email_verified,
    language: row.language,
    alsoIn: row.also_in,
    data: {},
    prefill: [],
    // It counts from the day on which it arrived, whenever somebody records it.
    at: Math.min(Date.parse(`${appeal.receivedOn}T11:00:00Z`), clock.now()),
    draftId: null,
    channel: 'mail',
    receivedOn: appeal.receivedOn,
    openedBy: actor.kind === 'person' ? actor.person.id : null,
    appealOf: row.id,
  });
  await insertStatusChange(tx, {
    caseId: id,
    administration: row.administration,
    status: 'submitted',
    at: clock.now(),
  });
  return { id, reference };
};

const tellBoth = async (
  { clock }: Surroundings,
  tx: Queryable,
  { actor, row }: Recording,
  appeal: { id: string; reference: string },
): Promise<void> => {
  const name = actor.kind === 'person' ? actor.person.name : '';
  const named = { fr: name, nl: name, en: name };
  const number = { fr: `(${appeal.reference})`, nl: `(${appeal.reference})`, en: `(${appeal.reference})` };
  for (const caseId of [row.id, appeal.id])
    await insertTimelineEntry(tx, {
      caseId,
      administration: row.administration,
      at: clock.now(),
      kind: 'appealReceived',
      text: timelineText('appealReceived', number),
      actor: named,
      visibleToApplicant: true,
    });
};

/** A process that waits after its decision goes on with what was lodged; one that is over has its case reopened by a person. */
const tellProcess = async (
  { clock }: Surroundings,
  tx: Queryable,
  { row, appeal: { receivedOn, summary } }: Recording,
  { id, reference }: { id: string; reference: string },
): Promise<void> => {
  if (row.closed_at !== null) return;
  await insertOutbox(tx, {
    caseId: row.id,
    at: clock.now(),
    message: {
      kind: 'publishMessage',
      name: 'appeal.lodged',
      variables: { appeal: { caseId: id, reference, receivedOn, summary } },
    },
  });
};

/** Records an appeal that came on paper, as a case linked to the one whose decision it is against. */
export const recordAppeal: UseCase<PaperAppeal, CaseView> = async (surroundings, actor, appeal) => {
  const summary = summaryOf(appeal);
  const { database, clock, outboxBell } = surroundings;
  const view = await database.transaction(async (tx) => {
    const { clerk } = await requireClerkCase(tx, actor, appeal.caseId);
    const row = await lockCase(tx, appeal.caseId);
    if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected case ${appeal.caseId}, but it is gone`);
    await requireAppealable(tx, row, appeal, dayOf(clock.now()));
    const reader = { audience: 'agent', clerk: clerk.person } as const;
    if (await isRecorded(tx, row, appeal, summary)) return viewCase(surroundings, tx, row, reader);
    const recording = { actor, row, personId: clerk.person.id, appeal: { ...appeal, summary } };
    const filed = await insertAppeal(surroundings, tx, recording);
    const { administration } = row;
    await insertNote(tx, {
      caseId: filed.id,
      administration,
      at: clock.now(),
      personId: clerk.person.id,
      text: summary,
    });
    await tellBoth(surroundings, tx, recording, filed);
    await tellProcess(surroundings, tx, recording, filed);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'appeal.recorded',
      object: `case:${filed.id}`,
      administration,
      detail: { case: row.id, receivedOn: appeal.receivedOn },
    });
    await recordOpening(surroundings, tx, { clerk, row });
    return viewCase(surroundings, tx, row, reader);
  });
  outboxBell.ring();
  return view;
};
