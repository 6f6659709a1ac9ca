import type { Locale } from '@irisflow/foundation';
import { type Block, type BlockInput, type BlockOutput, blockId } from './block.ts';
import { blocks } from './blocks.ts';

const schema = 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json';

const words = {
  category: { fr: 'Blocs', nl: 'Blokken', en: 'Blocks' },
  inputs: { fr: 'Ce que le bloc reçoit', nl: 'Wat het blok krijgt', en: 'What the block gets' },
  outputs: { fr: 'Ce qu’il laisse', nl: 'Wat het achterlaat', en: 'What it leaves behind' },
  variable: {
    fr: 'Nom de la variable du dossier. Vide : rien n’est repris.',
    nl: 'Naam van de variabele van het dossier. Leeg: er wordt niets overgenomen.',
    en: 'Name of the variable of the case. Empty: nothing is taken over.',
  },
} as const;

const hidden = (binding: object, value: string) => ({ type: 'Hidden', value, binding });

const inputProperty = ({ name, label, hint, isRequired, value }: BlockInput, locale: Locale) => ({
  type: 'Text',
  feel: 'required',
  group: 'inputs',
  label: label[locale],
  ...(hint === undefined ? {} : { description: hint[locale] }),
  ...(value === undefined ? {} : { value }),
  ...(isRequired ? { constraints: { notEmpty: true } } : { optional: true }),
  binding: { type: 'zeebe:input', name },
});

const outputProperty = ({ name, label }: BlockOutput, locale: Locale) => ({
  type: 'String',
  optional: true,
  group: 'outputs',
  label: label[locale],
  description: words.variable[locale],
  value: name,
  binding: { type: 'zeebe:output', source: `= ${name}` },
});

const templateOf = ({ key, title, description, inputs, outputs }: Block, locale: Locale) => ({
  $schema: schema,
  id: `irisflow.block.${key}`,
  name: title[locale],
  description: description[locale],
  category: { id: 'irisflow-blocks', name: words.category[locale] },
  groups: [
    { id: 'inputs', label: words.inputs[locale] },
    { id: 'outputs', label: words.outputs[locale] },
  ],
  appliesTo: ['bpmn:Task', 'bpmn:CallActivity'],
  elementType: { value: 'bpmn:CallActivity' },
  properties: [
    hidden({ type: 'zeebe:calledElement', property: 'processId' }, blockId(key)),
    hidden({ type: 'zeebe:input', name: 'caseId' }, '= caseId'),
    ...inputs.map((input) => inputProperty(input, locale)),
    ...outputs.map((output) => outputProperty(output, locale)),
  ],
});

/** The blocks as element templates, in an analyst's words: each is a call with its fields, which hands over nothing else. */
export const blockTemplates = (locale: Locale): readonly unknown[] => blocks.map((block) => templateOf(block, locale));
