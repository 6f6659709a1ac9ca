import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { RightDescription, RightField } from '@irisflow/procedures';
import type { RightValue } from './right.ts';

const yes: LocalizedText = { fr: 'Oui', nl: 'Ja', en: 'Yes' };
const no: LocalizedText = { fr: 'Non', nl: 'Nee', en: 'No' };

const textOf = (field: RightField, value: unknown): LocalizedText => {
  if (typeof value === 'boolean') return value ? yes : no;
  if (Array.isArray(value)) return inEveryLocale(() => value.map(String).join(', '));
  const words = field.type === 'string' ? field.words?.[String(value)] : undefined;
  return words ?? inEveryLocale(() => String(value));
};

const formatOf = (field: RightField): RightValue['format'] =>
  field.type === 'string' ? (field.format ?? 'text') : 'text';

/** Values of a right in the order and the words of its kind; `wanted` leaves others out, and what is for processes alone nobody sees. */
export const viewValues = (
  { data: { properties } }: RightDescription,
  data: Readonly<Record<string, unknown>>,
  wanted: (name: string, field: RightField) => boolean = () => true,
): RightValue[] =>
  Object.entries(properties).flatMap(([name, field]) => {
    const value = data[name];
    if (value === undefined || value === null || field.internal === true || !wanted(name, field)) return [];
    return [{ name, label: field.label, format: formatOf(field), value: textOf(field, value) }];
  });
