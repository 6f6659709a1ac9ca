import { sampleProcedureChanging } from './sample-procedure.ts';

const text = (fr: string, nl: string, en: string) => ({ fr, nl, en });

/** A place on a market, held for two years: moved by processes, and suspended and resumed by agents too. */
export const marketRight = {
  kind: 'right',
  formatVersion: 1,
  key: 'stall',
  name: text('Emplacement de marché', 'Marktplaats', 'Market stall'),
  number: { prefix: 'ST', digits: 5 },
  holder: text('Titulaire', 'Houder', 'Holder'),
  validity: { months: 24 },
  states: [
    { key: 'active', label: text('En cours', 'Lopend', 'Running'), effect: 'active' },
    { key: 'suspended', label: text('Suspendu', 'Geschorst', 'Suspended'), effect: 'suspended' },
    { key: 'withdrawn', label: text('Retiré', 'Ingetrokken', 'Withdrawn'), effect: 'ended' },
  ],
  moves: [
    { from: 'active', to: 'suspended', groups: ['agent'] },
    { from: 'suspended', to: 'active', groups: ['agent'] },
    { from: 'active', to: 'withdrawn' },
    { from: 'suspended', to: 'withdrawn', groups: ['wardens'] },
  ],
  data: {
    type: 'object',
    required: ['place'],
    properties: {
      place: { type: 'string', maxLength: 60, label: text('Lieu', 'Plaats', 'Place'), searched: true, public: true },
      fee: { type: 'string', format: 'money', label: text('Redevance', 'Vergoeding', 'Fee') },
      goods: {
        type: 'array',
        items: { type: 'string', maxLength: 40 },
        label: text('Marchandises', 'Waren', 'Goods'),
      },
    },
  },
};

/** The sample with a kind of right, changed as wanted. */
export const rightFolder = (more: object = {}) => [
  ...sampleProcedureChanging('procedure.json', () => undefined),
  { path: 'stall.right.json', content: JSON.stringify({ ...marketRight, ...more }) },
];
