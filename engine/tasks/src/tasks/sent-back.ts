import type { Queryable } from '@irisflow/database';
import { dayOf } from '@irisflow/calendar';
import { pathOfScope, processBindings, readAt, writeAt, type CompiledForm } from '@irisflow/forms';
import { inEveryLocale, instantOf, type FormData, type LocalizedText } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { describeAnswers } from '@irisflow/casework';
import { variablesOfProposal, type Proposal } from '../proposals/proposal.ts';
import { findSentBack, type SentBackRow } from '../storage/sent-back.ts';
import type { TaskRow } from '../storage/tasks.ts';
import type { SentBackView } from '../views.ts';

const reasonLabel: LocalizedText = { fr: 'Motif', nl: 'Reden', en: 'Reason' };

const viewOf = ({ description, forms }: PublishedProcedure, row: SentBackRow): SentBackView => {
  const at = instantOf(row.at);
  const form = forms.get(description.tasks[row.element_id]?.form ?? '');
  const answers =
    form === undefined || row.answers === null ? [] : describeAnswers(form, row.answers, dayOf(Date.parse(at)));
  const { reason } = row;
  const given = reason === null ? [] : [{ label: reasonLabel, text: inEveryLocale(() => reason) }];
  return { by: row.by, at, remarks: [...answers, ...given] };
};

/** What a form holds when it was filled in as it was proposed; what is only shown comes from the process alone. */
const asProposed = (form: CompiledForm, proposal: Proposal): FormData => {
  const variables = variablesOfProposal(proposal);
  return processBindings(form).out.reduce<FormData>((data, { from, to }) => {
    const value = readAt(variables, to.split('.')) ?? undefined;
    return value === undefined ? data : writeAt(data, pathOfScope(from), value);
  }, {});
};

export interface Returned {
  readonly view: SentBackView | null;
  /** What the person had filled in, to go on from. */
  readonly data: FormData;
}

/** Whether a task is there again because somebody sent it back, and what was in it. */
export const returnedTask = async (
  db: Queryable,
  { task, procedure, form }: { task: TaskRow; procedure: PublishedProcedure; form: CompiledForm | null },
): Promise<Returned> => {
  const row =
    task.state === 'open' ? await findSentBack(db, { caseId: task.case_id, elementId: task.element_id }) : undefined;
  if (row === undefined) return { view: null, data: {} };
  return { view: viewOf(procedure, row), data: form === null ? {} : asProposed(form, row.proposal) };
};
