import type { CompiledForm, Prefilled } from '@irisflow/forms';
import { CaseworkError } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import type { PrefilledValue } from '../views/application.ts';

export const applicationForm = ({ key, description, forms }: PublishedProcedure): CompiledForm => {
  const form = forms.get(description.application.form);
  if (form !== undefined) return form;
  throw new CaseworkError('PROCEDURE_INVALID', `Expected ${key} to have its application form, but it has not`);
};

/** Prefilled values as the forms package wants them: by pointer. */
export const prefilledOf = (values: readonly PrefilledValue[]): Prefilled =>
  Object.fromEntries(
    values.map(({ pointer, value, sourceKey, at, late = false }) => [pointer, { value, source: sourceKey, at, late }]),
  );
