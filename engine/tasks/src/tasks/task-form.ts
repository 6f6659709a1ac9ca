import {
  pathOfScope,
  pointerOf,
  processBindings,
  readAt,
  segmentsOf,
  writeAt,
  type CompiledForm,
  type Prefilled,
} from '@irisflow/forms';
import type { Variables } from '@irisflow/engine-client';
import type { FormData } from '@irisflow/foundation';
import { evaluateExpression, type Given } from './evaluate-expression.ts';

/** What the process brings to a form, by JSON pointer; fields that are read-only keep it whatever is sent. */
export const broughtByProcess = (form: CompiledForm, given: Given): Prefilled =>
  Object.fromEntries(
    processBindings(form).in.flatMap(({ from, to }) => {
      const value = evaluateExpression(from, given);
      const pointer = pointerOf(pathOfScope(to));
      return value === undefined
        ? []
        : [[pointer, { value, source: 'process', at: new Date(given.now).toISOString() }]];
    }),
  );

/** The data a form starts with. */
export const initialData = (brought: Prefilled): FormData =>
  Object.entries(brought).reduce<FormData>(
    (data, [pointer, { value }]) => writeAt(data, segmentsOf(pointer), value),
    {},
  );

/** What goes back to the process: each field under its variable, `a.b` inside the variable `a`; no answer is null. */
export const variablesOf = (form: CompiledForm, data: FormData): Variables =>
  processBindings(form).out.reduce<Variables>((variables, { from, to }) => {
    const value = readAt(data, pathOfScope(from)) ?? null;
    return writeAt(variables, to.split('.'), value);
  }, {});
