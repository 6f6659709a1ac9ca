import {
  pathOfScope,
  pointerOf,
  processBindings,
  readAt,
  restrictedControls,
  segmentsOf,
  writeAt,
  type CompiledForm,
  type Prefilled,
} from '@irisflow/forms';
import { maskResult, maskVariables, readsRestricted } from '@irisflow/restricted';
import { canonicalJson } from '@irisflow/access';
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

/** What goes back to the process. */
export { processVariables as variablesOf } from '@irisflow/forms';

const pointerTo = (scope: string): string => pointerOf(pathOfScope(scope));

/** Whether an expression says something of what the application form restricts: by what it reads, or by what it gives. */
const tells = (application: CompiledForm, source: string, given: Given): boolean => {
  if (readsRestricted(application, source)) return true;
  const shown = { ...given, variables: maskVariables(application, given.variables) };
  return canonicalJson(evaluateExpression(source, given)) !== canonicalJson(evaluateExpression(source, shown));
};

/** Where a task form would show what its application form restricts: there it is masked, and stays what the process brought. */
export const maskedIn = (form: CompiledForm, application: CompiledForm, given: Given): string[] =>
  restrictedControls(application).length === 0
    ? []
    : processBindings(form)
        .in.filter(({ from }) => tells(application, from, given))
        .map(({ to }) => pointerTo(to));

/** The same answers, without those that are masked. */
export const withoutMasked = (data: FormData, masked: readonly string[]): FormData =>
  masked.reduce<FormData>(
    (rest, pointer) =>
      readAt(rest, segmentsOf(pointer)) === undefined ? rest : writeAt(rest, segmentsOf(pointer), undefined),
    data,
  );

/** What the process brought at masked fields, whatever was sent there. */
export const withMasked = (data: FormData, masked: readonly string[], brought: Prefilled): FormData =>
  masked.reduce<FormData>((whole, pointer) => writeAt(whole, segmentsOf(pointer), brought[pointer]?.value), data);

/** An expression over a process as people read it: what is restricted is a mask. */
export const evaluateMasked = (application: CompiledForm, source: string, given: Given): unknown =>
  restrictedControls(application).length > 0 && tells(application, source, given)
    ? maskResult(application, given.variables, (variables) => evaluateExpression(source, { ...given, variables }))
    : evaluateExpression(source, given);
