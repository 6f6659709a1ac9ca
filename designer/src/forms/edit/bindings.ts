import type { Audience, FileBinding, FormDefinition, PrefillBinding } from '@irisflow/forms';

type Scoped = { readonly scope: string };

/** One entry of a list by its scope: replaced in its place, added at the end, or taken away. */
const replaced = <T extends Scoped>(list: readonly T[], scope: string, next: T | undefined): readonly T[] => {
  const at = list.findIndex((one) => one.scope === scope);
  if (next === undefined) return list.filter((one) => one.scope !== scope);
  return at < 0 ? [...list, next] : list.toSpliced(at, 1, next);
};

export const fileRuleOf = (form: FormDefinition, scope: string): FileBinding | undefined =>
  form.bindings?.files?.find((one) => one.scope === scope);

/** Changes which files a field takes. */
export const setFileRule = (form: FormDefinition, scope: string, changes: Partial<FileBinding>): FormDefinition => {
  const before = fileRuleOf(form, scope);
  if (before === undefined) return form;
  return {
    ...form,
    bindings: { ...form.bindings, files: replaced(form.bindings?.files ?? [], scope, { ...before, ...changes }) },
  };
};

export const prefillOf = (form: FormDefinition, scope: string): PrefillBinding | undefined =>
  form.bindings?.prefill?.find((one) => one.scope === scope);

/** Says where the platform looks an answer up, or that it asks the person. */
export const setPrefill = (
  form: FormDefinition,
  scope: string,
  next: Omit<PrefillBinding, 'scope'> | undefined,
): FormDefinition => {
  const list = replaced(form.bindings?.prefill ?? [], scope, next && { scope, ...next });
  if (list.length > 0) return { ...form, bindings: { ...form.bindings, prefill: list } };
  const { prefill: _, ...others } = form.bindings ?? {};
  return { ...form, bindings: others };
};

/** Who sees a field: undefined for everybody. */
export const audienceOf = (form: FormDefinition, scope: string): Audience | undefined => {
  const audience = form.access?.find((entry) => entry.scope === scope)?.audience;
  return audience?.length === 1 ? audience[0] : undefined;
};

export const setAudience = (form: FormDefinition, scope: string, audience: Audience | undefined): FormDefinition => {
  const list = replaced(form.access ?? [], scope, audience && { scope, audience: [audience] });
  if (list.length > 0) return { ...form, access: list };
  const { access: _, ...others } = form;
  return others;
};

/** Whether the answers are shown for a last look before they are sent. */
export const setReview = (form: FormDefinition, review: boolean): FormDefinition => ({
  ...form,
  uischema: { ...form.uischema, options: { ...form.uischema.options, review } },
});
