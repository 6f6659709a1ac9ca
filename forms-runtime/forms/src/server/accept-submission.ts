import type { FieldError } from '../check-schema.ts';
import type { CompiledForm } from '../compile-form.ts';
import type { FormData, Prefilled } from '../form.ts';
import { enforceDisabled, enforceLocked, enforceRows } from '../locked.ts';
import { prune, type RemovedValue } from '../prune.ts';
import type { FormContext } from '../settle.ts';
import { validateFormOnServer } from './validate-form-on-server.ts';

/** What the server makes of a submission. Store `data` only when `errors` is empty. */
export interface AcceptedSubmission {
  readonly data: FormData;
  readonly errors: readonly FieldError[];
  /** Values left out, with the reason; refuse the submission when one is `unknown` or for another audience. */
  readonly removed: readonly RemovedValue[];
  /** Fields the sender may not change but tried to. */
  readonly tampered: readonly string[];
}

/**
 * Runs everything the browser ran, again: locked and disabled fields restored, calculations redone, hidden and unknown
 * values out, the rest validated.
 */
export const acceptSubmission = (
  compiled: CompiledForm,
  data: FormData,
  given: { readonly prefilled: Prefilled; readonly context: FormContext },
): AcceptedSubmission => {
  const locked = enforceLocked(compiled, data, given.prefilled);
  const rows = enforceRows(compiled, locked, given.prefilled);
  const enforced = enforceDisabled(compiled, rows, given);
  const pruned = prune(compiled, enforced.data, given.context);
  const errors = validateFormOnServer(compiled, pruned.data, given.context);
  return { data: pruned.data, errors, removed: pruned.removed, tampered: enforced.tampered };
};
