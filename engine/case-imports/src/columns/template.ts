import { csvLine, csvMark, type Locale } from '@irisflow/foundation';
import { expectedBy, hintOf } from './expected-texts.ts';
import type { ImportColumn } from './import-column.ts';

/** Of a table the first two rows show how the others are named. */
const isShown = ({ path }: ImportColumn): boolean =>
  path === null || path.every((part) => !/^\d+$/.test(part) || Number(part) < 2);

const words = {
  required: { fr: 'obligatoire', nl: 'verplicht', en: 'required' },
  restricted: { fr: 'conservé à part', nl: 'apart bewaard', en: 'kept apart' },
} as const;

const helpOf = (column: ImportColumn, locale: Locale): string =>
  [
    expectedBy(column.schema)[locale],
    ...(column.isRequired ? [words.required[locale]] : []),
    ...(column.isRestricted ? [words.restricted[locale]] : []),
    ...[hintOf(column)[locale]].filter((hint) => hint !== ''),
  ].join(' · ');

/** The lines below the header begin with `#`: whoever imports the file again need not take them out. */
const remark = (cells: readonly string[]): string =>
  csvLine(cells.map((cell, index) => (index === 0 ? `# ${cell}` : cell)));

/** An empty file for a procedure: a header, what each column is called, and what goes in there. */
export const templateOf = (columns: readonly ImportColumn[], locale: Locale): string => {
  const shown = columns.filter(isShown);
  return [
    csvMark,
    csvLine(shown.map(({ key }) => key)),
    remark(shown.map(({ label }) => label[locale])),
    remark(shown.map((column) => helpOf(column, locale))),
  ].join('');
};
