import { csvLine, csvMark, type Locale } from '@irisflow/foundation';
import { expectedIn, hintOf } from './column-texts.ts';
import type { RightColumn } from './right-column.ts';

const required = { fr: 'obligatoire', nl: 'verplicht', en: 'required' } as const;

const helpOf = (column: RightColumn, locale: Locale): string =>
  [expectedIn(column)[locale], ...(column.isRequired ? [required[locale]] : []), hintOf(column)[locale]]
    .filter((part) => part !== '')
    .join(' · ');

/** The lines below the header begin with `#`: whoever imports the file again need not take them out. */
const remark = (cells: readonly string[]): string =>
  csvLine(cells.map((cell, index) => (index === 0 ? `# ${cell}` : cell)));

/** An empty file for a kind of right: a header, what each column is called, and what goes in there. */
export const templateOf = (columns: readonly RightColumn[], locale: Locale): string =>
  [
    csvMark,
    csvLine(columns.map(({ key }) => key)),
    remark(columns.map(({ label }) => label[locale])),
    remark(columns.map((column) => helpOf(column, locale))),
  ].join('');
