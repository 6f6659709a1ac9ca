import type { Locale } from '@irisflow/ui';
import type { TableColumn } from '../letter.ts';
import { formatFor } from '../page/field-formats.ts';
import type { PlaceNames } from '../page/page-words.ts';

const MAX_PROPOSED = 4;

/** A column for each of the first values of an entry, headed by what they are called in the language of the letter. */
export const proposedColumns = ({ knowledge }: PlaceNames, language: Locale): TableColumn[] => {
  const type = knowledge.names.get('item')?.type;
  if (type?.kind !== 'context' || type.fields.length === 0) return [{ header: '', value: 'item' }];
  return type.fields
    .filter((field) => field.type.kind !== 'context' && field.type.kind !== 'list')
    .slice(0, MAX_PROPOSED)
    .map((field) => {
      const format = formatFor(field.name, field.type);
      return {
        header: field.label?.[language] ?? field.name,
        value: `item.${field.name}`,
        ...(format !== undefined && { format }),
      };
    });
};
