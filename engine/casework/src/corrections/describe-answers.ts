import { canonicalJson } from '@irisflow/access';
import { fieldChoices, formText, readAt, settle, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import { formatValue } from '@irisflow/letters';
import { inEveryLocale, type FormData, type Locale, type LocalizedText } from '@irisflow/foundation';

const yesNo: Readonly<Record<Locale, readonly [yes: string, no: string]>> = {
  fr: ['Oui', 'Non'],
  nl: ['Ja', 'Nee'],
  en: ['Yes', 'No'],
};

/** The text of a chosen option, of a list of them as well. */
const choiceOf = ({ schema }: CompiledControl, value: unknown): string | undefined =>
  fieldChoices(schema)?.find((one) => one.const === value)?.title;

const formats: { readonly [W in CompiledControl['widget']]?: Parameters<typeof formatValue>[1] } = {
  money: 'money',
  iban: 'iban',
};

/** Numbers and days as the reader's language writes them. */
const written = (control: CompiledControl | undefined, locale: Locale, value: unknown): string =>
  formatValue(value, (control === undefined ? undefined : formats[control.widget]) ?? 'text', locale) ??
  canonicalJson(value);

/** A row of a table, cell by cell. */
const rowOf = (form: CompiledForm, { rows }: CompiledControl, locale: Locale, row: unknown): string =>
  rows
    .flatMap((cell) =>
      readAt(row, cell.path) === undefined ? [] : [wordOf(form, cell, locale, readAt(row, cell.path))],
    )
    .join(', ');

const betweenRows: Readonly<Record<Locale, string>> = { fr: ' ; ', nl: '; ', en: '; ' };

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** A value in the words of the field that asked for it. */
export const wordOf = (
  form: CompiledForm,
  control: CompiledControl | undefined,
  locale: Locale,
  value: unknown,
): string => {
  if (isNothing(value)) return '–';
  if (Array.isArray(value) && control !== undefined && control.rows.length > 0)
    return value.map((row) => rowOf(form, control, locale, row)).join(betweenRows[locale]);
  if (Array.isArray(value)) return value.map((item) => wordOf(form, control, locale, item)).join(', ');
  const title = control === undefined ? undefined : choiceOf(control, value);
  if (title !== undefined) return formText(form.form, locale, title);
  if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1];
  return written(control, locale, value);
};

export interface DescribedAnswer {
  readonly label: LocalizedText;
  readonly text: LocalizedText;
}

/** What somebody answered in a form, field by field, without what they were only shown. */
export const describeAnswers = (form: CompiledForm, data: FormData, today: string): DescribedAnswer[] => {
  const { visible } = settle(form, data, { audience: 'agent', today });
  return form.controls
    .filter(({ id, schema, options }) => visible.has(id) && schema.readOnly !== true && options.calc === undefined)
    .flatMap((control) => {
      const value = readAt(data, control.path);
      return value === undefined || value === ''
        ? []
        : [
            {
              label: inEveryLocale((locale) => formText(form.form, locale, `${control.i18n}.label`)),
              text: inEveryLocale((locale) => wordOf(form, control, locale, value)),
            },
          ];
    });
};
