import { segmentsOf, settle, writeAt, type CompiledForm } from '@irisflow/forms';
import type { FormData } from '@irisflow/foundation';

/** The answers of an earlier case that a form still asks for. Files stay with the case that they were given for. */
export const lastingAnswers = (form: CompiledForm, data: FormData, today: string): FormData => {
  const withoutFiles = form.controls
    .filter(({ file }) => file !== undefined)
    .reduce<FormData>((rest, { pointer }) => writeAt(rest, segmentsOf(pointer), undefined), data);
  return settle(form, withoutFiles, { audience: 'applicant', today }).data;
};
