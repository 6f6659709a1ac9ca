import { marketRight, rightFolder } from './right-folder.ts';

const text = (fr: string, nl: string, en: string) => ({ fr, nl, en });

/** What holders of a place declare of each quarter, with a reminder and a notice for whoever does not. */
export const marketObligation = {
  kind: 'obligation',
  formatVersion: 1,
  key: 'turnover',
  name: text('Chiffre d’affaires du trimestre', 'Omzet van het kwartaal', 'Turnover of the quarter'),
  summary: text(
    'Déclarez vos ventes et joignez le relevé.',
    'Geef uw verkoop aan en voeg het overzicht toe.',
    'Declare your sales and add the statement.',
  ),
  right: marketRight.key,
  due: { every: 'quarter', day: 31 },
  opensDaysBefore: 20,
  graceDays: 45,
  form: 'turnover',
  sanctions: [
    { key: 'reminder', name: text('Rappel', 'Herinnering', 'Reminder'), daysAfter: 15 },
    { key: 'notice', name: text('Mise en demeure', 'Ingebrekestelling', 'Formal notice'), daysAfter: 30 },
    {
      key: 'suspension',
      name: text('Proposition de suspension', 'Voorstel tot schorsing', 'Proposal to suspend'),
      daysAfter: 60,
    },
  ],
};

const reference = {
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    name: { type: 'string', maxLength: 255 },
    size: { type: 'integer', minimum: 0 },
    sha256: { type: 'string', minLength: 64, maxLength: 64 },
  },
  required: ['id', 'name', 'size', 'sha256'],
};

const control = (name: string, widget: string) => ({
  type: 'Control',
  id: `c_${name}`,
  scope: `#/properties/${name}`,
  i18n: name,
  options: { widget },
});

const labels = (page: string, sales: string, statement: string) => ({
  'page.label': page,
  'sales.label': sales,
  'statement.label': statement,
});

const turnoverForm = {
  kind: 'form',
  formatVersion: 1,
  key: 'turnover',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl', 'en'],
  schema: {
    type: 'object',
    properties: {
      sales: { type: 'number', minimum: 0, maximum: 10_000_000, multipleOf: 0.01 },
      statement: { type: 'array', items: reference, maxItems: 3 },
    },
    required: ['sales'],
  },
  uischema: {
    type: 'Categorization',
    elements: [
      { type: 'Category', id: 'p', i18n: 'page', elements: [control('sales', 'money'), control('statement', 'file')] },
    ],
  },
  translations: {
    fr: labels('Déclaration', 'Ventes du trimestre', 'Relevé'),
    nl: labels('Aangifte', 'Verkoop van het kwartaal', 'Overzicht'),
    en: labels('Declaration', 'Sales of the quarter', 'Statement'),
  },
  bindings: {
    files: [{ scope: '#/properties/statement', accept: ['application/pdf'], maxBytes: 600_000, maxCount: 2 }],
  },
};

/** What a folder with a kind of right needs for an obligation on it. */
export const obligationFiles = (more: object = {}) => [
  { path: 'turnover.form.json', content: JSON.stringify(turnoverForm) },
  { path: 'turnover.obligation.json', content: JSON.stringify({ ...marketObligation, ...more }) },
];

/** The sample with a kind of right and an obligation on it, changed as wanted. */
export const obligationFolder = (more: object = {}) => [...rightFolder(), ...obligationFiles(more)];
