import { csvLine, csvMark, type Locale } from '@irisflow/foundation';
import type { UseCase } from '../surroundings.ts';
import type { BudgetLineSummary } from '../views/budget.ts';
import { onBudget } from './on-budget.ts';
import { viewBudget } from './view-line.ts';

type Column = Exclude<keyof BudgetLineSummary, 'id' | 'isAsked'>;

const heads: Readonly<Record<Column, Readonly<Record<Locale, string>>>> = {
  year: { fr: 'Année', nl: 'Jaar', en: 'Year' },
  code: { fr: 'Allocation de base', nl: 'Basisallocatie', en: 'Budget line' },
  label: { fr: 'Libellé', nl: 'Omschrijving', en: 'Label' },
  engagementCredit: { fr: 'Crédit d’engagement', nl: 'Vastleggingskrediet', en: 'Engagement credit' },
  engaged: { fr: 'Engagé', nl: 'Vastgelegd', en: 'Engaged' },
  available: { fr: 'Disponible', nl: 'Beschikbaar', en: 'Available' },
  carriedIn: {
    fr: 'Reporté de l’année précédente',
    nl: 'Overgedragen van vorig jaar',
    en: 'Carried over from last year',
  },
  carriedOut: {
    fr: 'Reporté à l’année suivante',
    nl: 'Overgedragen naar volgend jaar',
    en: 'Carried over to next year',
  },
  liquidationCredit: { fr: 'Crédit de liquidation', nl: 'Vereffeningskrediet', en: 'Liquidation credit' },
  liquidated: { fr: 'Liquidé', nl: 'Vereffend', en: 'Liquidated' },
  toLiquidate: { fr: 'Reste à liquider', nl: 'Nog te vereffenen krediet', en: 'Left to liquidate' },
  paid: { fr: 'Payé', nl: 'Betaald', en: 'Paid' },
  outstanding: { fr: 'Encours', nl: 'Uitstaande vastleggingen', en: 'Outstanding' },
};

const columns = Object.keys(heads) as readonly Column[];

/** A spreadsheet of Belgium reads a comma. */
const cellOf = (line: BudgetLineSummary, column: Column, language: Locale): string => {
  if (column === 'label') return line.label[language];
  return column === 'code' || column === 'year' ? String(line[column]) : line[column].replace('.', ',');
};

/** The lines of a year as CSV; that they were taken out is in the audit. */
export const exportBudget: UseCase<
  { readonly year: number; readonly language: Locale },
  { readonly name: string; readonly content: string }
> = (surroundings, actor, { year, language }) =>
  onBudget(surroundings, actor, async ({ tx, clerk }) => {
    const { lines } = await viewBudget(tx, clerk, year);
    const head = csvLine(columns.map((column) => heads[column][language]));
    const rows = lines.map((line) => csvLine(columns.map((column) => cellOf(line, column, language))));
    return {
      reply: { name: `budget-${year}.csv`, content: csvMark + head + rows.join('') },
      audited: { action: 'budget.exported', object: `budget:${year}`, detail: { lines: lines.length } },
    };
  });
