import { wordOf } from '@irisflow/casework';
import { type CompiledControl, type CompiledForm, formText, readAt, restrictedControls, settle } from '@irisflow/forms';
import type { FormData, Locale } from '@irisflow/foundation';
import type { ResolvedBlock } from '@irisflow/letters';
import type { CopyReason, ProcedureDescription } from '@irisflow/procedures';
import { heading, labeled } from './blocks.ts';
import { copyTexts, filled, leftOutBecause } from './copy-texts.ts';
import type { LeftOut } from '../views/file-copy.ts';

export type CopyAudience = 'party' | 'office';

export interface Filed {
  readonly form: CompiledForm;
  readonly data: FormData;
  readonly description: ProcedureDescription;
  readonly locale: Locale;
  readonly audience: CopyAudience;
  /** Day on which it was filed: the rules ran then. */
  readonly today: string;
}

interface Told {
  readonly blocks: readonly ResolvedBlock[];
  readonly leftOut: readonly LeftOut[];
}

/** Why a field is not for parties: named itself, or part of what is named. */
export const withheldBecause = ({ fileCopies }: ProcedureDescription, pointer: string | null): CopyReason | undefined =>
  pointer === null
    ? undefined
    : fileCopies?.withhold.find(({ field }) => pointer === field || pointer.startsWith(`${field}/`))?.because;

interface Field {
  readonly control: CompiledControl;
  /** Of the whole value, rows counted out: `/household/nationalNumber`. */
  readonly pointer: string;
  readonly value: unknown;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const labelOf = ({ form }: CompiledForm, { i18n }: CompiledControl, locale: Locale): string =>
  formText(form, locale, `${i18n}.label`);

const namesOfFiles = (value: unknown): string =>
  (Array.isArray(value) ? value : [])
    .flatMap((file: unknown) =>
      typeof file === 'object' && file !== null && 'name' in file ? [String(file.name)] : [],
    )
    .join(', ');

/** Why the field is left out for the audience; null where it is told. */
const leftOutOf = ({ audience, description, locale }: Filed, { control, pointer }: Field): string | null => {
  if (audience === 'office') return null;
  if (!control.audiences.includes('applicant')) return leftOutBecause.internal[locale];
  const because = withheldBecause(description, pointer);
  return because === undefined ? null : leftOutBecause[because][locale];
};

const tellField = (filed: Filed, field: Field): Told => {
  const { form, locale } = filed;
  const { control, value } = field;
  if (isEmpty(value)) return { blocks: [], leftOut: [] };
  const label = labelOf(form, control, locale);
  const why = leftOutOf(filed, field);
  if (why !== null)
    return {
      blocks: [labeled(label, filled(copyTexts.blackened, locale, { why }), locale)],
      leftOut: [{ what: label, why }],
    };
  if (control.rows.length > 0) return tellRows(filed, field);
  const words = control.widget === 'file' ? namesOfFiles(value) : wordOf(form, control, locale, value);
  return { blocks: [labeled(label, words, locale)], leftOut: [] };
};

const join = (told: readonly Told[]): Told => ({
  blocks: told.flatMap(({ blocks }) => blocks),
  leftOut: told.flatMap(({ leftOut }) => leftOut),
});

const tellRows = (filed: Filed, { control, pointer, value }: Field): Told => {
  const { form, locale } = filed;
  const label = labelOf(form, control, locale);
  const rows = (Array.isArray(value) ? value : []) as readonly FormData[];
  const told = rows.map((row, index) => {
    const fields = control.rows.map((inner) =>
      tellField(filed, { control: inner, pointer: pointer + inner.pointer, value: readAt(row, inner.path) }),
    );
    const { blocks, leftOut } = join(fields);
    const title = `${label} ${index + 1}`;
    return {
      blocks: [heading(title), ...blocks],
      leftOut: leftOut.map(({ what, why }) => ({ what: `${title}, ${what}`, why })),
    };
  });
  return join(told);
};

/** A copy is a document that others keep: no answer that is kept apart is in one, nor whether there is any. */
const tellRestricted = ({ form, locale }: Filed, control: CompiledControl): Told => {
  const label = labelOf(form, control, locale);
  const why = leftOutBecause.restricted[locale];
  return {
    blocks: [labeled(label, filled(copyTexts.blackened, locale, { why }), locale)],
    leftOut: [{ what: label, why }],
  };
};

/** What was answered, field by field, in the words of the form; what is not for the audience is marked where it stood. */
export const tellAnswers = (filed: Filed): Told => {
  const { form, today } = filed;
  // Also for a party it begins with all there is: what is left out has to be named.
  const { data, visible } = settle(form, filed.data, { audience: 'agent', today });
  return join([
    ...restrictedControls(form).map((control) => tellRestricted(filed, control)),
    ...form.controls
      .filter((control) => visible.has(control.id) && control.options.restricted === undefined)
      .map((control) => tellField(filed, { control, pointer: control.pointer, value: readAt(data, control.path) })),
  ]);
};
