import { evaluate, parseFeel, toJson } from '@irisflow/feel';
import {
  compileForm,
  pathOfScope,
  pointerOf,
  processBindings,
  processVariables,
  readAt,
  writeAt,
  type FormData,
  type FormDefinition,
  type Prefilled,
} from '@irisflow/forms';
import type { Values } from '@irisflow/scenarios';

const valueOf = (source: string, variables: Values, now: number): unknown => {
  const result = evaluate(parseFeel(source.replace(/^\s*=/, '').trim(), 'expression'), {
    variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
    now,
    timeZone: 'Europe/Brussels',
  });
  return result.ok ? (toJson(result.value) ?? undefined) : undefined;
};

interface Reading {
  readonly variables: Values;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What the process brings to a task form, as the desk shows it. */
export const broughtToForm = (
  form: FormDefinition,
  { variables, now }: Reading,
): { data: FormData; prefilled: Prefilled } => {
  const brought = processBindings(compileForm(form)).in.flatMap(({ from, to }) => {
    const value = valueOf(from, variables, now);
    return value === undefined ? [] : [{ path: pathOfScope(to), value }];
  });
  return {
    data: brought.reduce<FormData>((data, { path, value }) => writeAt(data, path, value), {}),
    prefilled: Object.fromEntries(
      brought.map(({ path, value }) => [
        pointerOf(path),
        { value, source: 'process', at: new Date(now).toISOString() },
      ]),
    ),
  };
};

/** What a completed form gives to the process. */
export const answersToProcess = (form: FormDefinition, data: FormData): Values =>
  processVariables(compileForm(form), data);

/** A scenario’s answer at a task, as its form shows it: fields whose variable it names. */
export const dataOfAnswers = (form: FormDefinition, values: Values): FormData =>
  processBindings(compileForm(form)).out.reduce<FormData>((data, { from, to }) => {
    const value = readAt(values, to.split('.'));
    return value === undefined || value === null ? data : writeAt(data, pathOfScope(from), value);
  }, {});
