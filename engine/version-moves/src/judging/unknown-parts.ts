import { dayOf } from '@irisflow/calendar';
import { applicationForm, type CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { type CompiledForm, formText } from '@irisflow/forms';
import { type FormData, inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import type { FromVersion, MovePlan } from '../plan/move-plan.ts';
import { type CaseTask, listObligations, listOpenTerms, listRightKinds } from '../storage/running-cases.ts';
import type { StayReason } from '../views/version-move.ts';
import { lostAnswer } from './lost-answers.ts';

/** Why a case stays, and what that is about. */
export interface Stay {
  readonly reason: StayReason;
  readonly subject: LocalizedText | null;
}

export interface Judged {
  readonly plan: MovePlan;
  readonly version: FromVersion;
  readonly row: CaseRow;
  readonly now: number;
}

const plain = (word: string): LocalizedText => inEveryLocale(() => word);

const labelOf = (form: CompiledForm | null, pointer: string): LocalizedText => {
  const control = form?.controls.find((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`));
  if (form === null || control === undefined) return plain(pointer);
  return inEveryLocale((locale) => formText(form.form, locale, `${control.i18n}.label`));
};

/** What the office and the law began and the other version has no word for. */
const unknownByLaw = async (db: Queryable, { plan: { to }, row }: Judged): Promise<Stay | null> => {
  const terms = new Set(to.description.terms.map(({ key }) => key));
  const term = (await listOpenTerms(db, row.id)).find(({ key }) => !terms.has(key));
  if (term !== undefined) return { reason: 'termUnknown', subject: term.label as LocalizedText };
  const right = (await listRightKinds(db, row.id)).find((kind) => !to.rights.has(kind));
  if (right !== undefined) return { reason: 'rightUnknown', subject: plain(right) };
  const obligation = (await listObligations(db, row.id)).find((key) => !to.obligations.has(key));
  return obligation === undefined ? null : { reason: 'obligationUnknown', subject: plain(obligation) };
};

const unknownStatus = ({ plan: { to }, version, row }: Judged): Stay | null => {
  const { own_status: key } = row;
  if (key === null || (to.description.statuses ?? []).some((status) => status.key === key)) return null;
  const status = version.procedure.description.statuses?.find((one) => one.key === key);
  return { reason: 'statusUnknown', subject: status?.internal ?? plain(key) };
};

const lostApplication = ({ plan, version, row, now }: Judged): Stay | null => {
  const before = applicationForm(version.procedure);
  const context = { audience: 'applicant', today: dayOf(now) } as const;
  const pointer = lostAnswer({ data: row.data, before, after: applicationForm(plan.to) }, context);
  return pointer === null ? null : { reason: 'answersLost', subject: labelOf(before, pointer) };
};

const formOf = ({ description, forms }: PublishedProcedure, element: string): CompiledForm | null =>
  forms.get(description.tasks[element]?.form ?? '') ?? null;

/** What a clerk wrote and did not hand in yet goes with the task, or keeps it where it is. */
export const lostDraft = (
  { plan, version, now }: Judged,
  { task, element }: { readonly task: CaseTask; readonly element: string },
): Stay | null => {
  const data = (task.draft ?? {}) as FormData;
  const before = formOf(version.procedure, task.element_id);
  const context = { audience: 'agent', today: dayOf(now) } as const;
  const pointer = lostAnswer({ data, before, after: formOf(plan.to, element) }, context);
  return pointer === null ? null : { reason: 'draftLost', subject: labelOf(before, pointer) };
};

/** What of a case the other version does not know. */
export const unknownPart = async (db: Queryable, judged: Judged): Promise<Stay | null> =>
  unknownStatus(judged) ?? lostApplication(judged) ?? (await unknownByLaw(db, judged));
