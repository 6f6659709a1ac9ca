import { processBindings, processVariables, readAt, writeAt, type CompiledForm } from '@irisflow/forms';
import type { RecordedTask, Values } from '@irisflow/scenarios';
import type { KeptTask } from '../storage/kept-tasks.ts';
import type { Happened, HappenedElement } from './happened.ts';

/** What a form gave to the process, as the process has it. */
const givenBy = (form: CompiledForm, happened: Happened, entered: HappenedElement): Values =>
  processBindings(form).out.reduce<Values>((values, { to }) => {
    const [root = '', ...rest] = to.split('.');
    const value = readAt(happened.valueAt(entered, root), rest);
    return value === undefined ? values : writeAt(values, [root, ...rest], value);
  }, {});

const proposed = (proposal: Values): Values =>
  Object.entries(proposal).reduce<Values>((values, [path, value]) => writeAt(values, path.split('.'), value), {});

/** What was answered: as it is kept with the task, where somebody else had to approve it or approved it, else as the process has it. */
const answered = (
  happened: Happened,
  {
    entered,
    form,
    kept,
  }: { readonly entered: HappenedElement; readonly form: CompiledForm; readonly kept: KeptTask | undefined },
): Values => {
  const proposal = kept?.proposal ?? null;
  const answers = kept?.answers ?? null;
  return {
    ...givenBy(form, happened, entered),
    ...(answers === null ? {} : processVariables(form, answers)),
    ...(proposal === null ? {} : proposed(proposal)),
  };
};

/** Steps of people in the order in which they were opened, with what was answered in each. */
export const recordedTasks = (
  happened: Happened,
  {
    formOf,
    kept,
  }: { readonly formOf: (elementId: string) => CompiledForm | undefined; readonly kept: readonly KeptTask[] },
): RecordedTask[] => {
  const rest = [...kept];
  return happened.elements.flatMap((entered): RecordedTask[] => {
    const { elementId, kind, state, endedAt } = entered;
    if (kind !== 'USER_TASK') return [];
    const place = rest.findIndex((task) => task.elementId === elementId);
    const [own] = place === -1 ? [] : rest.splice(place, 1);
    if (state !== 'completed' || endedAt === null) return [{ elementId, at: null, with: {} }];
    const form = formOf(elementId);
    const values = form === undefined ? {} : answered(happened, { entered, form, kept: own });
    return [{ elementId, at: Date.parse(endedAt), with: values }];
  });
};
