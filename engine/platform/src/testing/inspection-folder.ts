import { sampleProcedureChanging } from './sample-procedure.ts';

const text = (fr: string, nl: string, en: string) => ({ fr, nl, en });
const control = (name: string, widget: string) => ({
  type: 'Control',
  id: `c_${name}`,
  scope: `#/properties/${name}`,
  i18n: name,
  options: { widget },
});
const words = {
  'page.label': 'Visite',
  'rooms.label': 'Nombre de pièces',
  'damp.label': 'Traces d’humidité',
  'memo.label': 'Note pour les agents',
};

/** By which an inspection is reported; the memo is for clerks alone. */
const visitForm = {
  kind: 'form',
  formatVersion: 1,
  key: 'visit',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl', 'en'],
  schema: {
    type: 'object',
    properties: {
      rooms: { type: 'integer', minimum: 1, maximum: 50 },
      damp: { type: 'boolean' },
      memo: { type: 'string', maxLength: 500 },
    },
    required: ['rooms', 'damp'],
  },
  uischema: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        id: 'p',
        i18n: 'page',
        elements: [control('rooms', 'number'), control('damp', 'yes-no'), control('memo', 'textarea')],
      },
    ],
  },
  translations: { fr: words, nl: words, en: words },
  access: [{ scope: '#/properties/memo', audience: ['agent'] }],
};

/** The sample that has dwellings looked at: by its own inspectors, in the open, or by those of the taxis. */
export const inspectionFolder = () => [
  ...sampleProcedureChanging('procedure.json', (description: { inspections: readonly object[] }) => {
    const common = { kind: 'workingDays', length: 10, form: 'visit' };
    const label = text('Visite du logement', 'Woningbezoek', 'Visit of the dwelling');
    description.inspections = [
      { ...common, key: 'dwelling', label, of: { group: 'inspectors' } },
      { ...common, key: 'open', label, of: { group: 'inspectors' }, isPublic: true },
      { ...common, key: 'abroad', label, of: { administration: 'taxi', group: 'controllers' } },
    ];
  }),
  { path: 'visit.form.json', content: JSON.stringify(visitForm) },
];
