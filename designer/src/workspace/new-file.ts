import { blankDoc } from '../letters/letter.ts';
import { writeJson } from './draft-json.ts';

export type NewFileKind = 'form' | 'decision' | 'letter' | 'right' | 'quota' | 'obligation' | 'codes';

const blankForm = (key: string): string =>
  writeJson({
    kind: 'form',
    formatVersion: 1,
    key,
    version: 1,
    defaultLocale: 'fr',
    locales: ['fr', 'nl', 'en'],
    schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: {} },
    uischema: {
      type: 'Categorization',
      elements: [{ type: 'Category', id: 'page', i18n: 'page.page', elements: [] }],
    },
    translations: {
      fr: { 'page.page.label': 'Page 1' },
      nl: { 'page.page.label': 'Pagina 1' },
      en: { 'page.page.label': 'Page 1' },
    },
    bindings: { process: { in: [], out: [] } },
  });

const blankLetter = (key: string): string =>
  writeJson({
    kind: 'letter',
    formatVersion: 1,
    key,
    subject: { fr: '', nl: '', en: '' },
    body: { fr: blankDoc(), nl: blankDoc(), en: blankDoc() },
    mandatory: ['contact', 'remedies', 'ombuds'],
  });

/** A right that holds until somebody ends it; its number begins with the letters of its name. */
const blankRight = (key: string): string =>
  writeJson({
    kind: 'right',
    formatVersion: 1,
    key,
    name: { fr: '', nl: '', en: '' },
    number: {
      prefix: key
        .replaceAll(/[^a-z0-9]/gi, '')
        .slice(0, 3)
        .toUpperCase(),
      digits: 5,
    },
    holder: { fr: 'Titulaire', nl: 'Houder', en: 'Holder' },
    states: [
      { key: 'active', label: { fr: 'En cours', nl: 'Lopend', en: 'Running' }, effect: 'active' },
      { key: 'suspended', label: { fr: 'Suspendu', nl: 'Geschorst', en: 'Suspended' }, effect: 'suspended' },
      { key: 'ended', label: { fr: 'Terminé', nl: 'Beëindigd', en: 'Ended' }, effect: 'ended' },
    ],
    moves: [
      { from: 'active', to: 'suspended' },
      { from: 'suspended', to: 'active' },
      { from: 'active', to: 'ended' },
      { from: 'suspended', to: 'ended' },
    ],
    data: { type: 'object', properties: {} },
  });

/** Places that are kept for thirty days; the parameter that it names says how many there are. */
const blankQuota = (key: string): string =>
  writeJson({
    kind: 'quota',
    formatVersion: 1,
    key,
    name: { fr: '', nl: '', en: '' },
    right: '',
    ceiling: `quota.${key}`,
    reservedDays: 30,
  });

/** Due at the end of every year, to be answered within the two months before. */
const blankObligation = (key: string): string =>
  writeJson({
    kind: 'obligation',
    formatVersion: 1,
    key,
    name: { fr: '', nl: '', en: '' },
    right: '',
    due: { every: 'year', month: 12, day: 31 },
    opensDaysBefore: 60,
    graceDays: 30,
    form: '',
    sanctions: [],
  });

const blankCodes = (key: string): string =>
  writeJson({ kind: 'codes', formatVersion: 1, key, name: { fr: '', nl: '', en: '' }, codes: [] });

const blankDecision = (key: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="${key}-definitions" name="${key}" namespace="https://irisflow.example/decisions">
  <decision id="${key}" name="${key}">
    <variable id="${key}-variable" name="${key}" />
    <decisionTable id="${key}-table" hitPolicy="FIRST">
      <input id="${key}-input" label="">
        <inputExpression id="${key}-input-expression" typeRef="string"><text></text></inputExpression>
      </input>
      <output id="${key}-output" name="result" typeRef="string" />
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram id="${key}-diagram">
      <dmndi:DMNShape id="${key}-shape" dmnElementRef="${key}"><dc:Bounds height="80" width="180" x="160" y="100" /></dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
`;

const blanks: Record<NewFileKind, { ending: string; content(key: string): string }> = {
  form: { ending: '.form.json', content: blankForm },
  decision: { ending: '.dmn', content: blankDecision },
  letter: { ending: '.letter.json', content: blankLetter },
  right: { ending: '.right.json', content: blankRight },
  quota: { ending: '.quota.json', content: blankQuota },
  obligation: { ending: '.obligation.json', content: blankObligation },
  codes: { ending: '.codes.json', content: blankCodes },
};

/** A new file that its editor can open at once. */
export const newFile = (kind: NewFileKind, key: string): { path: string; content: string } => ({
  path: `${key}${blanks[kind].ending}`,
  content: blanks[kind].content(key),
});
