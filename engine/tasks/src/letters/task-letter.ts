import type { Queryable } from '@irisflow/database';
import type { KnownPerson } from '@irisflow/access';
import type { Variables } from '@irisflow/engine-client';
import { writeAt } from '@irisflow/forms';
import type { Power } from '@irisflow/delegations';
import { CaseworkError, isoOf, type LocalizedText } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import {
  applicationForm,
  type CaseDecision,
  type CaseRow,
  groundText,
  type LetterToWrite,
  type Signatory,
  writeLetter,
} from '@irisflow/casework';
import type { TaskRow } from '../storage/tasks.ts';
import { evaluateExpression, type Given } from '../tasks/evaluate-expression.ts';
import { evaluateMasked } from '../tasks/task-form.ts';
import type { LetterSheet } from '../views.ts';
import { signatoryIn } from './signatory.ts';

export interface Reading {
  readonly row: CaseRow;
  readonly task: TaskRow;
  readonly procedure: PublishedProcedure;
  readonly variables: Variables;
  /** Who reads it and may sign it; null when the reader may not. */
  readonly person: KnownPerson | null;
  /** In whose name they would; null for their own. */
  readonly power: Power | null;
  readonly now: number;
}

/** What the step that sends a letter will give to it, as the process stands now and as people read it before it is sent. */
export const letterValues = (procedure: PublishedProcedure, template: string, given: Given) => {
  const step = procedure.letterSteps.find((candidate) => candidate.template === template);
  const application = applicationForm(procedure);
  return (step?.values ?? []).reduce<Readonly<Record<string, unknown>>>(
    (values, { path, source }) => writeAt(values, path, evaluateMasked(application, source, given) ?? null) ?? {},
    {},
  );
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The decision as the task says that it will be. */
const decisionOf = ({ task, procedure, person }: Reading, given: Given): CaseDecision | undefined => {
  const { decides } = procedure.description.tasks[task.element_id] ?? {};
  if (decides === undefined) return undefined;
  const field = (source: string | undefined) => (source === undefined ? null : evaluateExpression(source, given));
  const grounds = field(decides.grounds);
  const amount = field(decides.amount);
  return {
    id: 'preview',
    outcome: textOrNull(field(decides.outcome)) ?? '',
    decidedAt: isoOf(given.now),
    decidedBy: person?.name ?? null,
    grounds: (Array.isArray(grounds) ? grounds : []).map((code: unknown) => ({
      code: String(code),
      text: groundText(procedure.description, { code: String(code) }),
    })),
    amount: typeof amount === 'number' ? amount : null,
    validFrom: textOrNull(field(decides.validFrom)),
    validTo: textOrNull(field(decides.validTo)),
  };
};

const signatoryOf = ({ row, person, power }: Reading, capacity: LocalizedText | undefined): Signatory | null => {
  if (capacity === undefined || person === null) return null;
  const under = power && { delegator: power.delegator.name, capacity: power.capacity };
  return signatoryIn({ name: person.name, capacity, under }, row.language);
};

/** The letter that follows when a task is approved, with the values as they stand; null when the task names none. */
export const letterOfTask = (reading: Reading): (LetterToWrite & { readonly template: string }) | null => {
  const { row, task, procedure, variables, now } = reading;
  const described = procedure.description.tasks[task.element_id];
  if (task.state !== 'open' || described?.letter === undefined) return null;
  const given = { variables, now };
  const template = evaluateExpression(described.letter, given);
  if (typeof template !== 'string' || !procedure.letters.has(template)) return null;
  const decision = decisionOf(reading, given);
  return {
    row,
    procedure,
    template,
    values: letterValues(procedure, template, given),
    signatory: signatoryOf(reading, described.capacity),
    now,
    ...(decision === undefined ? {} : { decision }),
    missing: 'show',
  };
};

const isInvalid = (thrown: unknown): boolean => thrown instanceof CaseworkError && thrown.code === 'LETTER_INVALID';

/** Whether the letter could leave as it is. */
const isComplete = async (db: Queryable, toWrite: LetterToWrite): Promise<boolean> => {
  try {
    return (await writeLetter(db, { ...toWrite, missing: 'refuse' })).unprintable.length === 0;
  } catch (thrown) {
    if (isInvalid(thrown)) return false;
    throw thrown;
  }
};

/** The letter as it will go, to read beside the task. */
export const letterSheet = async (db: Queryable, reading: Reading): Promise<LetterSheet | null> => {
  const toWrite = letterOfTask(reading);
  if (toWrite === null) return null;
  const complete = await isComplete(db, toWrite);
  const { letter, head } = await writeLetter(db, toWrite);
  return {
    key: toWrite.template,
    language: letter.locale,
    subject: letter.subject,
    administration: head.administration,
    recipient: [...head.recipient],
    date: head.date,
    reference: head.referenceLine,
    blocks: structuredClone(letter.blocks) as LetterSheet['blocks'],
    complete,
  };
};
