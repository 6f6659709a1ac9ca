import type { KnownPerson } from '@irisflow/access';
import { formText, restrictedControls, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import { inEveryLocale } from '@irisflow/foundation';
import { restrictionTexts, type RestrictedField } from './views/restricted-field.ts';

type Reader = Pick<KnownPerson, 'roles' | 'groups'>;

/** Whether somebody may look behind the mask of a field: a member of its groups, else a supervisor. Roles count as groups. */
export const mayUnmaskField = ({ options }: CompiledControl, { roles, groups }: Reader): boolean => {
  const { restricted } = options;
  const readers = restricted?.readers ?? ['supervisor'];
  return restricted !== undefined && readers.some((one) => [...groups, ...roles].includes(one));
};

export const labelOfField = ({ form }: CompiledForm, { i18n }: CompiledControl) =>
  inEveryLocale((locale) => formText(form, locale, `${i18n}.label`));

/** The restricted fields of a form as a clerk finds them; `open` says until when they see which. */
export const viewRestricted = (
  form: CompiledForm,
  { reader, open }: { readonly reader: Reader | null; readonly open: ReadonlyMap<string, string> },
): RestrictedField[] =>
  restrictedControls(form).map((control) => {
    const reason = control.options.restricted?.reason ?? 'other';
    return {
      pointer: control.pointer,
      label: labelOfField(form, control),
      reason,
      because: restrictionTexts[reason],
      mayUnmask: reader !== null && mayUnmaskField(control, reader),
      until: open.get(control.pointer) ?? null,
    };
  });
