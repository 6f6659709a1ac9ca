import {
  readAt,
  restrictedControls,
  segmentsOf,
  settle,
  withoutAnswers,
  writeAt,
  type CompiledForm,
} from '@irisflow/forms';
import type { FormData } from '@irisflow/foundation';
import type { ApartAnswer } from './storage/restricted-answers.ts';

interface Prefilled {
  readonly pointer: string;
}

const overlaps = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** Whether a pointer leads to a restricted field of a form, into one, or to something that holds one. */
export const isRestrictedAt = (form: CompiledForm, pointer: string): boolean =>
  restrictedControls(form).some((control) => overlaps(control.pointer, pointer));

export interface SetApart<Value extends Prefilled> {
  readonly data: FormData;
  readonly prefill: readonly Value[];
  readonly apart: readonly ApartAnswer[];
}

/** Answers in two: what whoever handles the case may read, and what is kept apart. */
export const setApart = <Value extends Prefilled>(
  form: CompiledForm,
  { data, prefill }: { readonly data: FormData; readonly prefill: readonly Value[] },
): SetApart<Value> => {
  const controls = restrictedControls(form);
  const known = prefill.filter(({ pointer }) => isRestrictedAt(form, pointer));
  return {
    data: withoutAnswers(data, controls),
    prefill: prefill.filter((value) => !known.includes(value)),
    apart: [
      ...controls.flatMap(({ path, pointer }): ApartAnswer[] => {
        const value = readAt(data, path);
        return value === undefined ? [] : [{ kind: 'answer', of: '', pointer, value }];
      }),
      ...known.map((value): ApartAnswer => ({ kind: 'prefill', of: '', pointer: value.pointer, value })),
    ],
  };
};

/** The answers with those that the reader was let through to. */
export const putBack = (data: FormData, apart: readonly ApartAnswer[]): FormData =>
  apart
    .filter(({ kind }) => kind === 'answer')
    .reduce<FormData>((whole, { pointer, value }) => writeAt(whole, segmentsOf(pointer), value), data);

/** Answers with those of another case that this form keeps apart as well: nothing comes into the open on its way. */
export const putBackApart = (form: CompiledForm, data: FormData, apart: readonly ApartAnswer[]): FormData => {
  const kept = restrictedControls(form).map(({ pointer }) => pointer);
  return putBack(
    data,
    apart.filter(({ pointer }) => kept.includes(pointer)),
  );
};

/** The same for what sources had filled in. */
export const prefillPutBack = <Value extends Prefilled>(
  prefill: readonly Value[],
  apart: readonly ApartAnswer[],
): readonly Value[] => [
  ...prefill,
  ...apart.filter(({ kind }) => kind === 'prefill').map(({ value }) => value as Value),
];

/**
 * All answers as a process knows them. What was kept apart while another answer came to hide it is as good as not given, and
 * is back once that answer is; `today` is the day of submission, on which the rules ran.
 */
export const wholeAnswers = (
  form: CompiledForm,
  { data, apart, today }: { readonly data: FormData; readonly apart: readonly ApartAnswer[]; readonly today: string },
): FormData => {
  const whole = putBack(data, apart);
  return apart.length === 0 ? whole : settle(form, whole, { audience: 'applicant', today }).data;
};
