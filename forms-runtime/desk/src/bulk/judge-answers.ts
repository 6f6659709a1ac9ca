import type { AssessedTask } from '@irisflow/client';
import {
  compileForm,
  validateForm,
  writeAll,
  type FormData,
  type FormDefinition,
  type TextLocale,
} from '@irisflow/forms';
import { outcomeOf } from '../task/outcome-of.ts';

export interface Verdicts {
  /** Tasks whose form is complete with what was answered. */
  readonly ready: readonly AssessedTask[];
  /** Those in which something of their own is missing or wrong. */
  readonly incomplete: readonly AssessedTask[];
  /** What is decided, such as "Grant", with how many. */
  readonly outcomes: ReadonlyMap<string, number>;
}

interface Answered {
  readonly form: FormDefinition | undefined;
  readonly tasks: readonly AssessedTask[];
  readonly answers: FormData;
  readonly locale: TextLocale;
  /** The local day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What the answers mean for each case, by the rules that its own page has; the platform judges them again. */
export const judgeAnswers = ({ form, tasks, answers, locale, today }: Answered): Verdicts => {
  if (form === undefined) return { ready: tasks, incomplete: [], outcomes: new Map() };
  const compiled = compileForm(form);
  const filled = tasks.map((task) => ({ task, data: writeAll(task.data, answers) }));
  // What is masked is not here to be judged: the platform puts it back.
  const isComplete = ({ task, data }: { task: AssessedTask; data: FormData }): boolean =>
    validateForm(compiled, data, { audience: 'agent', today }).every(({ pointer }) => task.masked.includes(pointer));
  const ready = filled.filter(isComplete);
  const outcomes = new Map<string, number>();
  for (const { data } of ready) {
    const answer = outcomeOf({ form, data, locale, today })?.answer;
    if (answer !== undefined) outcomes.set(answer, (outcomes.get(answer) ?? 0) + 1);
  }
  return {
    ready: ready.map(({ task }) => task),
    incomplete: filled.filter((one) => !ready.includes(one)).map(({ task }) => task),
    outcomes,
  };
};
