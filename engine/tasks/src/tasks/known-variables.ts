import { canonicalJson } from '@irisflow/access';
import type { Variables } from '@irisflow/engine-client';
import { restrictedControls, type CompiledForm } from '@irisflow/forms';
import { maskVariables, readsRestricted } from '@irisflow/restricted';
import { evaluateExpression, type Given } from './evaluate-expression.ts';

/** What the process and a form say together. */
export interface Known extends Given {
  /** The same, as people read it. */
  readonly shown: Variables;
}

interface Sides {
  readonly brought: Variables;
  /** What the form would give to the process. */
  readonly given: Variables;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What somebody typed stands unmasked beside the mask: were both masked, a right guess would be as good as an answer. */
export const knownVariables = (application: CompiledForm, { brought, given, now }: Sides): Known => ({
  variables: { ...brought, ...given },
  shown: { ...maskVariables(application, brought), ...given },
  now,
});

/** Value of a condition whose outcome everybody sees; undefined where it hangs on what the application form restricts. */
export const judgeCondition = (application: CompiledForm, source: string, { shown, ...known }: Known): unknown => {
  const value = evaluateExpression(source, known);
  if (restrictedControls(application).length === 0) return value;
  if (readsRestricted(application, source)) return undefined;
  const seen = evaluateExpression(source, { ...known, variables: shown });
  return canonicalJson(value ?? null) === canonicalJson(seen ?? null) ? value : undefined;
};
