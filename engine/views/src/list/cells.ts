import type { Clerk } from '@irisflow/access';
import { recordOpenings, wordOf } from '@irisflow/casework';
import { type TaskSummary } from '@irisflow/tasks';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { readAt, segmentsOf } from '@irisflow/forms';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { formatValue } from '@irisflow/letters';
import type { PublishedProcedure } from '@irisflow/procedures';
import {
  type BuiltInKey,
  groupLabels,
  isBuiltIn,
  languageLabels,
  no,
  nobody,
  statusLabels,
  yes,
} from '../fields/built-in-labels.ts';
import { fieldsOf, type FormField } from '../fields/form-fields.ts';
import { type CellFacts, listCellFacts, listStepAnswers, type StepAnswers } from '../storage/cell-facts.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ViewRow } from '../views/view-page.ts';

interface Shown {
  readonly task: TaskSummary;
  readonly facts: CellFacts;
  readonly procedure: PublishedProcedure;
  /** By step, what it was last completed with. */
  readonly steps: ReadonlyMap<string, StepAnswers>;
}

const written = (value: unknown): LocalizedText | null =>
  value === null || value === undefined || value === ''
    ? null
    : inEveryLocale((locale) => formatValue(value, 'text', locale) ?? '');

const said = (is: boolean): LocalizedText => (is ? yes : no);
const named = (name: string): LocalizedText => inEveryLocale(() => name);

const joined = (texts: readonly LocalizedText[]): LocalizedText | null =>
  texts.length === 0 ? null : inEveryLocale((locale) => texts.map((text) => text[locale]).join(', '));

const communeOf = ({ procedure, facts }: Shown): LocalizedText | null => {
  const pointer = procedure.description.statistics?.commune;
  if (pointer === undefined || !fieldsOf(procedure).has(`${procedure.key}/${pointer}`)) return null;
  return written(readAt(facts.data, segmentsOf(pointer)));
};

const builtInCells: Readonly<Record<BuiltInKey, (shown: Shown) => LocalizedText | null>> = {
  daysLeft: ({ task }) => written(task.remainingDays),
  dueOn: ({ task }) => written(task.dueOn),
  task: ({ task }) => task.name,
  applicant: ({ task }) => named(`${task.applicant}, ${task.reference}`),
  procedure: ({ task }) => task.procedureTitle,
  step: ({ task }) => task.name,
  status: ({ facts }) => statusLabels[facts.status],
  language: ({ task }) => languageLabels[task.language],
  commune: communeOf,
  received: ({ facts }) => written(facts.received_on),
  created: ({ task }) => written(dayOf(Date.parse(task.createdAt))),
  assignee: ({ task }) => (task.assignee === null ? nobody : named(task.assignee.name)),
  group: ({ task }) => joined(task.candidateGroups.map((group) => groupLabels[group] ?? named(group))),
  priority: ({ task }) => written(task.priority),
  incident: ({ facts }) => said(facts.stands_still),
  unread: ({ facts }) => said(facts.has_unread),
  waiting: ({ facts }) => said(facts.waits_for_applicant),
};

const answerOf = ({ reading }: FormField, { facts, steps }: Shown): unknown => {
  if (reading.from === 'application') return readAt(facts.data, reading.path);
  const step = steps.get(reading.step);
  return reading.from === 'answers' ? readAt(step?.answers, reading.path) : step?.proposal?.[reading.variable];
};

/** What a column of a form says of a task, by the version that its case runs on: that one says whether clerks read the field. */
const formCell = (key: string, shown: Shown): LocalizedText | null => {
  const field = fieldsOf(shown.procedure).get(key);
  const value = field === undefined ? undefined : answerOf(field, shown);
  if (field === undefined || value === undefined || value === null || value === '') return null;
  return inEveryLocale((locale) => wordOf(field.form, field.control, locale, value));
};

const cellsOf = (columns: readonly string[], shown: Shown): ViewRow['cells'] =>
  Object.fromEntries(columns.map((key) => [key, isBuiltIn(key) ? builtInCells[key](shown) : formCell(key, shown)]));

const stepOf = (key: string): string => key.split('/')[1] ?? '';

const readSteps = async (db: Queryable, facts: readonly CellFacts[], columns: readonly string[]) => {
  const steps = [...new Set(columns.map(stepOf).filter((step) => step !== ''))];
  const byCase = new Map<string, Map<string, StepAnswers>>();
  if (steps.length === 0) return byCase;
  const caseIds = [...new Set(facts.map((one) => one.case_id))];
  for (const row of await listStepAnswers(db, { caseIds, steps }))
    byCase.set(row.case_id, (byCase.get(row.case_id) ?? new Map<string, StepAnswers>()).set(row.element_id, row));
  return byCase;
};

interface Listed {
  readonly tasks: readonly TaskSummary[];
  readonly columns: readonly string[];
  /** Who reads them. */
  readonly clerk: Clerk;
  /** Whether the view shows or asks for answers: then the applicants read that their files were opened. */
  readonly readsAnswers: boolean;
}

/** Whether a field is an answer that somebody gave. */
export const isAnswer = (key: string): boolean => key === 'commune' || !isBuiltIn(key);

/** Tasks with the cells of some columns, in the order of the tasks. */
export const withCells = async (
  surroundings: Surroundings,
  db: Queryable,
  { tasks, columns, clerk, readsAnswers }: Listed,
): Promise<ViewRow[]> => {
  if (tasks.length === 0) return [];
  const { library } = surroundings;
  const withAnswers = columns.some((key) => isAnswer(key) && stepOf(key) === '');
  const facts = await listCellFacts(db, { ids: tasks.map(({ id }) => id), withAnswers });
  if (readsAnswers) {
    const { administration } = clerk;
    const rows = facts.map((one) => ({ id: one.case_id, person_id: one.person_id, administration }));
    await recordOpenings(surroundings, db, { clerk, rows });
  }
  const steps = await readSteps(db, facts, columns);
  const byId = new Map(facts.map((one) => [one.id, one]));
  const rows: ViewRow[] = [];
  for (const task of tasks) {
    const ofTask = byId.get(task.id);
    if (ofTask === undefined) continue;
    const procedure = await library.version(db, task.procedureKey, ofTask.procedure_version);
    const shown = {
      task,
      facts: ofTask,
      procedure,
      steps: steps.get(ofTask.case_id) ?? new Map<string, StepAnswers>(),
    };
    rows.push({ ...task, cells: cellsOf(columns, shown) });
  }
  return rows;
};
