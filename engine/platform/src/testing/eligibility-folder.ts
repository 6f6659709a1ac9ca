import type { FolderFile } from '@irisflow/procedures';
import { sampleProcedureChanging } from './sample-procedure.ts';

const decision = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="Right" namespace="urn:right">
  <decision id="right" name="Right">
    <variable id="v" name="right" />
    <literalExpression id="e">
      <text>{ ok: if facts.income = null then null else facts.income &lt;= parameters.income.max.single, failed: if facts.income &gt; parameters.income.max.single then ["R2", "R77"] else [], amount: 100 }</text>
    </literalExpression>
  </decision>
</definitions>
`;

const words = { 'page.label': '?', 'income.label': '?', 'rent.label': '?' };

const form = {
  kind: 'form',
  formatVersion: 1,
  key: 'eligibility',
  version: 1,
  defaultLocale: 'fr',
  locales: ['fr', 'nl', 'en'],
  schema: {
    type: 'object',
    properties: {
      income: { type: 'number', minimum: 0, maximum: 1_000_000, multipleOf: 0.01 },
      rent: { type: 'number', minimum: 0, maximum: 10_000, multipleOf: 0.01 },
    },
    required: ['rent'],
  },
  uischema: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        id: 'p',
        i18n: 'page',
        elements: ['income', 'rent'].map((name) => ({
          type: 'Control',
          id: `c_${name}`,
          scope: `#/properties/${name}`,
          i18n: name,
          options: { widget: 'money' },
        })),
      },
    ],
  },
  translations: { fr: words, nl: words, en: words },
  bindings: { process: { out: [{ from: '#/properties/income', to: 'facts.income' }] } },
};

export interface EligibilityParts {
  eligibility: Record<string, unknown>;
}

/** The sample procedure with a check of one's income before applying; `change` edits what `procedure.json` says. */
export const eligibilityFolder = (change: (description: EligibilityParts) => void = () => undefined): FolderFile[] => [
  ...sampleProcedureChanging('procedure.json', (description: EligibilityParts) => {
    description.eligibility = {
      form: 'eligibility',
      decision: 'right',
      eligible: '= result.ok',
      grounds: '= result.failed',
      amount: { value: '= result.amount', label: { fr: 'Par mois', nl: 'Per maand', en: 'A month' } },
      fills: [{ from: '/rent', to: '/rent' }],
    };
    change(description);
  }),
  { path: 'right.dmn', content: decision },
  { path: 'eligibility.form.json', content: JSON.stringify(form) },
];
