import type { CompiledForm } from './compile-form.ts';
import type { FormData } from './form.ts';
import { pathOfScope, readAt, writeAt } from './pointer.ts';
import { processBindings } from './process-bindings.ts';

/** What goes back to the process: each field under its variable, `a.b` inside the variable `a`; no answer is null. */
export const processVariables = (form: CompiledForm, data: FormData): FormData =>
  processBindings(form).out.reduce<FormData>((variables, { from, to }) => {
    const value = readAt(data, pathOfScope(from)) ?? null;
    return writeAt(variables, to.split('.'), value);
  }, {});
