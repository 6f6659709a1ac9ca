import { foldText } from '@irisflow/foundation';
import type { ImportColumn } from './import-column.ts';

/** What of a column a header can name. */
type NamedColumn = Pick<ImportColumn, 'key' | 'label'>;

const plain = (name: string): string => foldText(name.trim());

/** What a header may call a column: its key, with or without where it goes, or its label in any language. */
const namesOf = ({ key, label }: NamedColumn): readonly string[] =>
  [key, key.replace(/^(?:answers|data)\./, ''), label.fr, label.nl, label.en].map(plain);

/** For each header the key of the column that it names, null where none is; none twice. */
export const matchColumns = (header: readonly string[], columns: readonly NamedColumn[]): (string | null)[] => {
  const taken = new Set<string>();
  return header.map((name) => {
    const found = columns.find((column) => !taken.has(column.key) && namesOf(column).includes(plain(name)));
    if (found === undefined || plain(name) === '') return null;
    taken.add(found.key);
    return found.key;
  });
};
