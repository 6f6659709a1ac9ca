import { formText, type CompiledControl, type CompiledForm, type FieldSchema, type Path } from '@irisflow/forms';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { addressLineTexts, caseColumnTexts } from './column-texts.ts';
import { caseColumns, type CaseColumnKey, type ImportColumn } from './import-column.ts';

/** So many rows of a table a file can bring, each in columns of its own. */
const MOST_ROWS = 10;

const required: ReadonlySet<CaseColumnKey> = new Set(['reference', 'received-on', 'applicant-name']);

const schemas: { readonly [K in CaseColumnKey]: FieldSchema } = {
  reference: { type: 'string', minLength: 1, maxLength: 100 },
  'received-on': { type: 'string', format: 'date', dateMin: '1900-01-01', dateMax: 'today' },
  'applicant-name': { type: 'string', minLength: 1, maxLength: 200 },
  'applicant-national-number': { type: 'string', format: 'be-national-number' },
  'applicant-email': { type: 'string', format: 'email' },
  language: {
    type: 'string',
    oneOf: [
      { const: 'fr', title: 'fr' },
      { const: 'nl', title: 'nl' },
      { const: 'en', title: 'en' },
    ],
  },
  'closed-on': { type: 'string', format: 'date', dateMin: '1900-01-01', dateMax: 'today' },
};

const ofCase = (key: CaseColumnKey): ImportColumn => ({
  key,
  label: caseColumnTexts[key].label,
  schema: schemas[key],
  path: null,
  control: null,
  isRequired: required.has(key),
  // Numbers of people go from seal to seal.
  isRestricted: key === 'applicant-national-number',
});

interface Place {
  readonly path: Path;
  readonly label: LocalizedText;
  readonly control: CompiledControl;
  readonly isRequired: boolean;
  readonly isRestricted: boolean;
}

const joined = (one: LocalizedText, other: LocalizedText): LocalizedText =>
  inEveryLocale((locale) => `${one[locale]} – ${other[locale]}`);

const same = (text: string): LocalizedText => inEveryLocale(() => text);

/** `answers.children.2.firstName`: rows are counted from 1, as people count them. */
const keyOf = (path: Path): string =>
  ['answers', ...path.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))].join('.');

/** One column a value: the lines of an address are several. */
const columnsAt = (schema: FieldSchema, place: Place): ImportColumn[] => {
  if (schema.type !== 'object') return [{ ...place, key: keyOf(place.path), schema }];
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    columnsAt(inner, {
      ...place,
      path: [...place.path, name],
      label: joined(place.label, addressLineTexts[name] ?? same(name)),
      isRequired: place.isRequired && (schema.required ?? []).includes(name),
    }),
  );
};

/** What no cell can say: files, what is calculated, and what is not the applicant's to say. */
const isLeftOut = ({ file, options, schema, audiences }: CompiledControl): boolean =>
  file !== undefined || options.calc !== undefined || schema.readOnly === true || !audiences.includes('applicant');

const labelOf = ({ form }: CompiledForm, { i18n }: CompiledControl): LocalizedText =>
  inEveryLocale((locale) => formText(form, locale, `${i18n}.label`));

const ofTable = (form: CompiledForm, table: CompiledControl): ImportColumn[] => {
  const rows = Array.from({ length: Math.min(table.schema.maxItems ?? MOST_ROWS, MOST_ROWS) }, (_, row) => row);
  const whole = labelOf(form, table);
  return rows.flatMap((row) =>
    table.rows
      .filter((cell) => !isLeftOut(cell))
      .flatMap((cell) =>
        columnsAt(cell.schema, {
          path: [...table.path, String(row), ...cell.path],
          label: joined(
            inEveryLocale((locale) => `${whole[locale]} ${row + 1}`),
            labelOf(form, cell),
          ),
          control: table,
          isRequired: false,
          isRestricted: table.options.restricted !== undefined,
        }),
      ),
  );
};

const ofControl = (form: CompiledForm, control: CompiledControl): ImportColumn[] => {
  if (isLeftOut(control)) return [];
  if (control.rows.length > 0) return ofTable(form, control);
  return columnsAt(control.schema, {
    path: control.path,
    label: labelOf(form, control),
    control,
    isRequired: control.required && control.showRules.length === 0,
    isRestricted: control.options.restricted !== undefined,
  });
};

/** Every column that a file of cases of a procedure may have, by its application form. */
export const columnsOfForm = (form: CompiledForm): readonly ImportColumn[] => [
  ...caseColumns.map(ofCase),
  ...form.controls.flatMap((control) => ofControl(form, control)),
];

/** Fields that wait for a file, of which none comes along. */
export const fileControls = ({ controls }: CompiledForm): readonly CompiledControl[] =>
  controls.filter(({ file }) => file !== undefined);
