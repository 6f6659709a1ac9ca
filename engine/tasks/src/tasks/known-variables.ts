import { canonicalJson } from '@irisflow/access';
import { applicationForm, withoutReserved } from '@irisflow/casework';
import type { Variables } from '@irisflow/engine-client';
import { restrictedControls, type CompiledForm } from '@irisflow/forms';
import type { FormData } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { maskVariables, readsRestricted } from '@irisflow/restricted';
import type { TaskRow } from '../storage/tasks.ts';
import type { Surroundings } from '../surroundings.ts';
import { acceptForm } from './accept-form.ts';
import { evaluateExpression, type Given } from './evaluate-expression.ts';
import { maskedIn, variablesOf, withoutMasked } from './task-form.ts';
import { formOfTask, taskVariables } from './task-view.ts';

/** What the process and a form say together. */
export interface Known extends Given {
  /** The same, as people read it. */
  readonly shown: Variables;
}

interface Answered {
  readonly procedure: PublishedProcedure;
  readonly task: TaskRow;
  /** Answers of its form; as they are kept for later, or as it is completed with them, which they must be fit for. */
  readonly data: FormData;
  readonly isDraft: boolean;
}

/** What a form would give to the process, and the same without what is masked in it. */
const givenBy = (
  surroundings: Surroundings,
  form: CompiledForm,
  { data, isDraft, brought, masked }: Answered & { readonly brought: Variables; readonly masked: readonly string[] },
): { readonly given: Variables; readonly shown: Variables } => {
  if (!isDraft) {
    const accepted = acceptForm(surroundings, form, { data, variables: brought, masked });
    return { given: variablesOf(form, accepted), shown: variablesOf(form, withoutMasked(accepted, masked)) };
  }
  // What nobody answered yet says nothing against what the process brought.
  const given = Object.entries(variablesOf(form, withoutMasked(data, masked))).filter(([, value]) => value !== null);
  return { given: Object.fromEntries(given), shown: Object.fromEntries(given) };
};

/**
 * What the process knows of an open task, with what its form would give to it. What somebody typed stands unmasked beside the
 * mask: were both masked, a right guess would be as good as an answer.
 */
export const knownOfTask = async (surroundings: Surroundings, answered: Answered): Promise<Known> => {
  const { procedure, task, data, isDraft } = answered;
  const now = surroundings.clock.now();
  const application = applicationForm(procedure);
  const brought = await taskVariables(surroundings, task);
  const form = formOfTask(procedure, task);
  const isAnswered = form !== null && (!isDraft || Object.keys(data).length > 0);
  const masked = form === null ? [] : maskedIn(form, application, { variables: brought, now });
  const { given, shown } = isAnswered
    ? givenBy(surroundings, form, { ...answered, brought, masked })
    : { given: {}, shown: {} };
  return {
    variables: { ...brought, ...withoutReserved(given) },
    shown: { ...maskVariables(application, brought), ...withoutReserved(shown) },
    now,
  };
};

/** Value of a condition whose outcome everybody sees; undefined where it hangs on what the application form restricts. */
export const judgeCondition = (application: CompiledForm, source: string, { shown, ...known }: Known): unknown => {
  const value = evaluateExpression(source, known);
  if (restrictedControls(application).length === 0) return value;
  if (readsRestricted(application, source)) return undefined;
  const seen = evaluateExpression(source, { ...known, variables: shown });
  return canonicalJson(value ?? null) === canonicalJson(seen ?? null) ? value : undefined;
};
