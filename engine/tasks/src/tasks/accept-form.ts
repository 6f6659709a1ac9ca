import { dayOf } from '@irisflow/calendar';
import type { Variables } from '@irisflow/engine-client';
import type { CompiledForm } from '@irisflow/forms';
import { acceptSubmission } from '@irisflow/forms/server';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import { broughtByProcess, withMasked } from './task-form.ts';

/** The same rules on the server: what clerks may not change is put back, what is wrong is named. */
export const acceptForm = (
  { clock }: Surroundings,
  form: CompiledForm,
  { data, variables, masked }: { data: FormData; variables: Variables; masked: readonly string[] },
): FormData => {
  const now = clock.now();
  const prefilled = broughtByProcess(form, { variables, now });
  const accepted = acceptSubmission(form, withMasked(data, masked, prefilled), {
    prefilled,
    context: { audience: 'agent', today: dayOf(now) },
  });
  if (accepted.errors.length === 0) return accepted.data;
  const [first] = accepted.errors;
  throw new CaseworkError('FORM_INVALID', `Expected valid answers, but ${first?.pointer} is not: ${first?.keyword}`, {
    errors: accepted.errors,
  });
};
