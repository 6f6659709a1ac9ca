import type { FieldSchema } from '@irisflow/forms';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { RightDescription, RightField } from '@irisflow/procedures';
import { headTexts } from './column-texts.ts';
import { type HeadColumnKey, headColumns, isMoney, type Reading, type RightColumn } from './right-column.ts';

const required: ReadonlySet<HeadColumnKey> = new Set(['number', 'holder-name', 'valid-from']);

const choices = (values: readonly string[]): FieldSchema => ({
  type: 'string',
  oneOf: values.map((value) => ({ const: value, title: value })),
});

const text: FieldSchema = { type: 'string' };
const day: FieldSchema = { type: 'string', format: 'date' };
const readings: { readonly [K in Exclude<HeadColumnKey, 'state'>]: Reading } = {
  number: text,
  'holder-name': text,
  'holder-national-number': { type: 'string', format: 'be-national-number' },
  'holder-enterprise-number': { type: 'string', format: 'be-enterprise-number' },
  language: choices(['fr', 'nl', 'en']),
  'valid-from': day,
  'valid-to': day,
  'state-since': day,
};

const wordsOfStates = ({ states }: RightDescription): Readonly<Record<string, LocalizedText>> =>
  Object.fromEntries(states.map(({ key, label }) => [key, label]));

const headColumn = (kind: RightDescription, key: HeadColumnKey): RightColumn => ({
  key,
  label: headTexts[key].label,
  reading: key === 'state' ? choices(kind.states.map((state) => state.key)) : readings[key],
  words: key === 'state' ? wordsOfStates(kind) : {},
  field: null,
  isRequired: required.has(key),
  // Numbers of people go from seal to seal.
  isRestricted: key === 'holder-national-number',
});

const readingOf = (field: RightField): Reading => {
  if (isMoney(field)) return 'money';
  if (field.type === 'array') return 'list';
  if (field.type !== 'string') return { type: field.type };
  if (field.enum !== undefined) return choices(field.enum);
  return field.format === 'date' ? day : text;
};

const dataColumn = ({ data }: RightDescription, [name, field]: [string, RightField]): RightColumn => ({
  key: `data.${name}`,
  label: field.label,
  reading: readingOf(field),
  words: field.type === 'string' ? (field.words ?? {}) : {},
  field: name,
  isRequired: (data.required ?? []).includes(name),
  isRestricted: field.restricted === true,
});

/** Every column that a file of rights of a kind may have. */
export const columnsOfKind = (kind: RightDescription): readonly RightColumn[] => [
  ...headColumns.map((key) => headColumn(kind, key)),
  ...Object.entries(kind.data.properties).map((field) => dataColumn(kind, field)),
];

/** A choice, with the words that its kind has for it. */
export const choiceWords = ({ words }: RightColumn, value: string): LocalizedText =>
  words[value] ?? inEveryLocale(() => value);
