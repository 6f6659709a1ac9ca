import { isDateLimit } from './date-limit.ts';
import { restrictionReasons } from './form.ts';
import { isDate } from './formats.ts';
import { judgePattern } from './pattern-cost.ts';
import { isScope } from './pointer.ts';
import {
  anything,
  count,
  flag,
  lazy,
  list,
  number,
  object,
  oneOf,
  record,
  report,
  scalar,
  tagged,
  text,
} from './shape.ts';
import { formatNames } from './schema.ts';
import type { Shape } from './shape.ts';

/** The closed meta-schema of the form artifact: what is not listed here cannot be stored. */

const identifier = text('a name of letters, digits, "_", "-" or "."', {
  max: 100,
  test: (value) => /^[A-Za-z_][\w.-]*$/.test(value),
});
const scope = text('a scope such as "#/properties/name"', { max: 500, test: isScope });
const i18nKey = identifier;
const locale = oneOf('fr', 'nl', 'en', 'de');
const audience = oneOf('applicant', 'agent');
const isPropertyName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name);
const day = text('a day such as "2026-01-31"', { test: isDate });
const dateLimit = text('a date, "today" or "today-18y"', { test: isDateLimit });

const pattern: Shape = (value, place) => {
  if (typeof value !== 'string') return report(place, 'FORM_TYPE', 'a pattern', value);
  const verdict = judgePattern(value);
  if (!verdict.ok) report(place, 'FORM_PATTERN', `a pattern without ${verdict.reason}`, value);
};

const valueKeywords = {
  type: oneOf('string', 'number', 'integer', 'boolean', 'array', 'object'),
  const: scalar,
  enum: list(scalar, { min: 1 }),
  format: oneOf(...formatNames),
  minLength: count,
  maxLength: count,
  pattern,
  minimum: number(),
  maximum: number(),
  exclusiveMinimum: number(),
  exclusiveMaximum: number(),
  multipleOf: number('a number above 0', (value) => value > 0),
  minItems: count,
  maxItems: count,
  dateMin: dateLimit,
  dateMax: dateLimit,
};

const conditionSchema: Shape = object(
  {},
  {
    ...valueKeywords,
    contains: lazy(() => conditionSchema),
    not: lazy(() => conditionSchema),
    allOf: list(
      lazy(() => conditionSchema),
      { min: 1, max: 20 },
    ),
    anyOf: list(
      lazy(() => conditionSchema),
      { min: 1, max: 20 },
    ),
  },
);

const leafCondition = object({ scope, schema: conditionSchema }, { failWhenUndefined: flag });
const joinedCondition = object({
  type: oneOf('AND', 'OR'),
  conditions: list(
    lazy(() => condition),
    { min: 1, max: 20 },
  ),
});
const condition: Shape = (value, place) => {
  const isJoined = typeof value === 'object' && value !== null && 'conditions' in value;
  (isJoined ? joinedCondition : leafCondition)(value, place);
};

const rule = object({ effect: oneOf('SHOW', 'HIDE', 'ENABLE', 'DISABLE'), condition });

const fieldKeywords = {
  ...valueKeywords,
  properties: record(
    lazy(() => fieldSchema),
    { max: 200, isKey: isPropertyName },
  ),
  required: list(text('a property name', { test: isPropertyName })),
  items: lazy(() => fieldSchema),
  oneOf: list(
    object({ const: scalar, title: i18nKey }, { parent: text('a code', { max: 60 }), validFrom: day, validTo: day }),
    { min: 1 },
  ),
  readOnly: flag,
  default: scalar,
};

const fieldSchema: Shape = object({ type: valueKeywords.type }, fieldKeywords);

const rootSchema = object(
  { type: oneOf('object'), properties: fieldKeywords.properties },
  {
    $schema: oneOf('https://json-schema.org/draft/2020-12/schema'),
    $id: text('an identifier'),
    required: fieldKeywords.required,
  },
);

const calculation = tagged('op', {
  sum: object({ op: anything, scopes: list(scope, { min: 1, max: 50 }) }, { field: text() }),
  difference: object({ op: anything, scope, minus: scope }),
  count: object({ op: anything, scope }, { where: condition }),
  age: object({ op: anything, scope }),
  test: object({ op: anything, condition }),
});

const WIDGETS = [
  'text', 'textarea', 'email', 'tel', 'number', 'money', 'date', 'radio', 'select', 'checkboxes', 'yes-no', 'checkbox',
  'declaration', 'national-number', 'iban', 'enterprise-number', 'address', 'file', 'table', 'computed',
]; // prettier-ignore

const controlOptions = object(
  { widget: oneOf(...WIDGETS) },
  {
    width: oneOf('full', 'two-thirds', 'half', 'third', 'quarter'),
    autocomplete: text('an autocomplete token', { test: (value) => /^[a-z -]{2,60}$/.test(value) }),
    requiredWhen: condition,
    restricted: object({ reason: oneOf(...restrictionReasons) }, { readers: list(identifier, { min: 1, max: 20 }) }),
    calc: calculation,
    codes: object({ list: identifier }, { under: scope }),
    rows: count,
    askedAgain: text('a reason', { max: 1000, test: (value) => value.trim() !== '' }),
    detail: list(
      lazy(() => control),
      { min: 1, max: 30 },
    ),
  },
);

const control: Shape = object(
  { type: oneOf('Control'), id: identifier, scope, i18n: i18nKey, options: controlOptions },
  { rule },
);
const elements = list(
  lazy(() => element),
  { max: 200 },
);
const layout = object({ type: anything, id: identifier, elements }, { rule });
const group = object({ type: anything, id: identifier, i18n: i18nKey, elements }, { rule });
const label = object(
  { type: anything, id: identifier, i18n: i18nKey },
  { rule, options: object({}, { tone: oneOf('info', 'success', 'warning') }) },
);

const element: Shape = tagged('type', {
  Control: control,
  Label: label,
  Group: group,
  VerticalLayout: layout,
  HorizontalLayout: layout,
});

const uischema = object(
  { type: oneOf('Categorization'), elements: list(tagged('type', { Category: group }), { min: 1, max: 50 }) },
  { options: object({}, { variant: oneOf('stepper'), review: flag }) },
);

/** As many as a form that takes its choices from several code lists may say. */
const MAX_TEXTS = 20_000;
const texts = record(text('a text', { max: 5000 }), {
  max: MAX_TEXTS,
  isKey: (key) => /^[A-Za-z_][\w.-]{0,199}$/.test(key),
});

const bindings = object(
  {},
  {
    prefill: list(
      object(
        { scope, source: identifier, mode: oneOf('locked', 'editable', 'suggest') },
        { onMissing: oneOf('ask', 'hide') },
      ),
    ),
    files: list(
      object(
        {
          scope,
          accept: list(text('a media type', { max: 100 }), { min: 1, max: 20 }),
          maxBytes: count,
          maxCount: count,
        },
        { scan: flag },
      ),
    ),
    process: object(
      {},
      {
        in: list(object({ from: text('a FEEL expression', { max: 10_000 }), to: scope })),
        out: list(object({ from: scope, to: identifier })),
      },
    ),
  },
);

/** The shape of a whole form document. */
export const formShape: Shape = object(
  {
    kind: oneOf('form'),
    formatVersion: oneOf(1),
    key: identifier,
    version: number('a whole number from 1', (value) => Number.isInteger(value) && value >= 1),
    defaultLocale: locale,
    locales: list(locale, { min: 1, max: 4 }),
    schema: rootSchema,
    uischema,
    translations: object({}, { fr: texts, nl: texts, en: texts, de: texts }),
  },
  { bindings, access: list(object({ scope, audience: list(audience, { min: 1, max: 2 }) })), meta: record(anything) },
);
