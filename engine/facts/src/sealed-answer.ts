import type { Queryable } from '@irisflow/database';
import { insertAnswer, type NewAnswer } from './storage/answers.ts';
import type { Surroundings } from './surroundings.ts';

type Values = Readonly<Record<string, unknown>>;

/** What is sealed of an answer: what was asked, so that it can be asked again, and what came. */
export interface AnswerContent {
  readonly input: Values;
  readonly output: Values;
}

export const keepAnswer = async (
  { clock, random, answers }: Surroundings,
  tx: Queryable,
  { input, output, ...answer }: Omit<NewAnswer, 'id' | 'at' | 'sealed'> & AnswerContent,
): Promise<void> => {
  const id = random.id();
  const sealed = answers.seal(JSON.stringify({ input, output } satisfies AnswerContent), id);
  await insertAnswer(tx, { ...answer, id, at: clock.now(), sealed });
};

export const openAnswer = ({ answers }: Surroundings, row: { readonly id: string; readonly sealed: string }) =>
  JSON.parse(answers.open(row.sealed, row.id)) as AnswerContent;

/** What is sealed of a change that was settled. */
export interface ChangeContent {
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  readonly reason: string;
}

export const openChange = ({ answers }: Surroundings, row: { readonly id: string; readonly sealed: string }) =>
  JSON.parse(answers.open(row.sealed, row.id)) as ChangeContent;

/** What is sealed of a correction. */
export interface CorrectionContent {
  readonly said: unknown;
  readonly claimed: string;
  readonly reason: string;
}

export const openCorrection = ({ answers }: Surroundings, row: { readonly id: string; readonly sealed: string }) =>
  JSON.parse(answers.open(row.sealed, row.id)) as CorrectionContent;
