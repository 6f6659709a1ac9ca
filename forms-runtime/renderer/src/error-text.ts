import { optionalText, type FieldError, type Widget } from '@irisflow/forms';
import { fillText } from '@irisflow/texts';
import { formattersFor, type Locale } from '@irisflow/ui';
import { isRendererKey, type RendererKey } from './i18n/renderer-messages.ts';
import { locate, type Located, type Naming } from './locate.ts';

const choiceWidgets: ReadonlySet<Widget> = new Set(['radio', 'select', 'yes-no', 'checkboxes']);
const tickWidgets: ReadonlySet<Widget> = new Set(['declaration', 'checkbox']);

const requiredKey = (widget: Widget): RendererKey => {
  if (choiceWidgets.has(widget)) return 'error.required.choice';
  if (tickWidgets.has(widget)) return 'error.required.tick';
  return widget === 'file' ? 'error.required.file' : 'error.required';
};

const asKey = (key: string, fallback: RendererKey): RendererKey => (isRendererKey(key) ? key : fallback);

const isNumeric = (type: unknown): boolean => type === 'number' || type === 'integer';

/** Why an identifier is none, where that says more than how one looks. */
const formatKey = (params: FieldError['params']): RendererKey =>
  asKey(`error.reason.${String(params['reason'])}`, asKey(`error.format.${String(params['format'])}`, 'error.pattern'));

const keyFor = ({ keyword, params }: FieldError, { control }: Located): RendererKey => {
  if (keyword === 'required' || keyword === 'const') return requiredKey(control.widget);
  if (keyword === 'minItems' && params['limit'] === 1) return requiredKey(control.widget);
  if (keyword === 'type') return isNumeric(params['type']) ? 'error.type.number' : 'error.type';
  if (keyword === 'enum') return 'error.choice';
  if (keyword === 'format') return formatKey(params);
  return asKey(`error.${keyword}`, 'error.type');
};

const numberText = (value: unknown, { control }: Located, locale: Locale): string => {
  if (typeof value !== 'number') return '';
  const format = formattersFor(locale);
  return control.widget === 'money' ? format.money(value) : format.number(value);
};

const limitText = ({ keyword, params }: FieldError, located: Located, locale: Locale): string =>
  keyword.startsWith('date')
    ? formattersFor(locale).date(String(params['limit']))
    : numberText(params['limit'], located, locale);

/** What a reason names, as text: `found`, `expected`, `meant`. */
const textsOf = (params: FieldError['params']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));

/** An error written for people: `text` stands at the field, `summary` names the row too. */
export interface ErrorText {
  readonly pointer: string;
  readonly text: string;
  readonly summary: string;
}

/** Writes an error in plain words: the form's own `<i18n>.error.<keyword>` first, else the shared text. */
export const errorText = (error: FieldError, naming: Naming): ErrorText => {
  const { pointer } = error;
  const located = locate(pointer, naming);
  if (located === undefined) {
    const text = naming.t('error.type', { label: pointer });
    return { pointer, text, summary: text };
  }
  const { locale } = naming.t;
  const values = {
    ...textsOf(error.params),
    label: located.label,
    limit: limitText(error, located, locale),
    first: numberText(error.params['first'], located, locale),
    second: numberText(error.params['second'], located, locale),
  };
  const own = optionalText(naming.compiled.form, naming.locale, `${located.control.i18n}.error.${error.keyword}`);
  const text = own === undefined ? naming.t(keyFor(error, located), values) : fillText(own, values);
  return {
    pointer,
    text,
    summary: located.row === undefined ? text : naming.t('error.inRow', { row: located.row, text }),
  };
};
