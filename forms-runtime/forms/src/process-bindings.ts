import type { CompiledForm } from './compile-form.ts';

/** FEEL on the way into a task form, variables on the way out of it. */
export interface ProcessBindings {
  readonly in: readonly { readonly from: string; readonly to: string }[];
  readonly out: readonly { readonly from: string; readonly to: string }[];
}

const rootOf = (scope: string): string => scope.split('/').slice(0, 3).join('/');

/** Fields that a clerk fills in and whose way to the process nobody wrote down; each belongs to its whole answer. */
const unboundScopes = ({ form, controls }: CompiledForm): readonly string[] => {
  const written = new Set((form.bindings?.process?.out ?? []).map(({ from }) => rootOf(from)));
  const shown = controls.filter(({ schema }) => schema.readOnly !== true).map(({ scope }) => rootOf(scope));
  return [...new Set(shown)].filter((scope) => !written.has(scope));
};

/**
 * How a task form and its process exchange values. A field without a binding goes out under its own name: what a clerk
 * answered must never stay in the form because nobody thought of it.
 */
export const processBindings = (compiled: CompiledForm): ProcessBindings => {
  const { in: incoming = [], out = [] } = compiled.form.bindings?.process ?? {};
  const byName = unboundScopes(compiled).map((scope) => ({ from: scope, to: scope.split('/')[2] ?? '' }));
  return { in: incoming, out: [...out, ...byName] };
};
