import type { FormDefinition } from '@irisflow/forms';

const nameOf = (scope: string): string => scope.split('/').at(-1) ?? '';
const isTopLevel = (scope: string): boolean => scope.split('/').length === 3;

/** Under which variable the process gets the answer to a field of a task; null for what is only shown. */
export const fieldVariable = (form: FormDefinition, scope: string): string | null => {
  const written = form.bindings?.process?.out?.find(({ from }) => from === scope);
  if (written !== undefined) return written.to;
  const isShownOnly = form.schema.properties[nameOf(scope)]?.readOnly === true;
  return isTopLevel(scope) && !isShownOnly ? nameOf(scope) : null;
};

/** What a variable may be called; a dot puts it inside another. */
export const isVariableName = (text: string): boolean => /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(text);

/** Gives the answer to a field another variable; its own name needs no mention. */
export const setFieldVariable = (form: FormDefinition, scope: string, variable: string): FormDefinition => {
  const { bindings } = form;
  const others = (bindings?.process?.out ?? []).filter(({ from }) => from !== scope);
  const own = variable === nameOf(scope) ? [] : [{ from: scope, to: variable }];
  return { ...form, bindings: { ...bindings, process: { ...bindings?.process, out: [...others, ...own] } } };
};
