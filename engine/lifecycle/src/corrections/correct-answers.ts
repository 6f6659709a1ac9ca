import { actingFor, appendAudit, type Actor, type Clerk } from '@irisflow/access';
import {
  acceptAnswers,
  applicationForm,
  type CaseRow,
  type CaseView,
  hasEnded,
  insertCorrection,
  insertOutbox,
  noteByOffice,
  listCaseDocuments,
  listCorrections,
  lockCase,
  recordOpening,
  requireClerkCase,
  requireReasonable,
  setAnswersRow,
  timelineText,
  viewCase,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import {
  readAt,
  restrictedControls,
  segmentsOf,
  tellsOf,
  withoutAnswers,
  writeAt,
  type CompiledControl,
  type CompiledForm,
} from '@irisflow/forms';
import { dayOf } from '@irisflow/calendar';
import {
  type ApartAnswer,
  isRestrictedAt,
  keepApart,
  openUnmaskings,
  putBack,
  readApart,
  setApart,
  takeApart,
} from '@irisflow/restricted';
import {
  CaseworkError,
  inEveryLocale,
  instantOf,
  isoOf,
  maskedText,
  requireReason,
  type FormData,
} from '@irisflow/foundation';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { changedAnswers, type ChangedAnswer } from './changed-answers.ts';

export interface CorrectAnswers {
  readonly caseId: string;
  /** All answers, as they should be. */
  readonly data: FormData;
  readonly reason: string;
  /** How many corrections the case had when its answers were read. */
  readonly seen: number;
}

/** Answers as they should be, beside those that a case has. */
export interface Wanted {
  readonly row: CaseRow;
  readonly data: FormData;
  /** Every restricted answer, seen or not: those that are not seen stay. */
  readonly apart: readonly ApartAnswer[];
  /** By pointer, the restricted answers that are seen by whoever wants it. */
  readonly open: ReadonlyMap<string, string>;
}

export interface Correcting extends Wanted {
  readonly actor: Actor;
  readonly clerk: Clerk;
  readonly reason: string;
}

/** A field that somebody sees may still hang on one that they do not: its form cannot tell whether it is asked. */
const changeable = (form: CompiledForm, open: ReadonlyMap<string, string>): readonly CompiledControl[] => {
  const controls = restrictedControls(form);
  const closed = controls.filter(({ pointer }) => !open.has(pointer));
  return controls.filter((control) => !closed.includes(control) && !tellsOf(control, closed));
};

/** All answers are written: what a colleague corrected meanwhile would be taken back without a word. */
export const requireUpToDate = async (tx: Queryable, caseId: string, seen: number): Promise<void> => {
  const { length } = await listCorrections(tx, caseId);
  if (length !== seen)
    throw new CaseworkError(
      'STALE_REVISION',
      `Expected ${length} corrections of ${caseId} to be known, but ${seen} are`,
    );
};

export interface Judged {
  readonly form: CompiledForm;
  readonly after: FormData;
  readonly changes: readonly ChangedAnswer[];
}

/** What the form keeps for the office stays as it was: whoever corrects sees the form as the applicant does. */
const withOfficeAnswers = (form: CompiledForm, before: FormData, sent: FormData): FormData => {
  const ofOffice = form.controls.filter(({ audiences }) => !audiences.includes('applicant'));
  return ofOffice.reduce<FormData>(
    (whole, { pointer }) => {
      const value = readAt(before, segmentsOf(pointer));
      return value === undefined ? whole : writeAt(whole, segmentsOf(pointer), value);
    },
    withoutAnswers(sent, ofOffice),
  );
};

/** The answers obey the form of the day on which they were given. */
export const judgeAnswers = async (
  { library }: Surroundings,
  tx: Queryable,
  { row, data, apart, open }: Wanted,
): Promise<Judged> => {
  const form = applicationForm(await library.version(tx, row.procedure_key, row.procedure_version));
  const theirs = changeable(form, open);
  const kept = restrictedControls(form).filter((control) => !theirs.includes(control));
  const stays = apart.filter(({ pointer }) => kept.some((control) => control.pointer === pointer));
  const sent = withOfficeAnswers(form, row.data, putBack(withoutAnswers(data, kept), stays));
  const today = dayOf(Date.parse(instantOf(row.submitted_at)));
  const documents = await listCaseDocuments(tx, row.id);
  const { data: after } = acceptAnswers(form, { data: sent, prefill: [], documents, today, audience: 'agent' });
  // What somebody does not see they do not change: that an answer there is hidden now would tell that there is one.
  const changes = changedAnswers(form, putBack(row.data, apart), after).filter(
    ({ pointer }) => !kept.some((control) => control.pointer === pointer),
  );
  return { form, after, changes };
};

const masked = inEveryLocale(() => maskedText);

/** The words of a restricted answer stand apart, as the answer does. */
const noteChange = async (
  { random }: Surroundings,
  tx: Queryable,
  { clerk, row, reason }: Correcting,
  { change, at }: { readonly change: ChangedAnswer & { readonly isApart: boolean }; readonly at: number },
): Promise<void> => {
  const { id: caseId, administration } = row;
  const id = random.id();
  const { isApart, before, after, ...of } = change;
  await insertCorrection(tx, {
    id,
    case_id: caseId,
    administration,
    ...of,
    before: isApart ? masked : before,
    after: isApart ? masked : after,
    reason,
    corrected_by: clerk.person.id,
    corrected_at: isoOf(at),
  });
  if (isApart)
    await keepApart(tx, { caseId, administration }, [
      { kind: 'correction', of: id, pointer: of.pointer, value: { before, after } },
    ]);
};

/** The wall takes out what its reader sees and nothing else: without a word an old answer would stay beside the new one. */
const takeOut = async (tx: Queryable, { row, apart }: Correcting, pointer: string): Promise<void> => {
  const isTaken = await takeApart(tx, { caseId: row.id, pointer });
  if (isTaken || !apart.some((one) => one.kind === 'answer' && one.pointer === pointer)) return;
  throw new CaseworkError(
    'STALE_REVISION',
    `Expected the restricted answer at ${pointer} of ${row.id} to be in sight, but it is no longer`,
  );
};

/** The answers as they are now, each in its place. */
const write = async (
  tx: Queryable,
  correcting: Correcting,
  { form, after, changed, at }: { form: CompiledForm; after: FormData; changed: readonly string[]; at: number },
): Promise<FormData> => {
  const { id: caseId, administration } = correcting.row;
  const { data, apart } = setApart(form, { data: after, prefill: [] });
  for (const pointer of changed) await takeOut(tx, correcting, pointer);
  await keepApart(
    tx,
    { caseId, administration },
    apart.filter(({ pointer }) => changed.includes(pointer)),
  );
  await setAnswersRow(tx, { id: caseId, data, at });
  return data;
};

/** The one way in which answers of a case that runs are written: both values stay, with why and by whom, and the process has the new ones. */
export const writeCorrection = async (
  surroundings: Surroundings,
  tx: Queryable,
  correcting: Correcting,
  { form, after, changes }: Judged,
): Promise<FormData> => {
  const { actor, row } = correcting;
  const { id: caseId, administration } = row;
  const at = surroundings.clock.now();
  const told = changes.map((change) => ({ ...change, isApart: isRestrictedAt(form, change.pointer) }));
  const changed = told.filter(({ isApart }) => isApart).map(({ pointer }) => pointer);
  const data = await write(tx, correcting, { form, after, changed, at });
  for (const change of told) await noteChange(surroundings, tx, correcting, { change, at });
  await insertOutbox(tx, { caseId, message: { kind: 'giveAnswers' }, at });
  await appendAudit(surroundings, tx, {
    actor,
    action: 'answers.corrected',
    object: `case:${caseId}`,
    administration,
    detail: { fields: changes.map(({ pointer }) => pointer) },
  });
  return data;
};

/** Corrects what was submitted: the old value stays beside the new one, for the applicant as well, and the process hears of it. */
export const correctAnswers: UseCase<CorrectAnswers, CaseView> = async (surroundings, actor, wanted) => {
  requireReasonable(wanted.data);
  const reason = requireReason(wanted.reason);
  const { database, clock, outboxBell } = surroundings;
  // Before the transaction of the clerk, who may not read them: a correction meanwhile is refused below.
  const apart = await readApart(actingFor(surroundings, actor, 'restricted').database, wanted.caseId);
  const view = await database.transaction(async (tx) => {
    const { clerk } = await requireClerkCase(tx, actor, wanted.caseId);
    const row = await lockCase(tx, wanted.caseId);
    if (row === undefined || row.appeal_of !== null)
      throw new CaseworkError('NOT_FOUND', `Expected a case ${wanted.caseId} with answers, but there is none`);
    if (hasEnded(row)) throw new CaseworkError('CASE_ENDED', `Expected an open case, but ${row.id} is ${row.status}`);
    await requireUpToDate(tx, row.id, wanted.seen);
    const open = await openUnmaskings(tx, { caseId: row.id, at: clock.now() });
    const correcting = { actor, clerk, row, data: wanted.data, reason, apart, open };
    const judged = await judgeAnswers(surroundings, tx, correcting);
    if (judged.changes.length === 0)
      throw new CaseworkError('INPUT_INVALID', `Expected another answer than ${row.id} has, but found the same ones`);
    const data = await writeCorrection(surroundings, tx, correcting, judged);
    await noteByOffice(surroundings, tx, {
      row,
      kind: 'answersCorrected',
      text: timelineText('answersCorrected', { fr: reason, nl: reason, en: reason }),
      isPublic: true,
    });
    await recordOpening(surroundings, tx, { clerk, row });
    const reader = { audience: 'agent', clerk: clerk.person } as const;
    return viewCase(surroundings, tx, { ...row, data }, reader);
  });
  outboxBell.ring();
  return view;
};
