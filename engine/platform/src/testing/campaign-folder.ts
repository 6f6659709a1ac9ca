import type { FolderFile } from '@irisflow/procedures';
import { rightFolder } from './right-folder.ts';

const text = (fr: string, nl: string, en: string) => ({ fr, nl, en });

const body = (hello: string, before: string) => ({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: hello }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: before },
        { type: 'field', path: 'values.right.number' },
        { type: 'text', text: ' : ' },
        { type: 'field', path: 'values.right.validTo', format: 'date' },
      ],
    },
  ],
});

/** To holders of a right, with its number and its last day. */
export const renewalLetter = {
  kind: 'letter',
  formatVersion: 1,
  key: 'renewal',
  subject: text('Votre emplacement prend fin', 'Uw plaats loopt af', 'Your stall is about to end'),
  body: {
    fr: body('Madame, Monsieur,', 'Votre emplacement '),
    nl: body('Mevrouw, Mijnheer,', 'Uw plaats '),
    en: body('Dear Sir or Madam,', 'Your stall '),
  },
  mandatory: [],
};

interface Form {
  schema: { properties: Record<string, object> };
  uischema: { elements: { elements: object[] }[] };
  bindings: { prefill: object[] };
}

const asks = (form: Form, name: string, source: string): void => {
  form.schema.properties[name] = { type: 'string', maxLength: 100 };
  form.uischema.elements[0]?.elements.push({
    type: 'Control',
    id: `c_${name}`,
    scope: `#/properties/${name}`,
    i18n: 'lastName',
    options: { widget: 'text' },
  });
  form.bindings.prefill.push({ scope: `#/properties/${name}`, source, mode: 'locked', onMissing: 'ask' });
};

const takingFromRight = (file: FolderFile): FolderFile => {
  if (file.path !== 'application.form.json') return file;
  const form = JSON.parse(file.content) as Form;
  asks(form, 'place', 'right.place');
  asks(form, 'renews', 'right.number');
  return { ...file, content: JSON.stringify(form) };
};

/** The sample with a kind of right, a letter that asks for its renewal, and a form that takes from the right what it says. */
export const campaignFolder = (): FolderFile[] => [
  ...rightFolder().map(takingFromRight),
  { path: 'renewal.letter.json', content: JSON.stringify(renewalLetter) },
];
